/** What is still doubted, in one line above the figures it is about; the whole of it stands below. Takes no room when nothing is open. */
import { MessageCircleQuestion } from 'lucide-react';
import { Link } from 'react-router';
import { type Doubt, isUnanswered } from '../../../shared/doubts.ts';
import { addressOfDoubt, useDoubts } from '../../api/doubts.ts';
import { firstNameOf } from '../../ui/initials.ts';
import { useText } from '../../ui/text.ts';
import type { DoubtsProps } from './DoubtsPanel.tsx';
import styles from './open.module.css';
import { firmsOf } from './firms.ts';
import { mayDo } from './standing.ts';
import { WORDS } from './words.ts';

type Props = Pick<DoubtsProps, 'project' | 'members'>;

/** About this scenario and about the whole project: those without an answer first, the newest before older ones. */
export function DoubtStrip({ scenarioId, ...props }: Props & { scenarioId: string }) {
  const say = useText(WORDS);
  const open = (useDoubts(props.project.id).data ?? [])
    .filter(doubt => doubt.outcome === null && (doubt.scenarioId === null || doubt.scenarioId === scenarioId))
    .toSorted((a, b) => Number(isUnanswered(b)) - Number(isUnanswered(a)) || b.createdAt - a.createdAt);
  const [first, ...others] = open;
  if (!first) return null;
  return (
    <section className={styles.strip} aria-label={say('openHere')}>
      <MessageCircleQuestion size={18} strokeWidth={1.75} aria-hidden className={styles.openIcon} />
      <OneLine doubt={first} {...props} />
      {others.length > 0 && <Link to={`/projects/${props.project.id}/value/doubts`} className={styles.stripMore}>{say('allOpen', { count: open.length })}</Link>}
    </section>
  );
}

function OneLine({ doubt, project, members }: Props & { doubt: Doubt }) {
  const say = useText(WORDS);
  const author = members.find(({ id }) => id === doubt.authorId);
  const { other } = firmsOf(project, author?.side ?? 'seller');
  return (
    <>
      <p className={styles.stripWords}>{say('quoted', { words: doubt.words })}</p>
      <span className={styles.stripWho}>{author ? firstNameOf(author.name) : say('somebody')} · {isUnanswered(doubt) ? say('waits', { firm: other }) : say('answered')}</span>
      <Link to={addressOfDoubt(project.id, doubt)} className={styles.stripTo}>{say(isUnanswered(doubt) && mayDo(project.me, doubt, author).answer ? 'answerFirst' : 'lookFirst')}</Link>
    </>
  );
}
