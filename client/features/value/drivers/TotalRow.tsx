/** The foot of the drivers: a full year of everything, and how the scenario starts up year by year. */
import { Popover } from '@mantine/core';
import { PenLine } from 'lucide-react';
import type { Evaluation } from '../../../../shared/value/evaluate.ts';
import { linkedKey } from '../../../../shared/value/keys.ts';
import { wholeRamp } from '../../../../shared/value/terms.ts';
import { texts, useText } from '../../../ui/text.ts';
import { CellField } from '../fields/CellField.tsx';
import { FIELD_WORDS } from '../fields/words.ts';
import { useFigures } from '../useFigures.ts';
import detail from './detail.module.css';
import styles from './total.module.css';

const TEXTS = texts('value.total', {
  en: { full: 'A full year, when everything runs', ramp: 'ramp {{shares}}', change: 'Change how it starts up', title: 'How much of a full year each year brings', hint: 'A year left empty goes on like the one before it.' },
  it: { full: 'Un anno pieno, a regime', ramp: 'avvio {{shares}}', change: 'Cambia l’avvio', title: 'Quanto di un anno pieno porta ogni anno', hint: 'Un anno lasciato vuoto continua come quello prima.' },
});

export function TotalRow({ evaluation: { results, terms, scenario } }: { evaluation: Evaluation }) {
  const say = useText(TEXTS);
  const name = useText(FIELD_WORDS);
  const { money, share } = useFigures();
  const ramp = wholeRamp(scenario.ramp, terms.years);
  const shown = ramp.length > 6 ? [...ramp.slice(0, 5).map(part => share(part)), '…'] : ramp.map(part => share(part));
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={6} className={styles.total}>
          <span className={styles.totalWords}>{say('full')}</span>
          <Popover position="bottom-start" trapFocus>
            <Popover.Target>
              <button type="button" className={styles.ramp} aria-label={`${say('change')}: ${shown.join(', ')}`}>{say('ramp', { shares: shown.join('\u2009·\u2009') })}<PenLine size={13} strokeWidth={1.75} aria-hidden /></button>
            </Popover.Target>
            <Popover.Dropdown>
              <p className={styles.rampTitle}>{say('title')}</p>
              <div className={detail.years}>
                {ramp.map((part, nth) => <CellField key={nth} cell={linkedKey(scenario.id, 'ramp', nth + 1)} label={name('ramp', { year: nth + 1 })} otherwise={share(part)} />)}
              </div>
              <p className={detail.hint}>{say('hint')}</p>
            </Popover.Dropdown>
          </Popover>
        </th>
        <td className={styles.sum}>{money(results.fullYear)}</td>
        <td aria-hidden />
      </tr>
    </tfoot>
  );
}
