/** A frozen value model, drawn from the frozen object alone: what each alternative is worth, year by year, and every figure behind it. */
import { useMemo } from 'react';
import { type FrozenValue, thawValue } from '../../../shared/documents/frozenValue.ts';
import { tablesOf } from '../../../shared/value/tables/export.ts';
import { cellsOfModel } from '../../../shared/value/unbuild.ts';
import { useLanguage, useText } from '../../ui/text.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { FigureTable } from './FigureTable.tsx';
import { FrozenFlows } from './FrozenFlows.tsx';
import styles from './FrozenValueView.module.css';
import { FrozenWorth } from './FrozenWorth.tsx';
import { VALUE_WORDS } from './valueWords.ts';

export interface FrozenValueProps {
  value: FrozenValue;
  firms: { seller: string; client: string; currency: string };
}

export function FrozenValueView({ value, firms }: FrozenValueProps) {
  const say = useText(VALUE_WORDS);
  const language = useLanguage();
  const tables = useMemo(() => {
    const model = thawValue(value);
    const cells = cellsOfModel(model);
    return tablesOf({ model, cellOf: key => cells.get(key), language });
  }, [value, language]);
  const shown = value.scenarios.find(({ id }) => id === value.settings.onTable) ?? value.scenarios[0];
  return (
    <>
      {value.scenarios.length > 0 && <FrozenWorth value={value} firms={firms} />}
      {shown && <FrozenFlows scenario={shown} firms={firms} />}
      <Respected value={value} />
      <section className={styles.section}>
        <h2>{say('figures')}</h2>
        {tables.map(table => <FigureTable key={table.name} table={table} currency={firms.currency} />)}
      </section>
    </>
  );
}

/** Constraints with what was judged, and the options that are switched on. */
function Respected({ value: { constraints, options, scenarios } }: Pick<FrozenValueProps, 'value'>) {
  const say = useText(VALUE_WORDS);
  const format = useFormat();
  const on = scenarios.map(({ fields, options: switched }) => ({ code: fields.code, names: options.filter(({ id }) => switched[id]).map(option => option.fields.label) }));
  const switchedOn = on.filter(({ names }) => names.length > 0);
  return (
    <>
      {constraints.length > 0 && (
        <section className={styles.section}>
          <h2>{say('constraints')}</h2>
          <ul className={styles.list}>
            {constraints.map(({ id, label, limit, measure }) => (
              <li key={id}>
                {label}
                {limit !== null && <> ({say('limit', { limit: format.number(limit) })})</>}
                {measure === 'judged' && <>: {scenarios.map(({ fields, kept }) => `${fields.code} ${say(`kept.${kept[id] ?? 'open'}`)}`).join(', ')}</>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {switchedOn.length > 0 && (
        <section className={styles.section}>
          <h2>{say('options')}</h2>
          <ul className={styles.list}>{switchedOn.map(({ code, names }) => <li key={code}>{code}: {format.list(names)}</li>)}</ul>
        </section>
      )}
    </>
  );
}
