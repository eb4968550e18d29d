/** What an import would do, before it does: each change with what stands there now, new rows, and what cannot be read. */
import { fieldOf } from '../../../../shared/value/keys.ts';
import type { CellValue } from '../../../../shared/value/fields.ts';
import { describeCell } from '../../../../shared/value/tables/describe.ts';
import { type ImportPlan, isEmptyPlan, type PlannedChange } from '../../../../shared/value/tables/plan.ts';
import { choiceWord, TABLES } from '../../../../shared/value/tables/words.ts';
import { ScrollBox } from '../../../ui/ScrollBox.tsx';
import { useFormat } from '../../../ui/useFormat.ts';
import { useLanguage, useText } from '../../../ui/text.ts';
import { type Figures, useFigures } from '../useFigures.ts';
import { useSnapshot } from '../ValueContext.tsx';
import styles from './files.module.css';
import { FILE_WORDS } from './words.ts';

/** Lines shown of each kind; a whole model would be a thousand. */
const SHOWN = 60;

export function ImportPreview({ plan, tables }: { plan: ImportPlan; tables: number }) {
  const say = useText(FILE_WORDS);
  const format = useFormat();
  const { changes, rows, problems, ignoredColumns, ignoredTables } = plan;
  if (tables > 0 && ignoredTables.length === tables) return <p>{say('none')}</p>;
  return (
    <>
      {isEmptyPlan(plan) && problems.length === 0 && <p>{say('nothing')}</p>}
      {changes.length > 0 && <Changes changes={changes} plan={plan} />}
      {rows.length > 0 && (
        <section className={styles.part}>
          <h3>{say('rows')}</h3>
          <ul>{rows.slice(0, SHOWN).map(({ id, label, values }) => <li key={id}>{label}{typeof values['name'] === 'string' ? `: ${values['name']}` : typeof values['label'] === 'string' && values['label'] !== label ? `: ${values['label']}` : ''}</li>)}</ul>
          <More count={rows.length - SHOWN} />
        </section>
      )}
      {problems.length > 0 && <Problems problems={problems} />}
      {ignoredColumns.length > 0 && <p className={styles.hint}>{say('ignoredColumns', { names: format.list(ignoredColumns.slice(0, 12)) })}</p>}
      {ignoredTables.length > 0 && <p className={styles.hint}>{say('ignoredTables', { count: ignoredTables.length })}</p>}
    </>
  );
}

function Changes({ changes, plan }: { changes: readonly PlannedChange[]; plan: ImportPlan }) {
  const say = useText(FILE_WORDS);
  const language = useLanguage();
  const { model } = useSnapshot();
  const figures = useFigures();
  const write = (key: PlannedChange['key'], value: CellValue | undefined): string => written(key, value, figures) || say('empty');
  return (
    <section className={styles.part}>
      <h3>{say('changes')}</h3>
      <ScrollBox label={say('changes')} className={styles.scroll}>
        <table className={`ins-plain ${styles.table}`}>
          <thead><tr><th scope="col">{say('field')}</th><th scope="col">{say('from')}</th><th scope="col">{say('to')}</th></tr></thead>
          <tbody>
            {changes.slice(0, SHOWN).map(({ key, from, to }) => {
              const { row, field } = describeCell(key, model, plan.rows, language);
              return <tr key={key}><th scope="row">{row}: {field}</th><td>{write(key, from)}</td><td>{write(key, to)}</td></tr>;
            })}
          </tbody>
        </table>
      </ScrollBox>
      <More count={changes.length - SHOWN} />
    </section>
  );
}

function written(key: PlannedChange['key'], value: CellValue | undefined, figures: Figures): string {
  const field = fieldOf(key);
  if (value === undefined || value === null) return '';
  if (typeof value === 'number' && field?.kind === 'amount') return figures.amount(field, value);
  return field?.kind === 'choice' ? choiceWord(String(value), figures.language) : String(value);
}

function Problems({ problems }: Pick<ImportPlan, 'problems'>) {
  const say = useText(FILE_WORDS);
  const language = useLanguage();
  return (
    <section className={styles.part}>
      <h3>{say('problems')}</h3>
      <ul className={styles.problems}>
        {problems.slice(0, SHOWN).map(({ table, line, column, text, reason }) => (
          <li key={`${table} ${line} ${column}`}>{say('place', { table: TABLES[table][language], line, column, text })} {say(reason)}</li>
        ))}
      </ul>
      <More count={problems.length - SHOWN} />
    </section>
  );
}

function More({ count }: { count: number }) {
  const say = useText(FILE_WORDS);
  return count > 0 ? <p className={styles.hint}>{say('more', { count })}</p> : null;
}
