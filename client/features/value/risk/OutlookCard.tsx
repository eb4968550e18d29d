/** What ten thousand draws say: the chance that a side loses, how far results spread, and the picture of them. */
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Model, Scenario } from '../../../../shared/value/model.ts';
import { useText } from '../../../ui/text.ts';
import { useFormat } from '../../../ui/useFormat.ts';
import { Card } from '../Card.tsx';
import { Histogram } from './Histogram.tsx';
import { OutlookWords } from './OutlookWords.tsx';
import { Progress } from './Progress.tsx';
import { Series } from './Series.tsx';
import styles from './risk.module.css';
import { DRAWS, useOutlook } from './useOutlook.ts';
import { WORDS } from './words.ts';

/** Ten times as many where somebody wants to know more exactly. */
const CHOICES = [DRAWS, DRAWS * 10];

export function OutlookCard({ model, scenario }: { model: Model; scenario: Scenario }) {
  const say = useText(WORDS);
  const { number } = useFormat();
  const [draws, setDraws] = useState(DRAWS);
  const seed = model.settings.seed ?? 1;
  const drawing = useOutlook({ model, scenario, draws, seed });
  const { outlook, drawable } = drawing;
  return (
    <Card title={say('could')}>
      {outlook && <OutlookWords outlook={outlook} />}
      <Progress drawing={drawing} />
      {outlook && <Histogram outlook={outlook} />}
      {drawable.drivers > 0 && (
        <>
          {drawable.assumed > 0 && <p className={styles.assumedNote}>{say('assumedSome', { count: drawable.assumed, drivers: drawable.drivers })}</p>}
          <div className={styles.controls}>
            <Series />
            <div>
              <p className={styles.controlLabel} id="how-many-draws">{say('howMany')}</p>
              <SegmentedControl aria-labelledby="how-many-draws" value={`${draws}`} onChange={value => { setDraws(Number(value)); }} data={CHOICES.map(choice => ({ value: `${choice}`, label: number(choice) }))} />
            </div>
          </div>
        </>
      )}
    </Card>
  );
}
