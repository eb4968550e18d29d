/** How many comments a note has, and whether some of them are new to the reader; counts only what they may read. */
import { MessageSquare } from 'lucide-react';
import { useText } from '../../ui/text.ts';
import styles from './comments.module.css';
import { STRINGS } from './strings.ts';
import type { Thread } from './threads.ts';

export function CommentBadge({ thread, onOpen }: { thread: Thread | undefined; onOpen?: (() => void) | undefined }) {
  const say = useText(STRINGS);
  if (!thread || (thread.settled && thread.unread === 0)) return null;
  const count = thread.comments.filter(comment => comment.deletedAt === null).length;
  if (count === 0) return null;
  const label = `${say('count', { count })}${thread.unread > 0 ? `, ${say('unread', { count: thread.unread })}` : ''}`;
  const inside = (
    <>
      <MessageSquare size={14} strokeWidth={1.75} aria-hidden />
      {count}
      {thread.unread > 0 && <span className={styles.dot} aria-hidden />}
    </>
  );
  return onOpen
    ? <button type="button" className={`${styles.badge} nodrag`} aria-label={label} onClick={onOpen}>{inside}</button>
    : <span className={styles.badge} role="img" aria-label={label}>{inside}</span>;
}
