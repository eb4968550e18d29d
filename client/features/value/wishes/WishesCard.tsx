/** The client's wishes with their weights, what each scenario scores in them, and how well it fits in all. */
import type { Compared } from '../../../../shared/value/compare.ts';
import { cellKey, linkedKey } from '../../../../shared/value/keys.ts';
import type { Model } from '../../../../shared/value/model.ts';
import { useText } from '../../../ui/text.ts';
import { useFigures } from '../useFigures.ts';
import { useSides } from '../useSides.ts';
import styles from '../rows/rows.module.css';
import { type RowColumn, RowsCard } from '../rows/RowsCard.tsx';
import { WORDS } from './words.ts';

export function WishesCard({ model, scenarios }: { model: Model; scenarios: readonly Compared[] }) {
  const say = useText(WORDS);
  const sides = useSides();
  const { share } = useFigures();
  const columns: RowColumn[] = [
    { id: 'label', head: say('wish'), name: say('wish'), words: true, cellOf: id => cellKey(id, 'label') },
    { id: 'weight', head: say('weight'), name: say('weight'), cellOf: id => cellKey(id, 'weight') },
    ...scenarios.map(({ scenario: { id: scenario, code } }): RowColumn => ({ id: scenario, head: say('score', { code }), name: code, cellOf: id => linkedKey(scenario, 'score', id) })),
  ];
  const foot = (
    <tfoot>
      <tr>
        <th scope="row">{say('fit')}</th>
        <td />
        {scenarios.map(({ scenario, figures }) => <td key={scenario.id} className={styles.strong}>{figures.fit === null ? <span className={styles.quiet}>{say('noFit')}</span> : share(figures.fit)}</td>)}
        <td />
      </tr>
    </tfoot>
  );
  return (
    <RowsCard
      title={say('wishes', sides)} hint={say('wishesHint')} kind="wsh" columns={columns} foot={foot} empty={say('noWishes', sides)}
      rows={model.wishes.map(({ id, label }) => ({ id, name: label || say('unnamedWish') }))} add={{ verb: say('addWish'), label: say('newWish') }}
    />
  );
}
