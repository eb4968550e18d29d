/** What could come of the chosen scenario: which drivers matter most, what ten thousand draws say, alone beside together. */
import { useText } from '../../../ui/text.ts';
import { Card } from '../Card.tsx';
import { useChosen, useSnapshot } from '../ValueContext.tsx';
import { AloneCard } from './AloneCard.tsx';
import { OutlookCard } from './OutlookCard.tsx';
import { TornadoCard } from './TornadoCard.tsx';
import styles from './risk.module.css';
import { WORDS } from './words.ts';

export function RiskSection() {
  const say = useText(WORDS);
  const { model } = useSnapshot();
  const { chosen } = useChosen();
  if (!chosen) return <Card title={say('could')}><p className={styles.sentence}>{say('noScenario')}</p></Card>;
  const { scenario } = chosen;
  return (
    <div className={styles.page}>
      <h2 className={styles.scenario}>{say('scenario', { code: scenario.code, name: scenario.name })}</h2>
      <div className={styles.grid}>
        <OutlookCard key={scenario.id} model={model} scenario={scenario} />
        <div className={styles.column}>
          <TornadoCard model={model} scenario={scenario} />
          <AloneCard settings={model.settings} results={chosen.results} />
        </div>
      </div>
    </div>
  );
}
