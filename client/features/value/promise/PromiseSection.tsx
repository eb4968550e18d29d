/** Promise and reality of the chosen scenario, year by year: what drivers really brought, and what is due for it. */
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Evaluation } from '../../../../shared/value/evaluate.ts';
import type { Model } from '../../../../shared/value/model.ts';
import { promiseOf } from '../../../../shared/value/promise.ts';
import { useText } from '../../../ui/text.ts';
import { Card } from '../Card.tsx';
import { OutcomesCard } from '../outcomes/OutcomesCard.tsx';
import { useChosen, useSnapshot } from '../ValueContext.tsx';
import { PromiseChart } from './PromiseChart.tsx';
import { PromiseSheet } from './PromiseSheet.tsx';
import { PromiseSum } from './PromiseSum.tsx';
import styles from './promise.module.css';
import { WORDS } from './words.ts';

export function PromiseSection() {
  const say = useText(WORDS);
  const { model } = useSnapshot();
  const { chosen } = useChosen();
  if (!chosen) return <Card title={say('title')}><p className={styles.sentence}>{say('noScenario')}</p></Card>;
  return <PromiseOf model={model} chosen={chosen} />;
}

function PromiseOf({ model, chosen: { scenario, terms } }: { model: Model; chosen: Evaluation }) {
  const say = useText(WORDS);
  const [asked, setYear] = useState(1);
  const year = Math.min(asked, Math.max(1, terms.years));
  const promise = promiseOf(model, scenario, year);
  const years = Array.from({ length: terms.years }, (_, nth) => ({ value: `${nth + 1}`, label: say('year', { year: nth + 1 }) }));
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h2 className={styles.scenario}>{say('scenario', { code: scenario.code, name: scenario.name })}</h2>
        <div className={styles.years}><SegmentedControl data={years} value={`${year}`} onChange={value => { setYear(Number(value)); }} aria-label={say('years')} /></div>
      </div>
      <PromiseSum promise={promise} terms={terms} />
      <div className={styles.grid}>
        <Card title={say('title')} flush><PromiseSheet key={`${scenario.id} ${year}`} model={model} scenario={scenario} promise={promise} /></Card>
        <Card title={say('chart')}><PromiseChart model={model} promise={promise} /></Card>
      </div>
      <OutcomesCard measured />
    </div>
  );
}
