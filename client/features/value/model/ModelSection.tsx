/** The model itself: where the value comes from, what it costs, what comes of it, and how it is shared. */
import { useMediaQuery } from '@mantine/hooks';
import { useDeferredValue } from 'react';
import { isCounted } from '../../../../shared/value/results.ts';
import { DriverCard } from '../drivers/DriverCard.tsx';
import { CumulativeCard } from '../charts/CumulativeCard.tsx';
import { FlowsChart } from '../charts/FlowsChart.tsx';
import { WaterfallCard } from '../charts/WaterfallCard.tsx';
import { OutcomesCard } from '../outcomes/OutcomesCard.tsx';
import { ShareCard } from '../share/ShareCard.tsx';
import { useSlots } from '../slots.ts';
import { useChosen, useSnapshot } from '../ValueContext.tsx';
import { CostCard } from './CostCard.tsx';
import { FirstFigures } from './FirstFigures.tsx';
import { Hero } from './Hero.tsx';
import { MissingNotice } from './MissingNotice.tsx';
import styles from './model.module.css';
import { NoScenario } from './NoScenario.tsx';

const AT_ONCE = { getInitialValueInEffect: false };

export function ModelSection() {
  const { chosen } = useChosen();
  const { drivers } = useSnapshot().model;
  // Typing comes first: what follows from it is drawn as soon as there is a moment, charts and sums together.
  const shown = useDeferredValue(chosen) ?? chosen;
  const named = useDeferredValue(drivers);
  const { doubts, openDoubts } = useSlots();
  const phone = useMediaQuery('(max-width: 47.99em)', false, AT_ONCE);
  if (!chosen || !shown) return <NoScenario />;
  if (!isCounted(chosen.results)) return <FirstFigures evaluation={chosen} />;
  const chart = <FlowsChart evaluation={shown} />;
  return (
    <>
      {openDoubts?.(chosen.scenario.id)}
      <div className={styles.grid}>
        <div className={styles.side}>
          <section className={`ins-frame ${styles.result}`}>
            <Hero evaluation={shown} />
            {!phone && chart}
          </section>
          <MissingNotice scenario={chosen.scenario} />
          <ShareCard key={shown.scenario.id} evaluation={shown} />
          {phone && <section className={`ins-frame ${styles.result}`}>{chart}</section>}
          {doubts?.(chosen.scenario.id)}
          {!phone && <CumulativeCard evaluation={shown} />}
        </div>
        <div className={styles.main}>
          <DriverCard evaluation={chosen} />
          <CostCard scenario={chosen.scenario} />
          <WaterfallCard evaluation={shown} drivers={named} />
          {phone && <CumulativeCard evaluation={shown} />}
          <OutcomesCard />
        </div>
      </div>
    </>
  );
}
