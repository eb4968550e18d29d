/** Alternatives side by side, as they were frozen; where a side loses there is no split. */
import type { FrozenResults } from '../../../shared/documents/frozenValue.ts';
import { ScrollBox } from '../../ui/ScrollBox.tsx';
import { useText } from '../../ui/text.ts';
import { useFormat } from '../../ui/useFormat.ts';
import type { FrozenValueProps } from './FrozenValueView.tsx';
import styles from './FrozenValueView.module.css';
import { VALUE_WORDS } from './valueWords.ts';

export function FrozenWorth({ value, firms }: FrozenValueProps) {
  const say = useText(VALUE_WORDS);
  const format = useFormat();
  const { settings, scenarios } = value;
  return (
    <section className={styles.section}>
      <h2>{say('worth')}</h2>
      <p className={styles.under}>{say('worthUnder', { years: settings.years ?? 0, rate: format.share(settings.discountRate ?? 0, 1) })}</p>
      <ScrollBox className={styles.scroll} label={say('worth')}>
        <table className={`ins-plain ${styles.table}`}>
          <thead>
            <tr>
              <th scope="col">{say('scenario')}</th>
              {[say('together'), say('return'), say('payback'), firms.client, firms.seller, say('share', { seller: firms.seller })].map(title => <th key={title} scope="col" data-number>{title}</th>)}
            </tr>
          </thead>
          <tbody>
            {scenarios.map(({ id, fields, results }) => (
              <tr key={id}>
                <th scope="row">
                  {fields.code} {fields.name}
                  {id === settings.onTable && <span className={styles.tag}>{say('onTable')}</span>}
                  {fields.nearlyApproved && <span className={styles.tag}>{say('nearly')}</span>}
                </th>
                <Results results={results} firms={firms} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

function Results({ results, firms }: { results: FrozenResults; firms: FrozenValueProps['firms'] }) {
  const say = useText(VALUE_WORDS);
  const format = useFormat();
  const money = (minor: number): string => format.money(minor / 100, firms.currency);
  const { npv, roi, paybackYears, clientNpv, sellerNpv, sellerShare } = results;
  return (
    <>
      <td data-loss={npv < 0 || undefined}>{money(npv)}</td>
      <td>{roi === null ? '' : format.share(roi, 1)}</td>
      <td>{paybackYears === null ? say('never') : say('years', { years: format.number(paybackYears, 1) })}</td>
      <td data-loss={clientNpv < 0 || undefined}>{money(clientNpv)}{clientNpv < 0 && <span className={styles.tag}>{say('loses', { name: firms.client })}</span>}</td>
      <td data-loss={sellerNpv < 0 || undefined}>{money(sellerNpv)}{sellerNpv < 0 && <span className={styles.tag}>{say('loses', { name: firms.seller })}</span>}</td>
      <td>{sellerShare === null ? say('noSplit') : format.share(sellerShare, 1)}</td>
    </>
  );
}
