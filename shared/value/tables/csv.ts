/**
 * One table as comma-separated text, and back (RFC 4180): each language with its own separators.
 *
 * A spreadsheet runs cells that begin with = + - @, a tab or a line break as formulas. Words that begin so go out with
 * an apostrophe before them and come back without it; numbers never need one.
 */
import type { Language } from '../../sides.ts';
import type { Table, TableCell } from './export.ts';

/** Italian spreadsheets take the comma for decimals and the semicolon between cells. */
const DELIMITER: Record<Language, string> = { en: ',', it: ';' };
/** So that spreadsheets read accents right. */
const BYTE_ORDER_MARK = '\uFEFF';
const FORMULA = /^[=+\-@\t\r\n|%\uFF1D\uFF0B\uFF0D\uFF20]/;

export function toCsv({ rows }: Pick<Table, 'rows'>, language: Language): string {
  const delimiter = DELIMITER[language];
  const lines = rows.map(row => row.map(cell => written(cell, language)).join(delimiter));
  return BYTE_ORDER_MARK + lines.map(line => `${line}\r\n`).join('');
}

function written({ value, shown }: TableCell, language: Language): string {
  if (typeof value === 'number') return numeral(value, shown === 'share', language);
  return quoted(guarded(String(value ?? '')));
}

/** Without grouping, in full precision. A share as percent: what one reads is what one may type. */
function numeral(value: number, isShare: boolean, language: Language): string {
  const digits = String(isShare ? Number((value * 100).toPrecision(15)) : value);
  return (language === 'it' ? digits.replace('.', ',') : digits) + (isShare ? '%' : '');
}

/** An apostrophe that stood there already is doubled, so that every word comes back as it was. */
export const guarded = (text: string): string => (FORMULA.test(text) || (text.startsWith("'") && FORMULA.test(text.replace(/^'+/, ''))) ? `'${text}` : text);
export const unguarded = (text: string): string => (text.startsWith("'") && FORMULA.test(text.replace(/^'+/, '')) ? text.slice(1) : text);

/** Words with anything that could be taken for a delimiter are quoted, so that counting them tells which one it is. */
const quoted = (text: string): string => (/[,;\t"\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Cells as written, rows of any length; the delimiter is the one that the first line has most of. Never throws. */
export function fromCsv(text: string): string[][] {
  const plain = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  return split(plain, delimiterOf(plain)).map(row => row.map(unguarded));
}

/** In the first line, outside of quotes. */
function delimiterOf(text: string): string {
  const firstLine = text.slice(0, 20_000).replace(/"[^"]*"/g, '').split(/[\r\n]/)[0] ?? '';
  const counted = [',', ';', '\t'].map(mark => ({ mark, found: firstLine.split(mark).length }));
  return counted.sort((a, b) => b.found - a.found)[0]?.mark ?? ',';
}

function split(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length; ) {
    const cell = cellAt(text, at, delimiter);
    row.push(cell.value);
    at = cell.end;
    const mark = text.charAt(at);
    if (mark === delimiter) {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    rows.push(row);
    row = [];
  }
  return row.length > 0 ? [...rows, row] : rows;
}

/** One cell and where it ends: at a delimiter, a line break or the end of the text. */
function cellAt(text: string, start: number, delimiter: string): { value: string; end: number } {
  let at = start;
  let value = '';
  if (text.charAt(at) === '"') {
    at += 1;
    for (;;) {
      const quote = text.indexOf('"', at);
      if (quote < 0) return { value: value + text.slice(at), end: text.length };
      value += text.slice(at, quote);
      at = quote + 1;
      if (text.charAt(at) !== '"') break;
      value += '"';
      at += 1;
    }
  }
  let end = at;
  while (end < text.length && text.charAt(end) !== delimiter && text.charAt(end) !== '\n' && text.charAt(end) !== '\r') end += 1;
  return { value: value + text.slice(at, end), end };
}
