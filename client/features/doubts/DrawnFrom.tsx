/** On an alternative: whose doubt it was drawn from, with the way back to it. */
import { MessageCircleQuestion } from 'lucide-react';
import { Link } from 'react-router';
import { addressOfDoubt, useDoubts } from '../../api/doubts.ts';
import { firstNameOf } from '../../ui/initials.ts';
import { useText } from '../../ui/text.ts';
import type { DoubtsProps } from './DoubtsPanel.tsx';
import styles from './open.module.css';
import { WORDS } from './words.ts';

export function DrawnFrom({ project, members, doubtId }: Pick<DoubtsProps, 'project' | 'members'> & { doubtId: string }) {
  const say = useText(WORDS);
  const doubt = useDoubts(project.id).data?.find(({ id }) => id === doubtId);
  if (!doubt) return null;
  const author = members.find(({ id }) => id === doubt.authorId);
  return (
    <Link to={addressOfDoubt(project.id, doubt)} className={styles.from}>
      <MessageCircleQuestion size={14} strokeWidth={1.75} aria-hidden />
      <span>{say('fromDoubt', { name: author ? firstNameOf(author.name) : say('somebody'), words: doubt.words })}</span>
    </Link>
  );
}
