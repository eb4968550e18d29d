/** One table of a value model as it would go into a spreadsheet, with its numbers written as the reader writes them. */
import { formatMoney, formatShare, formatUpTo } from '../../ui/format.ts';
import type { Table, TableCell } from '../../../shared/value/tables/export.ts';
import { ScrollBox } from '../../ui/ScrollBox.tsx';
import { useLanguage } from '../../ui/text.ts';
import styles from './FrozenValueView.module.css';

export function FigureTable({ table: { title, rows }, currency }: { table: Table; currency: string }) {
  const write = useWriter(currency);
  // The last column holds ids: they say nothing to a person.
  const withoutId = (row: readonly TableCell[]): readonly TableCell[] => (rows[0]?.at(-1)?.value === 'id' ? row.slice(0, -1) : row);
  const [head = [], ...lines] = withoutEmpty(rows.map(withoutId));
  return (
    <ScrollBox className={styles.scroll} label={title}>
      <table className={`ins-plain ${styles.table}`}>
        <thead>
          <tr>{head.map((cell, nth) => <th key={nth} scope="col" data-number={isNumeric(lines, nth) || undefined}>{write(cell)}</th>)}</tr>
        </thead>
        <tbody>
          {lines.map((line, nth) => (
            <tr key={nth}>
              {line.map((cell, column) => (column === 0
                ? <th key={column} scope="row">{write(cell)}</th>
                : <td key={column} data-words={cell.shown === undefined || undefined}>{write(cell)}</td>))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** What nobody filled in is a column in a spreadsheet, and nothing to read here. */
function withoutEmpty(rows: readonly (readonly TableCell[])[]): readonly (readonly TableCell[])[] {
  const [, ...lines] = rows;
  const says = (column: number): boolean => column === 0 || lines.some(line => String(line[column]?.value ?? '').trim() !== '');
  return rows.map(row => row.filter((_cell, column) => says(column)));
}

const isNumeric = (lines: readonly (readonly TableCell[])[], column: number): boolean => lines.some(line => line[column]?.shown !== undefined);

function useWriter(currency: string): (cell: TableCell) => string {
  const language = useLanguage();
  return ({ value, shown }) => {
    if (typeof value !== 'number') return String(value ?? '');
    switch (shown) {
      case 'money': return formatMoney(language, value, currency, 2, Number.isInteger(value) ? 0 : 2);
      case 'rate': return formatMoney(language, value, currency, 6, 2);
      case 'share': return formatShare(language, value, decimalsOf(value * 100));
      default: return formatUpTo(language, value, 6);
    }
  };
}

/** As many as somebody wrote, at most four. */
const decimalsOf = (value: number): number => Math.min(4, (String(Number(value.toPrecision(12))).split('.')[1] ?? '').length);
