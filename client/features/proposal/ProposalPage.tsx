/** The proposal, written together: outline at the left, the sheet in the middle, whatever the app puts beside it. */
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { allows } from '../../../shared/access.ts';
import { askedIn, countWords, plainText } from '../../../shared/documents/richtext.ts';
import { proposalRoot } from '../../../shared/documents/roots.ts';
import type { MemberView } from '../../../shared/members.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { takeExport } from '../../api/exports.ts';
import { useReadable, useRoom } from '../../collab/CollabContext.tsx';
import type { LiveRoom } from '../../collab/types.ts';
import { Areas } from '../../ui/AreaChips.tsx';
import { ExportMenu } from '../../ui/ExportMenu.tsx';
import { Figures } from '../../ui/FigureContext.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageTitle } from '../../ui/Page.tsx';
import { useText } from '../../ui/text.ts';
import { CanvasAreas } from './areas/CanvasAreas.ts';
import { wayTo } from './areas/ToArea.tsx';
import { LiveFigures } from './LiveFigures.ts';
import { Outline, OutlineMenu } from './Outline.tsx';
import styles from './ProposalPage.module.css';
import { ReadingSheet } from './ReadingSheet.tsx';
import { sectionsOf } from './sections.ts';
import { useLiveText } from './useLiveText.ts';
import { SuggestionAside, SuggestionSheet, useHasSuggestions, useNarrow } from './suggestions/SuggestionList.tsx';
import { WithSuggestions } from './suggestions/SuggestionsContext.tsx';
import { useSectionInView } from './useSectionInView.ts';
import { useWriters } from './useWriters.ts';
import { WORDS } from './words.ts';
import { WritingSheet } from './WritingSheet.tsx';

interface Props {
  project: ProjectView;
  /** Present and former members: they give carets their names. */
  members: readonly MemberView[];
  /** The nth section, from 0, when the address asks for one. */
  shownSection?: number | undefined;
  /** Stands above the sheet: "Approved was version 3. This text has changed since." */
  banner?: ReactNode;
  /** Stands at the right of the sheet: conversations about the text. */
  aside?: ReactNode;
}

export function ProposalPage(props: Props) {
  const room = useRoom();
  const ready = useReadable(room.ready);
  useEffect(() => {
    room.setPresence({ page: 'proposal' });
  }, [room]);
  return ready ? <Proposal {...props} room={room} /> : <Opening title={props.project.title} />;
}

function Opening({ title }: { title: string }) {
  const say = useText(WORDS);
  return (
    <div className={styles.page}>
      <div className={styles.middle}>
        <PageTitle hidden within={title}>{say('title')}</PageTitle>
        <div className={styles.sheet}><Loading lines={8} /></div>
      </div>
    </div>
  );
}

/** The text with its suggestions around it. */
export function Proposal(props: Props & { room: LiveRoom }) {
  return <WithSuggestions project={props.project} members={props.members} room={props.room}><Desk {...props} /></WithSuggestions>;
}

function Desk({ project, members, banner, aside, shownSection, room }: Props & { room: LiveRoom }) {
  const sheet = useRef<HTMLDivElement>(null);
  const text = useLiveText(proposalRoot(room.doc));
  const sections = useMemo(() => sectionsOf(text), [text]);
  const figures = useMemo(() => new LiveFigures(room.doc), [room.doc]);
  const areas = useMemo(() => new CanvasAreas(room.doc), [room.doc]);
  const areasOfNow = useMemo(() => ({ subscribe: areas.subscribe, shown: areas.shown, way: wayTo(project.id) }), [areas, project.id]);
  const words = useMemo(() => countWords(plainText(text)), [text]);
  const { current, goTo } = useSectionInView(sheet, sections.length);
  useAskedSection(shownSection, sections.length, goTo);
  const { writerOf, bySection } = useWriters(room, members, text);
  const outline = { sections, current, writers: bySection, onGo: goTo };
  const live = useMemo(() => askedIn(text).length, [text]);
  // Readers get the text itself, not an editor that is switched off: an editor repairs what it cannot show.
  const mayEverWrite = allows(project.me, 'room.shared.write');
  const head = <SheetHead project={project} />;
  const beside = useBeside(aside);
  return (
    <Figures project={project} now={figures}><Areas value={areasOfNow}><div className={`${styles.page} ${beside.column ? styles.withAside : ''}`}>
      <div className={styles.outline}><Outline {...outline} words={words} live={live} /></div>
      <div className={styles.middle}>
        {banner && <div className={styles.banner}>{banner}</div>}
        {mayEverWrite
          ? <WritingSheet ref={sheet} room={room} writerOf={writerOf} figures={figures} onSuggestions={beside.show} areas={areas} menu={<OutlineMenu {...outline} />}>{head}</WritingSheet>
          : <ReadingSheet ref={sheet} text={text} onSuggestions={beside.show} menu={<OutlineMenu {...outline} />}>{head}</ReadingSheet>}
      </div>
      {beside.column && <aside className={styles.aside}>{beside.column}</aside>}
      {beside.sheet}
    </div></Areas></Figures>
  );
}

/** Once there is such a section, and once: whoever reads on is not pulled back. */
function useAskedSection(nth: number | undefined, count: number, goTo: (nth: number) => void): void {
  const gone = useRef<number>(undefined);
  useEffect(() => {
    if (nth === undefined || nth >= count || gone.current === nth) return;
    gone.current = nth;
    goTo(nth);
  }, [nth, count, goTo]);
}

/** Suggestions stand beside the text where there is room, and above what the app puts there; elsewhere they are a sheet. */
function useBeside(aside: ReactNode) {
  const [has, narrow] = [useHasSuggestions(), useNarrow()];
  const [opened, setOpened] = useState(false);
  const stands = has && !narrow;
  return {
    column: stands ? <><SuggestionAside />{aside}</> : aside,
    sheet: narrow && <SuggestionSheet opened={opened} onClose={() => { setOpened(false); }} />,
    show: () => {
      if (narrow) setOpened(true);
      else document.getElementById('suggestions')?.focus();
    },
  };
}

function SheetHead({ project }: { project: ProjectView }) {
  const say = useText(WORDS);
  return (
    <header className={styles.head}>
      <div className={styles.headLine}>
        <h1 className={styles.title} tabIndex={-1}>{project.title}</h1>
        <ExportMenu take={(format, language) => takeExport(project.id, { format, language })} />
      </div>
      <p className={styles.byline}>{say('byline', { client: project.clientName, seller: project.sellerName })}</p>
    </header>
  );
}
