/** Doubts that nobody has answered, before somebody approves or puts a version to the client. Takes no room when there is none. */
import { MessageCircleQuestion } from 'lucide-react';
import { Link } from 'react-router';
import { type Doubt, isUnanswered } from '../../../shared/doubts.ts';
import { addressOfDoubt, useDoubts } from '../../api/doubts.ts';
import { firstNameOf } from '../../ui/initials.ts';
import { PaperCard } from '../../ui/PaperCard.tsx';
import { SideGlyph } from '../../ui/SideGlyph.tsx';
import { useText } from '../../ui/text.ts';
import { useFormat } from '../../ui/useFormat.ts';
import type { DoubtsProps } from './DoubtsPanel.tsx';
import styles from './open.module.css';
import { mayDo } from './standing.ts';
import { WORDS } from './words.ts';

/** More would bury what is about to be approved; all of them stand on the value page. */
const SHOWN = 3;

export function OpenDoubts(props: Omit<DoubtsProps, 'draw'>) {
  const say = useText(WORDS);
  const unanswered = (useDoubts(props.project.id).data ?? []).filter(isUnanswered).toSorted((a, b) => b.createdAt - a.createdAt);
  if (unanswered.length === 0) return null;
  const unseen = unanswered.length - SHOWN;
  return (
    <section aria-labelledby="open-doubts">
      <div className={styles.openHead}>
        <MessageCircleQuestion size={18} strokeWidth={1.75} aria-hidden className={styles.openIcon} />
        <h3 className={styles.openTitle} id="open-doubts">{say('openTitle')}</h3>
        <span className={styles.count}>{say('withoutAnswer', { count: unanswered.length })}</span>
      </div>
      <ul className={styles.list}>{unanswered.slice(0, SHOWN).map(doubt => <li key={doubt.id}><OpenDoubt doubt={doubt} {...props} /></li>)}</ul>
      {unseen > 0 && <p className={styles.more}>{say('moreOpen', { count: unseen })}</p>}
    </section>
  );
}

function OpenDoubt({ doubt, project, members, nameOf }: Omit<DoubtsProps, 'draw'> & { doubt: Doubt }) {
  const say = useText(WORDS);
  const format = useFormat();
  const author = members.find(({ id }) => id === doubt.authorId);
  const name = doubt.scenarioId === null ? undefined : nameOf(doubt.scenarioId);
  return (
    <PaperCard tone="attention" className={styles.small}>
      <p className={styles.openWords}>{say('quoted', { words: doubt.words })}</p>
      <p className={styles.openFoot}>
        {author && <SideGlyph side={author.side} size={11} />}
        <span>{say('openBy', { name: author ? firstNameOf(author.name) : say('somebody'), date: format.shortDate(doubt.createdAt) })}{doubt.scenarioId === null && <> · {say('aboutAll')}</>}{name !== undefined && <> · {say('about', { scenario: name })}</>}</span>
        <Link to={addressOfDoubt(project.id, doubt)}>{say(mayDo(project.me, doubt, author).answer ? 'answerFirst' : 'lookFirst')}</Link>
      </p>
    </PaperCard>
  );
}
