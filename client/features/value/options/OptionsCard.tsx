/** Packages of the chosen scenario, each with its switch, its price and what it changes for both. */
import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import type { Evaluation } from '../../../../shared/value/evaluate.ts';
import type { Model } from '../../../../shared/value/model.ts';
import { useText } from '../../../ui/text.ts';
import { Card } from '../Card.tsx';
import { useFigures } from '../useFigures.ts';
import { useSides } from '../useSides.ts';
import { useChosen, useMayWrite, useTable } from '../ValueContext.tsx';
import styles from './options.module.css';
import { PackageRow } from './PackageRow.tsx';
import { WORDS } from './words.ts';

export function OptionsCard({ model }: { model: Model }) {
  const say = useText(WORDS);
  const { desk } = useTable();
  const { chosen } = useChosen();
  const mayWrite = useMayWrite();
  const button = mayWrite && (
    <Button variant="default" size="xs" leftSection={<Plus size={16} strokeWidth={1.75} aria-hidden />} onClick={() => { desk.add('opt', { label: say('newName') }); }}>{say('add')}</Button>
  );
  return (
    <Card title={say('title')} actions={button} flush>
      {model.options.length === 0
        ? <><p className={styles.empty}>{say('empty')}</p><p className={styles.emptyHint}>{say('emptyHint')}</p></>
        : (
            <>
              {chosen && <Sum chosen={chosen} />}
              <ul className={styles.list}>{model.options.map(option => <PackageRow key={option.id} option={option} model={model} scenario={chosen?.scenario} />)}</ul>
            </>
          )}
    </Card>
  );
}

/** What the scenario comes to with everything that is switched on; live. */
function Sum({ chosen: { scenario, results, guard } }: { chosen: Evaluation }) {
  const say = useText(WORDS);
  const { money } = useFigures();
  const sides = useSides();
  return (
    <div className={styles.sum} aria-live="polite">
      <span>{say('scenario', { code: scenario.code, name: scenario.name })}</span>
      <span className={`${styles.sumFigure} ${results.npv < 0 ? styles.negative : ''}`}>{say('together', { amount: money(results.npv) })}</span>
      {guard.kind === 'loss' && guard.losers.map(({ side, amount }) => <span key={side} className={styles.loses}>{say('sumLoses', { firm: sides[side], amount: money(amount) })}</span>)}
    </div>
  );
}
