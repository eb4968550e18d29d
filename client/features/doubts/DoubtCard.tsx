/** One doubt on paper: who doubts, in which words, what it costs them, what the other side says, and what came of it. */
import { CircleCheck, GitBranch, MessageCircleQuestion, TriangleAlert, Undo2 } from 'lucide-react';
import { Link } from 'react-router';
import { type Doubt, sideOfDoubt } from '../../../shared/doubts.ts';
import { firstNameOf } from '../../ui/initials.ts';
import { PaperCard } from '../../ui/PaperCard.tsx';
import { PersonBadge } from '../../ui/PersonBadge.tsx';
import { useText } from '../../ui/text.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { DoubtDeeds } from './DoubtDeeds.tsx';
import type { DoubtsProps } from './DoubtsPanel.tsx';
import styles from './doubts.module.css';
import { firmsOf } from './firms.ts';
import { type DoubtState, stateOf } from './standing.ts';
import { WORDS } from './words.ts';

type Props = DoubtsProps & { doubt: Doubt };

export function DoubtCard(props: Props) {
  const { doubt, project, members } = props;
  const say = useText(WORDS);
  const format = useFormat();
  const author = members.find(({ id }) => id === doubt.authorId);
  const firms = firmsOf(project, author?.side ?? 'seller');
  const ours = author !== undefined && sideOfDoubt(project.me.side) === sideOfDoubt(author.side);
  const state = stateOf(doubt);
  return (
    <PaperCard tone={doubt.outcome ? 'plain' : 'attention'} className={styles.card}>
      <div className={styles.by}>
        {author && <PersonBadge name={author.name} side={author.side} size={26} former={author.removed} />}
        <span><strong>{say('saysIt', { name: author ? firstNameOf(author.name) : say('somebody') })}</strong> <span className={styles.when}>{format.shortDate(doubt.createdAt)}</span></span>
        <State state={state} firm={firms.other} />
      </div>
      <blockquote className={styles.words}>{say('quoted', { words: doubt.words })}</blockquote>
      <dl className={styles.parts}>
        <div><dt>{ours ? say('costsUs') : say('costsOf', { firm: firms.own })}</dt><dd>{doubt.costsUs}</dd></div>
        {doubt.evidence && <div><dt>{say('evidenceShown')}</dt><dd>{doubt.evidence}</dd></div>}
      </dl>
      <Past doubt={doubt} />
      <Answer {...props} />
      {doubt.outcome && <Outcome {...props} outcome={doubt.outcome} />}
      <Alternatives {...props} />
      <DoubtDeeds {...props} author={author} firms={firms} />
    </PaperCard>
  );
}

/** Its author's earlier words: nothing that was said disappears. */
function Past({ doubt: { past } }: Pick<Props, 'doubt'>) {
  const say = useText(WORDS);
  const format = useFormat();
  const last = past.at(-1);
  if (!last) return null;
  return (
    <details className={styles.past}>
      <summary>{say('anew', { date: format.shortDate(last.at) })}</summary>
      <p className={styles.pastHead}>{say('past')}</p>
      <ul className={styles.pastWords}>{past.map((before, nth) => <li key={nth}>{say('quoted', { words: before.words })} <span className={styles.when}>{format.shortDate(before.at)}</span></li>)}</ul>
    </details>
  );
}

const ICONS: Record<DoubtState, typeof CircleCheck> = { waits: MessageCircleQuestion, answered: CircleCheck, settled: CircleCheck, holds: TriangleAlert, withdrawn: Undo2 };

function State({ state, firm }: { state: DoubtState; firm: string }) {
  const say = useText(WORDS);
  const Icon = ICONS[state];
  return <span className={`${styles.state} ${styles[state]}`}><Icon size={14} strokeWidth={1.75} aria-hidden />{state === 'waits' ? say('waits', { firm }) : say(state)}</span>;
}

function Answer({ doubt: { answer }, members }: Props) {
  const say = useText(WORDS);
  const format = useFormat();
  if (!answer) return null;
  const by = members.find(({ id }) => id === answer.by);
  return (
    <div className={styles.answer} data-side={by?.side}>
      <div className={styles.by}>
        {by && <PersonBadge name={by.name} side={by.side} size={22} former={by.removed} />}
        <span><strong>{say('answers', { name: by ? firstNameOf(by.name) : say('somebody') })}</strong> <span className={styles.when}>{format.shortDate(answer.at)}</span></span>
      </div>
      <p className={styles.answerWords}>{answer.words}</p>
    </div>
  );
}

function Outcome({ outcome, members }: Props & { outcome: NonNullable<Doubt['outcome']> }) {
  const say = useText(WORDS);
  const format = useFormat();
  const by = members.find(({ id }) => id === outcome.by);
  return (
    <p className={styles.outcome}>
      <strong>{say(`choose_${outcome.kind}`)}.</strong> {outcome.words} <span className={styles.when}>{say('outcomeBy', { name: by ? firstNameOf(by.name) : say('somebody'), date: format.shortDate(outcome.at) })}</span>
    </p>
  );
}

function Alternatives({ doubt: { alternatives }, project, nameOf }: Props) {
  const say = useText(WORDS);
  if (alternatives.length === 0) return null;
  return (
    <p className={styles.alternatives}>
      <GitBranch size={15} strokeWidth={1.75} aria-hidden />
      {say('drawnFrom')}:
      {alternatives.map(id => {
        const name = nameOf(id);
        return name === undefined ? <span key={id}>{say('gone')}</span> : <Link key={id} to={`/projects/${project.id}/value?scenario=${id}`}>{name}</Link>;
      })}
    </p>
  );
}
