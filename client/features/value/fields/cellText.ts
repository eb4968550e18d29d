/** Between what stands in a cell and what people type and read: amounts by language and unit, words as they are. */
import { type AmountField, type CellValue, type Field, readField } from '../../../../shared/value/fields.ts';
import { parseAmount } from '../../../../shared/value/parseAmount.ts';
import { formatUpTo } from '../../../ui/format.ts';
import type { Figures } from '../useFigures.ts';

/** "I don't know yet", as it is typed and shown. */
export const UNKNOWN = '?';

export type Shows =
  | { kind: 'empty' }
  | { kind: 'unknown' } // "I don't know yet" was said
  | { kind: 'value'; text: string }
  | { kind: 'problem'; text: string }; // what somebody typed, that is none

/** What a cell shows. `raw` undefined: nobody has written it. */
export function shows(field: Field, raw: CellValue | undefined, figures: Figures): Shows {
  if (raw === null) return { kind: 'unknown' };
  if (field.kind !== 'amount') return typeof raw === 'string' && raw !== '' ? { kind: 'value', text: raw } : { kind: 'empty' };
  const read = readField(field, raw);
  if (read.problem) return { kind: 'problem', text: problemText(field, raw, figures) };
  return read.value === null ? { kind: 'empty' } : { kind: 'value', text: figures.amount(field, read.value) };
}

/** What stands in a cell that cannot be calculated with: a number as the cell writes numbers, anything else as it was typed. */
export function problemText(field: AmountField, raw: CellValue | undefined, figures: Figures): string {
  return typeof raw === 'number' && Number.isFinite(raw) ? figures.amount(field, raw) : (readField(field, raw).problem?.text ?? '');
}

/** The same as plain text: for the clipboard and for screen readers. */
export function plainText(field: Field, raw: CellValue | undefined, figures: Figures): string {
  const what = shows(field, raw, figures);
  if (what.kind === 'unknown') return UNKNOWN;
  return what.kind === 'empty' ? '' : what.text;
}

/** What an editor begins with: the number without signs and groups, a share with its %. */
export function editText(field: Field, raw: CellValue | undefined, figures: Figures): string {
  if (raw === null) return UNKNOWN;
  if (field.kind !== 'amount' || typeof raw === 'string') return typeof raw === 'string' ? raw : '';
  // Also a number that is too large or too small here: one corrects what one typed.
  const value = typeof raw === 'number' && Number.isFinite(raw) ? raw : readField(field, raw).value;
  if (value === null) return raw === undefined ? '' : String(raw);
  if (field.shown === 'share') return `${ungrouped(value * 100, figures)}%`;
  return ungrouped(value, figures);
}

/** "1234.5" / "1234,5". */
function ungrouped(value: number, { language }: Figures): string {
  const text = formatUpTo(language, value, 10).replaceAll(language === 'en' ? ',' : '.', '');
  return text.replace('\u2212', '-');
}

/** What is written into the cell for a typed or pasted text. Empty text empties it; what is no number stays as it was typed. */
export function cellValueOf(field: Field, text: string, figures: Figures): CellValue {
  if (field.kind === 'text') return cut(text.trim(), field.most);
  if (field.kind !== 'amount') return text;
  if (text.trim() === UNKNOWN) return null;
  const read = parseAmount(text, figures.language, field);
  return read.ok ? (read.value ?? '') : read.raw;
}

/** A document refuses what is far too long; half an emoji is no character. */
function cut(text: string, most: number): string {
  const kept = text.slice(0, most);
  return /[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept;
}

/** What was probably meant by a number written in the other language's way. */
export function suggestionFor(field: Field, raw: CellValue | undefined, figures: Figures): number | undefined {
  if (field.kind !== 'amount' || typeof raw !== 'string') return undefined;
  const read = parseAmount(raw, figures.language, field);
  return read.ok ? undefined : read.suggestion;
}
