/** In the top bar: what both create together in the scenario on the table, how it is split, and how much is still open. */
import { CircleDot, TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';
import type { Evaluation } from '../../../../shared/value/evaluate.ts';
import type { ProjectView } from '../../../../shared/projects.ts';
import type { LiveRoom } from '../../../collab/types.ts';
import { SideGlyph } from '../../../ui/SideGlyph.tsx';
import { SplitBar } from '../../../ui/SplitBar.tsx';
import { texts, useText } from '../../../ui/text.ts';
import { useFiguresIn } from '../useFigures.ts';
import { sidesOf } from '../useSides.ts';
import styles from './header.module.css';
import { useOnTable } from './useOnTable.ts';

const TEXTS = texts('value.header', {
  en: {
    together: 'Together, {{code}}', label: 'Together {{amount}} with {{code}}. {{seller}} {{sellerShare}}, {{client}} {{clientShare}}.', loses: '{{who}} loses {{amount}}', lossTogether: 'Together {{amount}}', noSplit: 'No split shown',
    open_one: '{{count}} still open', open_other: '{{count}} still open',
  },
  it: {
    together: 'Insieme, {{code}}', label: 'Insieme {{amount}} con {{code}}. {{seller}} {{sellerShare}}, {{client}} {{clientShare}}.', loses: '{{who}} perde {{amount}}', lossTogether: 'Insieme {{amount}}', noSplit: 'Nessuna divisione',
    open_one: '{{count}} in sospeso', open_other: '{{count}} in sospeso',
  },
});

interface Props {
  project: ProjectView;
  room: LiveRoom;
  /** How much is still open, figures included. */
  open: number;
}

export function ValueHeader({ project, room, open }: Props) {
  const say = useText(TEXTS);
  const evaluation = useOnTable(room);
  if (!evaluation) return null;
  const loss = evaluation.guard.kind === 'loss';
  return (
    <div className={`${styles.header} ${loss ? styles.attention : ''}`}>
      {loss ? <Loss project={project} evaluation={evaluation} /> : <Split project={project} evaluation={evaluation} />}
      {open > 0 && <Link to={`/projects/${project.id}`} className={styles.open}><CircleDot size={16} strokeWidth={1.75} aria-hidden />{say('open', { count: open })}</Link>}
    </div>
  );
}

interface Shown {
  project: ProjectView;
  evaluation: Evaluation;
}

function Split({ project, evaluation: { scenario, terms, results } }: Shown) {
  const say = useText(TEXTS);
  const { money, share } = useFiguresIn(project.currency);
  const seller = results.sellerShare ?? 0;
  const values = { code: scenario.code, amount: money(results.npv), ...sidesOf(project), sellerShare: share(seller), clientShare: share(1 - seller) };
  return (
    <Link to={`/projects/${project.id}/value?scenario=${scenario.id}`} className={styles.link} aria-label={say('label', values)}>
      <span className={styles.sum}><span className={styles.small}>{say('together', { code: scenario.code })}</span><span className={styles.amount}>{values.amount}</span></span>
      {results.sellerShare !== null && (
        <span className={styles.shares}>
          <SplitBar sellerShare={seller} target={terms.targetSellerShare} height={7} plain />
          <span className={styles.both}><span><SideGlyph side="seller" />{values.sellerShare}</span><span><SideGlyph side="client" />{values.clientShare}</span></span>
        </span>
      )}
    </Link>
  );
}

function Loss({ project, evaluation: { scenario, results, guard } }: Shown) {
  const say = useText(TEXTS);
  const { money } = useFiguresIn(project.currency);
  if (guard.kind !== 'loss') return null;
  const [worst] = guard.losers;
  return (
    <Link to={`/projects/${project.id}/value?scenario=${scenario.id}`} className={styles.link}>
      <TriangleAlert size={18} strokeWidth={1.75} aria-hidden />
      <span className={styles.sum}>
        <strong>{worst ? say('loses', { who: sidesOf(project)[worst.side], amount: money(worst.amount) }) : say('lossTogether', { amount: money(results.npv) })}</strong>
        <span className={styles.small}>{scenario.code} · {say('noSplit')}</span>
      </span>
    </Link>
  );
}
