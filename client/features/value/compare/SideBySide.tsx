/**
 * Things side by side: a column each, what is compared down the left, the best of a row in bold and with a word.
 *
 * On a narrow screen the columns scroll beneath a first one that stays. Knows no model: words and figures come in.
 */
import type { CSSProperties, ReactNode } from 'react';
import { ScrollBox } from '../../../ui/ScrollBox.tsx';
import { texts, useText } from '../../../ui/text.ts';
import styles from './SideBySide.module.css';

const TEXTS = texts('value.sideBySide', { en: { best: 'best' }, it: { best: 'il migliore' } });

export interface SideColumn {
  id: string;
  head: ReactNode;
  /** Stands out a little: the one that is on the table. */
  marked?: boolean;
}
export interface SideRow {
  id: string;
  label: ReactNode;
  /** What the row means, in a quiet line below its label. */
  hint?: ReactNode;
  /** One for each column. */
  cells: readonly ReactNode[];
  /** Which columns hold the best of this row. */
  best?: readonly number[];
  /** A word other than "best": "lowest". */
  bestWord?: string;
  /** A figure that carries the table: larger, in serif. */
  strong?: boolean;
}
export interface SideGroup {
  id: string;
  title?: string;
  rows: readonly SideRow[];
}

interface Props {
  /** What the table compares, for who does not see it. */
  caption: string;
  /** Above the first column. */
  corner?: string;
  columns: readonly SideColumn[];
  groups: readonly SideGroup[];
}

export function SideBySide({ caption, corner = '', columns, groups }: Props) {
  return (
    <ScrollBox label={caption} className={styles.scroll}>
      <table className={styles.table} style={{ '--columns': columns.length } as CSSProperties}>
        <caption className="ins-hidden">{caption}</caption>
        <thead>
          <tr>
            {corner === '' ? <td className={styles.corner} /> : <th scope="col" className={styles.corner}>{corner}</th>}
            {columns.map(({ id, head, marked = false }) => <th key={id} scope="col" className={marked ? styles.marked : ''}>{head}</th>)}
          </tr>
        </thead>
        {groups.filter(({ rows }) => rows.length > 0).map(group => <Group key={group.id} group={group} columns={columns} />)}
      </table>
    </ScrollBox>
  );
}

function Group({ group: { title, rows }, columns }: { group: SideGroup; columns: readonly SideColumn[] }) {
  return (
    <tbody>
      {title !== undefined && (
        <tr className={styles.group}>
          <th scope="rowgroup" colSpan={columns.length + 1}><span className={styles.groupWords}>{title}</span></th>
        </tr>
      )}
      {rows.map(row => <Row key={row.id} row={row} columns={columns} />)}
    </tbody>
  );
}

function Row({ row: { label, hint, cells, best = [], bestWord, strong = false }, columns }: { row: SideRow; columns: readonly SideColumn[] }) {
  const say = useText(TEXTS);
  return (
    <tr>
      <th scope="row">
        <span className={styles.label}>{label}</span>
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </th>
      {columns.map(({ id, marked = false }, nth) => (
        <td key={id} className={`${strong ? styles.strong : ''} ${marked ? styles.marked : ''}`}>
          {best.includes(nth) ? <strong className={styles.best}>{cells[nth]} <span className={styles.word}>{bestWord ?? say('best')}</span></strong> : cells[nth]}
        </td>
      ))}
    </tr>
  );
}
