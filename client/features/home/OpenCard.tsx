/** What is still open between both sides: sentences with a place to go, never only counters. */
import { CircleCheck, FileText, Lock, MessageSquare, Snowflake } from 'lucide-react';
import { Link } from 'react-router';
import type { OpenThread, ProjectHome } from '../../../shared/home.ts';
import type { MemberView } from '../../../shared/members.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { firstNameOf } from '../../ui/initials.ts';
import { shortFirm } from '../../ui/shortFirm.ts';
import { texts, useText } from '../../ui/text.ts';
import { useFormat } from '../../ui/useFormat.ts';
import styles from './home.module.css';

const TEXTS = texts('home.open', {
  en: {
    title: 'Still open between us', nothing: 'Nothing is open just now.', note: 'A thread on a note', project: 'A thread on the project', only: 'Only {{firm}} reads this', somebody: 'Somebody',
    more_one: 'and {{count}} more thread on the canvas', more_other: 'and {{count}} more threads on the canvas',
    version: 'Version {{n}} was frozen on {{date}}', draft: 'The draft “{{name}}” was frozen on {{date}}', look: 'Nobody is asked for an answer just now.', words: '“{{words}}”',
  },
  it: {
    title: 'Ancora da chiarire tra noi', nothing: 'Per ora non c’è nulla in sospeso.', note: 'Un filo su un biglietto', project: 'Un filo sul progetto', only: 'Lo legge solo {{firm}}', somebody: 'Qualcuno',
    more_one: 'e un altro filo sulla tavola', more_other: 'e altri {{count}} fili sulla tavola',
    version: 'La versione {{n}} è stata congelata il {{date}}', draft: 'La bozza «{{name}}» è stata congelata il {{date}}', look: 'Per ora nessuno deve rispondere.', words: '«{{words}}»',
  },
});

interface Props {
  project: ProjectView;
  home: ProjectHome;
  members: readonly MemberView[];
}

export function OpenCard({ project, home, members }: Props) {
  const say = useText(TEXTS);
  const { threads, version, round } = home;
  const unseen = threads.open - threads.latest.length;
  return (
    <section className={styles.card} aria-labelledby="home-open">
      <h2 className={styles.heading} id="home-open">{say('title')}</h2>
      <ul className={styles.open}>
        {threads.latest.map(thread => <li key={thread.latest.id}><ThreadItem thread={thread} project={project} members={members} /></li>)}
        {version && !round && <li><VersionItem version={version} project={project} /></li>}
        {threads.open === 0 && <li className={styles.nothing}><CircleCheck size={18} strokeWidth={1.75} aria-hidden />{say('nothing')}</li>}
      </ul>
      {unseen > 0 && <p className={styles.quiet}>{say('more', { count: unseen })}</p>}
    </section>
  );
}

function ThreadItem({ thread, project, members }: { thread: OpenThread; project: ProjectView; members: readonly MemberView[] }) {
  const say = useText(TEXTS);
  const format = useFormat();
  const internal = thread.audience === 'internal';
  const author = members.find(member => member.id === thread.latest.authorId);
  const Icon = internal ? Lock : MessageSquare;
  const to = thread.anchor.on === 'note' ? `/projects/${project.id}/canvas?note=${thread.anchor.noteId}` : `/projects/${project.id}#talk`;
  return (
    <Link to={to} className={`${styles.openItem} ${internal ? styles.onlyUs : ''}`}>
      <Icon size={18} strokeWidth={1.75} aria-hidden className={styles.openIcon} />
      <span>
        <span className={styles.openWhat}>{internal ? say('only', { firm: shortFirm(project.sellerName) }) : say(thread.anchor.on)}</span>
        <span className={styles.openWords}>{say('words', { words: thread.latest.words })}</span>
        <span className={styles.openWho}>{author ? firstNameOf(author.name) : say('somebody')}, {format.ago(thread.latest.at)}</span>
      </span>
    </Link>
  );
}

function VersionItem({ version, project }: { version: NonNullable<ProjectHome['version']>; project: ProjectView }) {
  const say = useText(TEXTS);
  const format = useFormat();
  const draft = version.number === null;
  const Icon = draft ? FileText : Snowflake;
  const date = format.date(version.frozenAt);
  return (
    <Link to={`/projects/${project.id}/approval`} className={styles.openItem}>
      <Icon size={18} strokeWidth={1.75} aria-hidden className={styles.frozenIcon} />
      <span>
        <span className={styles.openWhat}>{version.number === null ? say('draft', { name: version.name ?? '', date }) : say('version', { n: version.number, date })}</span>
        <span className={styles.openWho}>{say('look')}</span>
      </span>
    </Link>
  );
}
