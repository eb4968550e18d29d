/** What has to be said at a cell: that it holds no number, or that two people changed it at once and one value must be chosen. */
import { CircleAlert, GitMerge } from 'lucide-react';
import type { Cell, Written } from '../../../../shared/documents/value.ts';
import { type AmountField, type Field, readField } from '../../../../shared/value/fields.ts';
import { type CellKey, fieldOf } from '../../../../shared/value/keys.ts';
import { SideGlyph } from '../../../ui/SideGlyph.tsx';
import { useText } from '../../../ui/text.ts';
import { useFigures } from '../useFigures.ts';
import { useCell, useMayWrite, useTable } from '../ValueContext.tsx';
import styles from './CellNote.module.css';
import { plainText, problemText, suggestionFor } from './cellText.ts';
import { PROBLEM_WORDS, useFieldName } from './words.ts';

/** True when `CellNote` has something to say. */
export function needsNote(cell: Cell | undefined): boolean {
  if (!cell) return false;
  const field = fieldOf(cell.key);
  return cell.contenders.length > 0 || (field !== undefined && readField(field, cell.value).problem !== null);
}

/** `named`: the sentence begins with the cell's name, where it does not stand right below the cell. */
export function CellNote({ cell: key, named = false, id }: { cell: CellKey; named?: boolean; id?: string }) {
  const cell = useCell(key);
  const field = fieldOf(key);
  if (!cell || !field || !needsNote(cell)) return null;
  return (
    <div className={styles.note} id={id}>
      {cell.contenders.length > 0 ? <Contenders cell={cell} field={field} named={named} /> : field.kind === 'amount' && <Problem cell={cell} field={field} named={named} />}
    </div>
  );
}

function Problem({ cell, field, named }: { cell: Cell; field: AmountField; named: boolean }) {
  const say = useText(PROBLEM_WORDS);
  const nameOf = useFieldName();
  const figures = useFigures();
  const { desk } = useTable();
  const mayWrite = useMayWrite();
  const { problem } = readField(field, cell.value);
  if (!problem) return null;
  const suggestion = suggestionFor(field, cell.value, figures);
  const values = { text: problemText(field, cell.value, figures), least: figures.amount(field, problem.least), most: figures.amount(field, problem.most) };
  return (
    <>
      <CircleAlert size={15} strokeWidth={1.75} aria-hidden className={styles.bad} />
      <span>{named && <strong>{nameOf(cell.key)}: </strong>}{say(suggestion === undefined ? problem.reason : 'foreign', values)} {say('meanwhile')}</span>
      {mayWrite && suggestion !== undefined && (
        <button type="button" className={styles.button} onClick={() => { desk.write([[cell.key, suggestion]]); }}>{say('take', { value: figures.amount(field, suggestion) })}</button>
      )}
    </>
  );
}

function Contenders({ cell, field, named }: { cell: Cell; field: Field; named: boolean }) {
  const say = useText(PROBLEM_WORDS);
  const nameOf = useFieldName();
  return (
    <>
      <GitMerge size={15} strokeWidth={1.75} aria-hidden className={styles.both} />
      <span>{named && <strong>{nameOf(cell.key)}: </strong>}{say('both')}</span>
      {cell.contenders.map(written => <Contender key={written.id} cell={cell} field={field} written={written} />)}
    </>
  );
}

function Contender({ cell, field, written }: { cell: Cell; field: Field; written: Written }) {
  const say = useText(PROBLEM_WORDS);
  const figures = useFigures();
  const { desk, people } = useTable();
  const mayWrite = useMayWrite();
  const author = people.authorOf(written.by);
  const value = plainText(field, written.value, figures) || say('nothing');
  return (
    <span className={styles.contender}>
      {author && <SideGlyph side={author.side} />}
      {say('wrote', { name: author?.firstName ?? say('somebody'), value })}
      {mayWrite && <button type="button" className={styles.button} onClick={() => { desk.choose(cell.key, written.id); }}>{say('keep', { value })}</button>}
    </span>
  );
}
