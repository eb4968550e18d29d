/** The flows as a table, to the cent, with what they come to in today's money. */
import type { Results } from '../../../../shared/value/results.ts';
import { texts, useText } from '../../../ui/text.ts';
import { useFigures } from '../useFigures.ts';
import { useSides } from '../useSides.ts';
import styles from './charts.module.css';

const TEXTS = texts('value.flowsTable', {
  en: { when: 'When', together: 'Together', today: 'In today’s money', return: 'Return', payback: 'Payback' },
  it: { when: 'Quando', together: 'Insieme', today: 'In denaro di oggi', return: 'Ritorno', payback: 'Rientro' },
});

export function FlowsTable({ results, when }: { results: Results; when: (year: number) => string }) {
  const say = useText(TEXTS);
  const sides = useSides();
  const { cents, share, longYears } = useFigures();
  const amount = (value: number, key?: string) => <td key={key} className={value < 0 ? styles.negative : undefined}>{cents(value)}</td>;
  return (
    <table>
      <thead><tr><th scope="col">{say('when')}</th><th scope="col">{say('together')}</th><th scope="col">{sides.seller}</th><th scope="col">{sides.client}</th></tr></thead>
      <tbody>
        {results.flows.map(({ year, joint, seller, client }) => <tr key={year}><th scope="row">{when(year)}</th>{amount(joint)}{amount(seller)}{amount(client)}</tr>)}
      </tbody>
      <tfoot>
        <tr><th scope="row">{say('today')}</th>{amount(results.npv)}{amount(results.sellerNpv)}{amount(results.clientNpv)}</tr>
        <tr><th scope="row">{say('return')}</th><td>{results.roi === null ? '–' : share(results.roi, 2, 2)}</td><td /><td /></tr>
        <tr><th scope="row">{say('payback')}</th><td>{longYears(results.paybackYears)}</td><td /><td /></tr>
      </tfoot>
    </table>
  );
}
