/** What is still open between both sides: sentences with a place to go, never only counters. */
import { CircleCheck, CircleHelp, FileQuestion, Lock, MessageCircleQuestion, MessageSquare, Percent, TriangleAlert, UserPlus } from 'lucide-react';
import { allows } from '../../../shared/access.ts';
import { sideOfDoubt } from '../../../shared/doubts.ts';
import { noteTitle } from '../../../shared/documents/canvas.ts';
import { Link } from 'react-router';
import type { OpenThread, ProjectHome } from '../../../shared/home.ts';
import type { MemberView } from '../../../shared/members.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { addressOfDoubt } from '../../api/doubts.ts';
import type { LiveRoom } from '../../collab/types.ts';
import { firstNameOf } from '../../ui/initials.ts';
import { shortFirm } from '../../ui/shortFirm.ts';
import { type Say, texts, useText } from '../../ui/text.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { isVersionOpen, isVersionRefused, VersionItem } from './VersionItem.tsx';
import styles from './home.module.css';

const TEXTS = texts('home.open', {
  en: {
    title: 'Still open between us', nothing: 'Nothing is open just now.', note: 'On “{{note}}”', lost: 'On a note', project: 'On the whole project', only: 'Only {{firm}} reads this', somebody: 'Somebody',
    more_one: 'and {{count}} more thread on the canvas', more_other: 'and {{count}} more threads on the canvas',
    said: '{{name}}: “{{words}}”', doubt: 'A doubt waits for {{firm}}’s answer', doubtWords: '“{{words}}”', doubtWho: '{{name}}, {{ago}}',
    moreDoubts_one: 'and {{count}} more doubt', moreDoubts_other: 'and {{count}} more doubts',
    alone: 'Nobody from {{client}} sits at this table yet', invite: 'Invite them',
  },
  it: {
    title: 'Ancora da chiarire tra noi', nothing: 'Per ora non c’è nulla in sospeso.', note: 'Su «{{note}}»', lost: 'Su un biglietto', project: 'Su tutto il progetto', only: 'Lo legge solo {{firm}}', somebody: 'Qualcuno',
    more_one: 'e un altro filo sulla tavola', more_other: 'e altri {{count}} fili sulla tavola',
    said: '{{name}}: «{{words}}»', doubt: 'Un dubbio aspetta la risposta di {{firm}}', doubtWords: '«{{words}}»', doubtWho: '{{name}}, {{ago}}',
    moreDoubts_one: 'e un altro dubbio', moreDoubts_other: 'e altri {{count}} dubbi',
    alone: 'A questo tavolo non siede ancora nessuno di {{client}}', invite: 'Invita chi dovrebbe esserci',
  },
});

interface Props {
  project: ProjectView;
  room: LiveRoom;
  home: ProjectHome;
  members: readonly MemberView[];
  figures?: readonly OpenFigure[];
}

/** What is open about the figures: others say what, this card only shows it. */
export interface OpenFigure {
  kind: 'loss' | 'share' | 'agreement' | 'missing';
  what: string;
  more: string;
  /** Within the project. */
  to: string;
}

export function OpenCard({ project, room, home, members, figures = [] }: Props) {
  const say = useText(TEXTS);
  const { threads, doubts, version, round } = home;
  const unseenDoubts = doubts.unanswered - doubts.latest.length;
  const unseen = threads.open - threads.latest.length;
  const versionOpen = version && !round && isVersionOpen(version) ? version : undefined;
  const alone = allows(project.me, 'people.invite') && !members.some(member => member.side === 'client' && !member.removed);
  return (
    <section className={`ins-frame ${styles.card} ${styles.second}`} aria-labelledby="home-open">
      <h2 className={styles.heading} id="home-open">{say('title')}</h2>
      <ul className={styles.open}>
        {alone && <li><Alone project={project} /></li>}
        {versionOpen && isVersionRefused(versionOpen) && <li><VersionItem version={versionOpen} project={project} members={members} /></li>}
        {doubts.latest.map(doubt => <li key={doubt.id}><DoubtItem doubt={doubt} project={project} members={members} /></li>)}
        {figures.map(figure => <li key={figure.kind}><FigureItem figure={figure} project={project} /></li>)}
        {threads.latest.map(thread => <li key={thread.latest.id}><ThreadItem thread={thread} project={project} room={room} members={members} /></li>)}
        {versionOpen && !isVersionRefused(versionOpen) && <li><VersionItem version={versionOpen} project={project} members={members} /></li>}
        {threads.open === 0 && doubts.unanswered === 0 && figures.length === 0 && !alone && !versionOpen && <li className={styles.nothing}><CircleCheck size={18} strokeWidth={1.75} aria-hidden />{say('nothing')}</li>}
      </ul>
      {unseenDoubts > 0 && <p className={styles.quiet}>{say('moreDoubts', { count: unseenDoubts })}</p>}
      {unseen > 0 && <p className={styles.quiet}>{say('more', { count: unseen })}</p>}
    </section>
  );
}

