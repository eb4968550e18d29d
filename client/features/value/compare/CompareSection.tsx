/** Scenarios side by side: what each creates, how it is shared, how risky it is, how well it fits. The client's wishes below. */
import { useMemo } from 'react';
import { compare } from '../../../../shared/value/compare.ts';
import { onTable } from '../../../../shared/value/evaluate.ts';
import { useText } from '../../../ui/text.ts';
import { useFormat } from '../../../ui/useFormat.ts';
import { Card } from '../Card.tsx';
import { useChances } from '../risk/useChances.ts';
import { DRAWS } from '../risk/useOutlook.ts';
import { useFigures } from '../useFigures.ts';
import { useSides } from '../useSides.ts';
import { useSnapshot } from '../ValueContext.tsx';
import { ConstraintsCard } from '../wishes/ConstraintsCard.tsx';
import { WishesCard } from '../wishes/WishesCard.tsx';
import { ColumnHead } from './ColumnHead.tsx';
import styles from './compare.module.css';
import { rowsOf } from './rows.tsx';
import { SideBySide } from './SideBySide.tsx';
import { WhyNotFirst } from './WhyNotFirst.tsx';
import { WORDS } from './words.ts';

export function CompareSection() {
  const say = useText(WORDS);
  const figures = useFigures();
  const format = useFormat();
  const sides = useSides();
  const { model } = useSnapshot();
  const comparison = useMemo(() => compare(model), [model]);
  const seed = model.settings.seed ?? 1;
  const chances = useChances(model, seed);
  const { scenarios } = comparison;
  const table = scenarios.length > 1 ? onTable(model)?.id : undefined;
  const groups = rowsOf({ comparison, model, chances, say, figures, sides, drawn: { draws: format.number(DRAWS), seed } });
  return (
    <div className={styles.page}>
      <WhyNotFirst comparison={comparison} />
      <Card title={say('title')} flush>
        {scenarios.length === 0
          ? <p className={styles.empty}>{say('none')}</p>
          : <SideBySide caption={say('caption')} columns={scenarios.map(each => ({ id: each.scenario.id, marked: each.scenario.id === table, head: <ColumnHead compared={each} model={model} /> }))} groups={groups} />}
        {scenarios.length === 1 && <p className={styles.empty}>{say('one')}</p>}
      </Card>
      <WishesCard model={model} scenarios={scenarios} />
      <ConstraintsCard model={model} scenarios={scenarios} />
    </div>
  );
}
