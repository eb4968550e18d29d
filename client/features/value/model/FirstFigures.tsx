/** A model in which nothing is counted yet: where figures go in, and in one sentence what will come of them. No charts of noughts. */
import type { Evaluation } from '../../../../shared/value/evaluate.ts';
import { EmptyPlace } from '../../../ui/EmptyPlace.tsx';
import { texts, useText } from '../../../ui/text.ts';
import { DriverCard } from '../drivers/DriverCard.tsx';
import { OutcomesCard } from '../outcomes/OutcomesCard.tsx';
import { useSlots } from '../slots.ts';
import { CostCard } from './CostCard.tsx';
import styles from './model.module.css';

const TEXTS = texts('value.firstFigures', {
  en: { sentence: 'With the first figures you see here what you create together, and how it is shared.', example: 'For example: 12,000 hours a year, 45% of them saved, each worth €21.50.' },
  it: { sentence: 'Con le prime cifre vedi qui che cosa create insieme, e come lo dividete.', example: 'Per esempio: 12.000 ore l’anno, il 45 % risparmiato, ognuna vale 21,50 €.' },
});

export function FirstFigures({ evaluation }: { evaluation: Evaluation }) {
  const say = useText(TEXTS);
  const { doubts } = useSlots();
  return (
    <div className={styles.grid}>
      <div className={styles.side}>
        <EmptyPlace example={say('example')}>{say('sentence')}</EmptyPlace>
        {doubts?.(evaluation.scenario.id)}
      </div>
      <div className={styles.main}>
        <DriverCard evaluation={evaluation} />
        <CostCard scenario={evaluation.scenario} />
        <OutcomesCard />
      </div>
    </div>
  );
}
