/** One cell of a sheet: what it holds, who is in it, and its editor while one types. Redraws for itself alone. */
import { memo, type ReactNode, useContext, useLayoutEffect, useRef } from 'react';
import type { Cell } from '../../../../shared/documents/value.ts';
import type { Field } from '../../../../shared/value/fields.ts';
import { type CellKey, fieldOf } from '../../../../shared/value/keys.ts';
import { needsNote } from '../fields/CellNote.tsx';
import { shows } from '../fields/cellText.ts';
import { useFigures } from '../useFigures.ts';
import { useCell, useVisitor } from '../ValueContext.tsx';
import type { SlotId } from './Sheet.ts';
import styles from './Sheet.module.css';
import { useSheet, useSlot, WordsContext } from './SheetContext.ts';

interface CellProps {
  cell: CellKey;
  className?: string | undefined;
  /** Below what the cell holds: evidence under a name. */
  under?: ReactNode;
}

export const SheetCell = memo(function SheetCell({ cell: key, className = '', under }: CellProps) {
  const slot = useSlot(key);
  const cell = useCell(key);
  const visitor = useVisitor(key);
  const say = useContext(WordsContext);
  const box = useFocus<HTMLTableCellElement>(slot.active && !slot.editing);
  const field = fieldOf(key);
  return (
    <td
      ref={box} role="gridcell" data-slot={key} tabIndex={slot.entry ? 0 : -1} aria-selected={slot.active || slot.chosen} aria-invalid={needsNote(cell) || undefined}
      className={`${styles.cell} ${field?.kind === 'amount' ? styles.number : ''} ${className}`}
      data-active={slot.active || undefined} data-chosen={slot.chosen || undefined} data-visitor={visitor?.side} data-noted={needsNote(cell) || undefined}
    >
      {slot.editing ? <Editor most={field?.kind === 'text' ? field.most : MOST_DIGITS} /> : <Shown field={field} cell={cell} />}
      {under}
      {visitor && <span className={`ins-flag ${styles.flag}`} data-side={visitor.side} data-writing={visitor.writing || undefined}><span className="ins-hidden">{say('here', { name: visitor.firstName })}</span><span aria-hidden>{visitor.firstName}</span></span>}
    </td>
  );
});

function Shown({ field, cell }: { field: Field | undefined; cell: Cell | undefined }) {
  const say = useContext(WordsContext);
  const figures = useFigures();
  if (!field) return null;
  const what = shows(field, cell?.value, figures);
  switch (what.kind) {
    case 'value': return <span className={styles.value}>{what.text}</span>;
    case 'problem': return <span className={styles.problem}>{what.text}</span>;
    case 'unknown': return <span className={styles.unknown}><span aria-hidden>?</span><span className="ins-hidden">{say('unknown')}</span></span>;
    case 'empty': return <span className={styles.empty}><span aria-hidden>–</span><span className="ins-hidden">{say('empty')}</span></span>;
  }
}

/** Of a number, with all that one may type around it. */
const MOST_DIGITS = 60;

function Editor({ most }: { most: number }) {
  const sheet = useSheet();
  const say = useContext(WordsContext);
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const end = input.current?.value.length ?? 0;
    input.current?.focus();
    input.current?.setSelectionRange(end, end);
  }, []);
  return (
    <input
      ref={input} className={styles.editor} aria-label={say('edit')} defaultValue={sheet.editing?.text ?? ''} maxLength={most} spellCheck={false} autoComplete="off"
      onBlur={event => { sheet.commit(event.currentTarget.value); }}
    />
  );
}

/** A calculated figure: one can go there and copy it, not write it. */
export const FigureCell = memo(function FigureCell({ slot: id, children, className = '' }: { slot: SlotId; children: ReactNode; className?: string | undefined }) {
  const slot = useSlot(id);
  const box = useFocus<HTMLTableCellElement>(slot.active);
  return (
    <td
      ref={box} role="gridcell" aria-readonly data-slot={id} tabIndex={slot.entry ? 0 : -1} aria-selected={slot.active || slot.chosen}
      className={`${styles.cell} ${styles.number} ${className}`} data-active={slot.active || undefined} data-chosen={slot.chosen || undefined}
    >
      {children}
    </td>
  );
});

function useFocus<T extends HTMLElement>(wanted: boolean) {
  const box = useRef<T>(null);
  useLayoutEffect(() => {
    if (wanted && document.activeElement !== box.current) box.current?.focus();
  }, [wanted]);
  return box;
}
