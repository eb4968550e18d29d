/** What both sides create together, set large; return and payback beside it, and the years and rate all this is reckoned with. */
import { Popover } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { SlidersHorizontal } from 'lucide-react';
import { memo } from 'react';
import type { Evaluation } from '../../../../shared/value/evaluate.ts';
import { settingKey } from '../../../../shared/value/keys.ts';
import { texts, useText } from '../../../ui/text.ts';
import { CellField } from '../fields/CellField.tsx';
import { FIELD_WORDS } from '../fields/words.ts';
import { yearsInWords } from '../overYears.ts';
import { useFigures } from '../useFigures.ts';
import styles from './model.module.css';

const TEXTS = texts('value.hero', {
  en: {
    over: 'Together, over {{years}}', overNamed: '{{name}}, over {{years}}', return: 'return', payback: 'payback', frame: 'Years, rate and target',
    rateHint: 'What money is worth to you a year: later money counts for less.',
  },
  it: {
    over: 'Insieme, in {{years}}', overNamed: '{{name}}, in {{years}}', return: 'ritorno', payback: 'rientro', frame: 'Anni, tasso e obiettivo',
    rateHint: 'Quanto vale il denaro in un anno: quello che arriva dopo conta meno.',
  },
});

export const Hero = memo(function Hero({ evaluation: { scenario, results, terms } }: { evaluation: Evaluation }) {
  const say = useText(TEXTS);
  const figures = useFigures();
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const years = yearsInWords(figures.language, terms.years);
  return (
    <div className={styles.hero}>
      <div>
        <p className={styles.over}>
          {phone && scenario.name ? say('overNamed', { name: scenario.name, years }) : say('over', { years })}
          <Frame />
        </p>
        <p className={`${styles.joint} ${results.npv < 0 ? styles.negative : ''}`} data-joint>{figures.money(results.npv)}</p>
      </div>
      <dl className={styles.facts}>
        <div className={styles.fact}><dt>{say('return')}</dt><dd>{results.roi === null ? '–' : figures.share(results.roi, 1, 1)}</dd></div>
        <div className={styles.fact}><dt>{say('payback')}</dt><dd>{phone ? figures.longYears(results.paybackYears, 1) : figures.years(results.paybackYears)}</dd></div>
      </dl>
    </div>
  );
});

/** What holds for all scenarios. */
function Frame() {
  const say = useText(TEXTS);
  const name = useText(FIELD_WORDS);
  return (
    <Popover position="bottom-start" trapFocus>
      <Popover.Target>
        <button type="button" className={styles.frame} aria-label={say('frame')} title={say('frame')}><SlidersHorizontal size={15} strokeWidth={1.75} aria-hidden /></button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={styles.settings}>
          <CellField cell={settingKey('years')} label={name('years')} />
          <CellField cell={settingKey('discountRate')} label={name('discountRate')} description={say('rateHint')} />
          <CellField cell={settingKey('targetSellerShare')} label={name('targetSellerShare')} />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
