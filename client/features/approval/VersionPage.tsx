/** One frozen version to read, drawn from its parsed content alone; beside it one's own answer, or what was answered. */
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useRef } from 'react';
import { Link, useSearchParams } from 'react-router';
import { sectionHeadings } from '../../../shared/documents/richtext.ts';
import type { VersionId } from '../../../shared/ids.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import type { RoundView, VersionView } from '../../../shared/versions.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page, PageTitle } from '../../ui/Page.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { useText } from '../../ui/text.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { type Frozen, frozenQuery } from './api.ts';
import type { DeskProps } from './ApprovalPages.tsx';
import { DecisionPanel } from './DecisionPanel.tsx';
import { FrozenCopy } from './FrozenCopy.tsx';
import { MovedOn } from './MovedOn.tsx';
import { PhoneAnswer } from './PhoneAnswer.tsx';
import { roundForMe } from './standing.ts';
import { type Names, useNames } from './useNames.ts';
import { useSectionsRead } from './useSectionsRead.ts';
import styles from './VersionPage.module.css';
import { VersionPanel } from './VersionPanel.tsx';
import { WORDS } from './words.ts';

export function VersionPage({ versionId, ...props }: DeskProps & { versionId: VersionId }) {
  const version = props.desk.versions.find(each => each.id === versionId);
  const frozen = useQuery({ ...frozenQuery(props.project.id, versionId), enabled: version !== undefined });
  if (!version) return <Gone project={props.project} />;
  if (!frozen.data) return <Page>{frozen.error ? <Refused error={frozen.error} again={() => void frozen.refetch()} /> : <Loading lines={10} />}</Page>;
  return <OpenVersion {...props} version={version} frozen={frozen.data} />;
}

/** A version that is not on the desk, or not for this reader: both look the same. */
function Gone({ project }: { project: ProjectView }) {
  const say = useText(WORDS);
  return (
    <Page width="reading">
      <PageTitle within={project.title}>{say('title')}</PageTitle>
      <Notice tone="information" action={<Link to={`/projects/${project.id}/approval/versions`}>{say('backToVersions')}</Link>}>{say('emptyExample')}</Notice>
    </Page>
  );
}

function OpenVersion({ project, members, desk, version, frozen }: DeskProps & { version: VersionView; frozen: Frozen }) {
  const text = useRef<HTMLDivElement>(null);
  const names = useNames(members);
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const sections = sectionHeadings(frozen.content.proposal).length;
  const reading = useSectionsRead(text, sections, version.id);
  const round = roundForMe(desk, project.me);
  const mine = round?.versionId === version.id ? round : undefined;
  const goTo = (nth: number): void => text.current?.querySelectorAll('.rich > h2')[nth]?.scrollIntoView({ block: 'start' });
  const parts = { project, version, frozen, names, reading };
  if (phone && mine) return <OnPhone {...parts} round={mine} text={text} />;
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <Heading project={project} version={version} />
        <FrozenBanner version={version} names={names} />
        <MovedOn project={project} contentHash={version.contentHash} />
        <FrozenCopy content={frozen.content} versionId={version.id} reading={reading} text={text} />
      </div>
      <div className={styles.side}>
        {mine ? <DecisionPanel {...parts} round={mine} goTo={goTo} /> : <VersionPanel {...parts} desk={desk} members={members} />}
      </div>
    </div>
  );
}

interface PhoneProps {
  project: ProjectView;
  version: VersionView;
  frozen: Frozen;
  names: Names;
  round: RoundView;
  reading: ReturnType<typeof useSectionsRead>;
  text: React.RefObject<HTMLDivElement | null>;
}

/** On a phone the answer comes first and the text has the whole screen; the browser's own "back" leads between them. */
function OnPhone({ text, ...parts }: PhoneProps) {
  const say = useText(WORDS);
  const [params, setParams] = useSearchParams();
  const { project, version, frozen, names, reading } = parts;
  if (params.get('read') === null) {
    return (
      <PhoneAnswer {...parts} read={() => { setParams({ read: '' }); }}>
        <Heading project={project} version={version} />
        <FrozenBanner version={version} names={names} short />
        <MovedOn project={project} contentHash={version.contentHash} />
      </PhoneAnswer>
    );
  }
  return (
    <div className={styles.main}>
      <Heading project={project} version={version} />
      <Link to="?" className={styles.back}><ArrowLeft size={18} strokeWidth={1.75} aria-hidden />{say('backToAnswer')}</Link>
      <FrozenCopy content={frozen.content} versionId={version.id} reading={reading} text={text} />
    </div>
  );
}

function Heading({ project, version }: { project: ProjectView; version: VersionView }) {
  const say = useText(WORDS);
  return <PageTitle hidden within={project.title}>{version.number === null ? say('draftPlain') : say('version', { number: version.number })}</PageTitle>;
}

export function FrozenBanner({ version, names, short = false }: { version: VersionView; names: Names; short?: boolean }) {
  const say = useText(WORDS);
  const format = useFormat();
  const when = { date: format.date(version.frozenAt), time: format.time(version.frozenAt) };
  const title = version.number === null ? say('frozenBannerDraft') : say('frozenBanner', { number: version.number });
  const rest = short ? say('frozenShort', when) : say('frozenRest', { ...when, name: names.full(version.frozenBy) });
  return <div className={styles.banner}><Notice tone="frozen"><p className={styles.frozen}><strong>{title}</strong> {rest}</p></Notice></div>;
}
