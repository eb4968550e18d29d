/** One cell of a spreadsheet as a value of the model, or the reason why it cannot be read. */
import type { Language } from '../../sides.ts';
import { type CellValue, type Field, problemOf } from '../fields.ts';
import { parseAmount } from '../parseAmount.ts';
import type { ImportProblem, RawTable } from './plan.ts';
import { choiceOf } from './words.ts';

export type ReadRaw = { kind: 'empty' } | { kind: 'value'; value: CellValue } | { kind: 'bad'; reason: ImportProblem['reason'] };

const EMPTY: ReadRaw = { kind: 'empty' };
const value = (read: CellValue): ReadRaw => ({ kind: 'value', value: read });
const bad = (reason: ImportProblem['reason']): ReadRaw => ({ kind: 'bad', reason });

/** `language`: the file's, for numbers that were written as words. */
export function readRaw(field: Field, raw: RawTable[number][number] | undefined, language: Language): ReadRaw {
  if (raw === null || raw === undefined || raw === '') return EMPTY;
  switch (field.kind) {
    case 'amount': return typeof raw === 'number' ? readNumber(field, raw) : readAmount(field, String(raw), language);
    case 'text': return value(plainText(String(raw)).slice(0, field.most));
    case 'choice': return readChoice(field.options, String(raw));
    case 'flag': return value(raw === true);
  }
}

function readNumber(field: Parameters<typeof problemOf>[0], number: number): ReadRaw {
  const reason = problemOf(field, number);
  return reason ? bad(reason) : value(number);
}

function readAmount(field: Parameters<typeof problemOf>[0], text: string, language: Language): ReadRaw {
  const parsed = parseAmount(text, language, field);
  if (!parsed.ok) return bad(parsed.reason);
  return parsed.value === null ? EMPTY : value(parsed.value);
}

function readChoice(options: readonly string[], text: string): ReadRaw {
  const choice = choiceOf(text, options);
  return choice === undefined ? bad('choice') : value(choice);
}

/** Control characters say nothing in a cell. */
const plainText = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, char => (char === '\n' ? '\n' : ''));
