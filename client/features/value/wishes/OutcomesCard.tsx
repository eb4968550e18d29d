/** Results that are not money, beside the money: where they stand, where they shall go, and how far they have come. */
import { cellKey } from '../../../../shared/value/keys.ts';
import type { Model, Outcome } from '../../../../shared/value/model.ts';
import { useText } from '../../../ui/text.ts';
import { useFigures } from '../useFigures.ts';
import styles from './grid.module.css';
import { RowsCard } from './RowsCard.tsx';
import { WORDS } from './words.ts';

export function OutcomesCard({ model: { outcomes } }: { model: Model }) {
  const say = useText(WORDS);
  const fields = ['unit', 'baseline', 'target', 'actual', 'source'] as const;
  return (
    <RowsCard
      title={say('outcomes')} kind="out" empty={say('noOutcomes')} add={{ verb: say('addOutcome'), label: say('newOutcome') }}
      rows={outcomes.map(({ id, label }) => ({ id, name: label || say('unnamedOutcome') }))}
      columns={[
        { id: 'label', head: say('outcome'), name: say('outcome'), words: true, cellOf: id => cellKey(id, 'label') },
        ...fields.map(field => ({ id: field, head: say(field), name: say(field), words: field === 'unit' || field === 'source', cellOf: (id: string) => cellKey(id, field) })),
      ]}
      figure={{ head: say('way'), of: id => <Way outcome={outcomes.find(each => each.id === id)} /> }}
    />
  );
}

/** (reached − today) / (aim − today), from 0 to 1; undefined while one is missing or there is no way to go. */
export function wayOf({ baseline, target, actual }: Pick<Outcome, 'baseline' | 'target' | 'actual'>): number | undefined {
  if (baseline === null || target === null || actual === null || target === baseline) return undefined;
  return (actual - baseline) / (target - baseline);
}

function Way({ outcome }: { outcome: Outcome | undefined }) {
  const say = useText(WORDS);
  const { share } = useFigures();
  const way = outcome && wayOf(outcome);
  if (way === undefined) return <span className={styles.quiet}>{say('wayNot')}</span>;
  return (
    <span className={styles.way}>
      <span className={styles.track} aria-hidden><span className={styles.done} style={{ width: `${Math.min(1, Math.max(0, way)) * 100}%` }} /></span>
      {say('wayOf', { share: share(way, 0) })}
    </span>
  );
}
