/** One alternative year by year, to the cent, as it was frozen. */
import type { FrozenValue } from '../../../shared/documents/frozenValue.ts';
import { ScrollBox } from '../../ui/ScrollBox.tsx';
import { useText } from '../../ui/text.ts';
import { useFormat } from '../../ui/useFormat.ts';
import type { FrozenValueProps } from './FrozenValueView.tsx';
import styles from './FrozenValueView.module.css';
import { VALUE_WORDS } from './valueWords.ts';

type Flow = FrozenValue['scenarios'][number]['results']['flows'][number];

export function FrozenFlows({ scenario: { fields, results }, firms }: { scenario: FrozenValue['scenarios'][number]; firms: FrozenValueProps['firms'] }) {
  const say = useText(VALUE_WORDS);
  const format = useFormat();
  const rows: readonly (readonly [string, (flow: Flow) => number])[] = [
    [say('benefit'), flow => flow.benefit], [say('cost'), flow => flow.cost], [say('paid', firms), flow => flow.paid],
    [say('together'), flow => flow.joint], [firms.client, flow => flow.client], [firms.seller, flow => flow.seller],
  ];
  const title = say('flows', { code: fields.code || fields.name });
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {fields.story !== '' && <p className={styles.under}>{fields.story}</p>}
      <ScrollBox className={styles.scroll} label={title}>
        <table className={`ins-plain ${styles.table}`}>
          <thead>
            <tr>
              <td />
              {results.flows.map(({ year }) => <th key={year} scope="col" data-number>{year === 0 ? say('start') : say('year', { year })}</th>)}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, of]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {results.flows.map(flow => <td key={flow.year} data-loss={of(flow) < 0 || undefined}>{format.money(of(flow) / 100, firms.currency, 2)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