/** A table at which the client does not sit is the first thing that is open. */
function Alone({ project }: { project: ProjectView }) {
  const say = useText(TEXTS);
  return (
    <Link to={`/projects/${project.id}/people`} className={styles.openItem}>
      <UserPlus size={18} strokeWidth={1.75} aria-hidden className={styles.openIcon} />
      <span>
        <span className={styles.openWhat}>{say('alone', { client: shortFirm(project.clientName) })}</span>
        <span className={styles.openWho}>{say('invite')}</span>
      </span>
    </Link>
  );
}

/** An honest doubt waits for the side that did not raise it. */
function DoubtItem({ doubt, project, members }: { doubt: ProjectHome['doubts']['latest'][number] } & Pick<Props, 'project' | 'members'>) {
  const say = useText(TEXTS);
  const format = useFormat();
  const author = members.find(member => member.id === doubt.authorId);
  const firm = shortFirm(author && sideOfDoubt(author.side) === 'client' ? project.sellerName : project.clientName);
  return (
    <Link to={addressOfDoubt(project.id, doubt)} className={styles.openItem}>
      <MessageCircleQuestion size={18} strokeWidth={1.75} aria-hidden className={styles.openIcon} />
      <span>
        <span className={styles.openWhat}>{say('doubt', { firm })}</span>
        <span className={`${styles.openWords} ${styles.openDoubt}`}>{say('doubtWords', { words: doubt.words })}</span>
        <span className={styles.openWho}>{say('doubtWho', { name: author ? firstNameOf(author.name) : say('somebody'), ago: format.ago(doubt.createdAt) })}</span>
      </span>
    </Link>
  );
}

const FIGURE_ICONS = { loss: TriangleAlert, share: Percent, agreement: CircleHelp, missing: FileQuestion } as const;

function FigureItem({ figure, project }: { figure: OpenFigure; project: ProjectView }) {
  const Icon = FIGURE_ICONS[figure.kind];
  return (
    <Link to={`/projects/${project.id}${figure.to}`} className={styles.openItem}>
      <Icon size={18} strokeWidth={1.75} aria-hidden className={styles.openIcon} />
      <span>
        <span className={styles.openWhat}>{figure.what}</span>
        <span className={styles.openWords}>{figure.more}</span>
      </span>
    </Link>
  );
}

function ThreadItem({ thread, project, room, members }: { thread: OpenThread } & Omit<Props, 'home'>) {
  const say = useText(TEXTS);
  const format = useFormat();
  const internal = thread.audience === 'internal';
  const author = members.find(member => member.id === thread.latest.authorId);
  const name = author ? firstNameOf(author.name) : say('somebody');
  const Icon = internal ? Lock : MessageSquare;
  const to = thread.anchor.on === 'note' ? `/projects/${project.id}/canvas?note=${thread.anchor.noteId}` : `/projects/${project.id}#talk`;
  return (
    <Link to={to} className={`${styles.openItem} ${internal ? styles.onlyUs : ''}`}>
      <Icon size={18} strokeWidth={1.75} aria-hidden className={styles.openIcon} />
      <span>
        {internal && <span className={styles.openOnly}>{say('only', { firm: shortFirm(project.sellerName) })}</span>}
        <span className={styles.openWhat}>{about(thread, room, say)}</span>
        <span className={styles.openWords}>{say('said', { name, words: thread.latest.words })}</span>
        <span className={styles.openWho}>{format.ago(thread.latest.at)}</span>
      </span>
    </Link>
  );
}

const NOTE_WORDS = 52;

/** What a thread hangs on, in the note's own words as they stand now. */
function about({ anchor }: OpenThread, room: LiveRoom, say: Say<(typeof TEXTS)['en']>): string {
  if (anchor.on === 'project') return say('project');
  const note = noteTitle(room.doc, anchor.noteId, NOTE_WORDS);
  return note ? say('note', { note }) : say('lost');
}
