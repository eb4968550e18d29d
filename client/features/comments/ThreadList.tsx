/** All conversations of a project that the reader may read, newest word first; a door to each. */
import type { ReactNode } from 'react';
import { type Anchor } from '../../../shared/comments.ts';
import type { MemberId, ProjectId } from '../../../shared/ids.ts';
import type { MemberView } from '../../../shared/members.ts';
import { firstNameOf } from '../../ui/initials.ts';
import { Loading } from '../../ui/Loading.tsx';
import { PersonBadge } from '../../ui/PersonBadge.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { useFormat } from '../../ui/useFormat.ts';
import { useText } from '../../ui/text.ts';
import styles from './comments.module.css';
import { STRINGS } from './strings.ts';
import type { Thread } from './threads.ts';
import { useThreads } from './useComments.ts';

interface Props {
  projectId: ProjectId;
  me: MemberId;
  people: readonly MemberView[];
  firm: string;
  /** First words of a note; undefined when the note is gone. */
  titleOf: (noteId: string) => string | undefined;
  onOpen: (anchor: Anchor) => void;
  /** At most this many. */
  most?: number;
}

export function ThreadList({ projectId, me, people, firm, titleOf, onOpen, most = 20 }: Props) {
  const say = useText(STRINGS);
  const query = useThreads(projectId, me);
  if (query.isPending) return <Loading lines={3} />;
  if (query.isError) return <Refused error={query.error} again={() => void query.refetch()} />;
  const open = query.data.filter(thread => !thread.settled || thread.unread > 0).slice(0, most);
  if (open.length === 0) return <p className={styles.none}>{say('threadsEmpty')}</p>;
  return (
    <ul className={styles.threads}>
      {open.map(thread => (
        <li key={thread.key}>
          <Row thread={thread} people={people} firm={firm} where={whereOf(thread, titleOf, say)} onOpen={() => { onOpen(thread.anchor); }} />
        </li>
      ))}
    </ul>
  );
}

function whereOf({ anchor }: Thread, titleOf: Props['titleOf'], say: (key: 'onProject' | 'noteGone' | 'untitled') => string): string {
  if (anchor.on === 'project') return say('onProject');
  const title = titleOf(anchor.noteId);
  return title === undefined ? say('noteGone') : title === '' ? say('untitled') : `“${title}”`;
}

function Row({ thread, people, firm, where, onOpen }: { thread: Thread; people: readonly MemberView[]; firm: string; where: ReactNode; onOpen: () => void }) {
  const say = useText(STRINGS);
  const format = useFormat();
  const last = thread.comments.at(-1);
  if (!last) return null;
  const author = people.find(person => person.id === last.authorId);
  return (
    <button type="button" className={styles.thread} onClick={onOpen}>
      <PersonBadge name={author?.name ?? say('former')} side={author?.side ?? 'internal'} size={26} former={author?.removed ?? true} />
      <span className={styles.threadText}>
        <span className={styles.threadTop}>
          <strong>{firstNameOf(author?.name ?? say('former'))}</strong>
          {thread.unread > 0 && <span className={styles.unread}>{say('unread', { count: thread.unread })}</span>}
          <time dateTime={new Date(last.createdAt).toISOString()}>{format.moment(last.createdAt)}</time>
        </span>
        <span className={styles.threadWords}>{last.body}</span>
        <span className={styles.where}>{where}</span>
        {last.audience === 'internal' && <span className={styles.inside}>{say('onlyUsReads', { firm })}</span>}
      </span>
    </button>
  );
}
