/** A card with a sheet of rows that people add and delete: one column of words, others of figures. Knows no kind of row. */
import { Button } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { CellKey } from '../../../../shared/value/keys.ts';
import type { RowKind } from '../../../../shared/value/model.ts';
import { texts, useText } from '../../../ui/text.ts';
import { undoToast } from '../../../ui/undoToast.tsx';
import { Card } from '../Card.tsx';
import { CellNote } from '../fields/CellNote.tsx';
import { SheetCell } from '../sheet/SheetCell.tsx';
import { SheetFoot } from '../sheet/SheetFoot.tsx';
import { SheetTable } from '../sheet/SheetTable.tsx';
import { useModelSheet } from '../sheet/useModelSheet.ts';
import { useNotedCells } from '../sheet/useNotedCells.ts';
import { useMayWrite, useTable } from '../ValueContext.tsx';
import styles from './rows.module.css';

const WORDS = texts('value.rows', {
  en: { of: '{{row}}: {{field}}', removeRow: 'Delete “{{name}}”', removed: '“{{name}}” is deleted.' },
  it: { of: '{{row}}: {{field}}', removeRow: 'Elimina «{{name}}»', removed: '«{{name}}» è stato eliminato.' },
});

export interface RowColumn {
  id: string;
  head: ReactNode;
  /** As it is called below the sheet. */
  name: string;
  cellOf: (row: string) => CellKey;
  /** Words stand left, figures right. */
  words?: boolean;
}

interface Props {
  title: string;
  hint?: string;
  kind: RowKind;
  rows: readonly { id: string; name: string }[];
  columns: readonly RowColumn[];
  /** Behind the columns of cells: what is calculated of a row. */
  figure?: { head: string; of: (row: string) => ReactNode };
  /** What to say while there is no row. */
  empty: string;
  add: { verb: string; label: string };
  foot?: ReactNode;
}

export function RowsCard({ title, hint, kind, rows, columns, figure, empty, add, foot }: Props) {
  const { desk } = useTable();
  const mayWrite = useMayWrite();
  const button = mayWrite && (
    <Button variant="default" size="xs" leftSection={<Plus size={16} strokeWidth={1.75} aria-hidden />} onClick={() => { desk.add(kind, { label: add.label }); }}>{add.verb}</Button>
  );
  return (
    <Card title={title} actions={button} flush>
      {rows.length === 0 ? <p className={styles.empty}>{empty}</p> : (
        <>
          {hint !== undefined && <p className={styles.hint}>{hint}</p>}
          <Rows title={title} rows={rows} columns={columns} figure={figure} foot={foot} mayWrite={mayWrite} />
        </>
      )}
    </Card>
  );
}

type RowsProps = Pick<Props, 'title' | 'rows' | 'columns' | 'foot'> & { figure: Props['figure']; mayWrite: boolean };

function Rows({ title, rows, columns, figure, foot, mayWrite }: RowsProps) {
  const say = useText(WORDS);
  // Columns are made anew with every drawing; the sheet gets new rows only when a cell is really another.
  const keys = rows.map(({ id }) => columns.map(column => column.cellOf(id)).join(' ')).join('\n');
  const cells = useMemo(() => keys.split('\n').map(line => line.split(' ') as CellKey[]), [keys]);
  const sheet = useModelSheet(cells);
  const describe = (slot: string) => {
    for (const row of rows) {
      const column = columns.find(each => each.cellOf(row.id) === slot);
      if (column) return { name: say('of', { row: row.name, field: column.name }) };
    }
    return undefined;
  };
  return (
    <div className={styles.scroll}>
      <SheetTable sheet={sheet} label={title} className={styles.grid} foot={<SheetFoot describe={describe} />}>
        <thead>
          <tr>
            {columns.map(({ id, head, words = false }) => <th key={id} scope="col" className={words ? styles.words : ''}>{head}</th>)}
            {figure && <th scope="col">{figure.head}</th>}
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, nth) => <OneRow key={row.id} row={row} columns={columns} cells={cells[nth] ?? []} figure={figure} mayWrite={mayWrite} />)}
        </tbody>
        {foot}
      </SheetTable>
    </div>
  );
}

type OneRowProps = Pick<RowsProps, 'columns' | 'figure' | 'mayWrite'> & { row: Props['rows'][number]; cells: readonly CellKey[] };

function OneRow({ row, columns, cells, figure, mayWrite }: OneRowProps) {
  const noted = useNotedCells(cells);
  return (
    <>
      <tr>
        {cells.map((key, nth) => <SheetCell key={key} cell={key} className={columns[nth]?.words ? styles.words : undefined} />)}
        {figure && <td>{figure.of(row.id)}</td>}
        <td>{mayWrite && <RemoveRow row={row} />}</td>
      </tr>
      {noted.length > 0 && <tr><td colSpan={cells.length + 2} className={styles.words}>{noted.map(key => <CellNote key={key} cell={key} named />)}</td></tr>}
    </>
  );
}

/** Takes a row away and offers to put it back. */
export function RemoveRow({ row: { id, name } }: { row: { id: string; name: string } }) {
  const say = useText(WORDS);
  const { desk } = useTable();
  const remove = (): void => {
    desk.remove([id]);
    undoToast(say('removed', { name }), () => { desk.restore([id]); });
  };
  return (
    <button type="button" className={styles.remove} aria-label={say('removeRow', { name })} title={say('removeRow', { name })} onClick={remove}>
      <Trash2 size={16} strokeWidth={1.75} aria-hidden />
    </button>
  );
}
