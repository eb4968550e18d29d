/**
 * What somebody typed or pasted into a number cell, as a number of the right kind, or the reason why it is none.
 *
 * Reads each language's own way of writing: "1,234.5" in English, "1.234,5" in Italian, with currency signs, spaces
 * and a percent sign where they belong. A number written the other language's way is not guessed at: the cell asks,
 * and offers what was probably meant. A share typed as 30 is 30 %.
 */
import type { Language } from '../sides.ts';
import { type AmountField, type AmountReason, type CellValue, problemOf } from './fields.ts';

export type ParsedAmount =
  | { ok: true; value: number }
  | { ok: true; value: null } // the cell was emptied
  | {
      ok: false;
      reason: AmountReason;
      /** To be kept in the cell, so that everybody sees what stands there. */
      raw: CellValue;
      /** What was probably meant; to be offered, never taken unasked. */
      suggestion?: number;
    };

const MARKS: Record<Language, { group: string; decimal: string }> = { en: { group: ',', decimal: '.' }, it: { group: '.', decimal: ',' } };
const other = (language: Language): Language => (language === 'en' ? 'it' : 'en');

export function parseAmount(text: string, language: Language, field: AmountField): ParsedAmount {
  const plain = text.normalize('NFKC').replace(/[\s'’_]/g, '').replace(/[−–]/g, '-').replace(/^([-+]?)(€|EUR|\$|£|CHF)|(€|EUR|\$|£|CHF)$/gi, '$1');
  if (plain === '') return { ok: true, value: null };
  const percent = field.shown === 'share' && plain.endsWith('%');
  const digits = percent ? plain.slice(0, -1) : plain;
  const own = numberIn(digits, language);
  if (own !== undefined && !Number.isFinite(own)) return { ok: false, reason: 'infinite', raw: plain.slice(0, 60) };
  if (own !== undefined) return checked(scaled(own, field), field);
  const foreign = numberIn(digits, other(language));
  if (foreign === undefined) return { ok: false, reason: 'text', raw: text.trim().slice(0, 60) };
  const suggestion = scaled(foreign, field);
  return { ok: false, reason: 'foreign', raw: text.trim().slice(0, 60), ...(problemOf(field, suggestion) ? {} : { suggestion }) };
}

function checked(value: number, field: AmountField): ParsedAmount {
  const reason = problemOf(field, value);
  return reason ? { ok: false, reason, raw: value } : { ok: true, value };
}

/** Undefined for what is no number in this language. Groups must be of three digits, or "1,5" would be fifteen. */
function numberIn(digits: string, language: Language): number | undefined {
  const { group, decimal } = MARKS[language];
  const shape = new RegExp(`^[-+]?(\\d+|\\d{1,3}(\\${group}\\d{3})+)?(\\${decimal}\\d*)?(e[-+]?\\d+)?$`, 'i');
  if (!shape.test(digits) || !/\d/.test(digits)) return undefined;
  return Number(digits.replaceAll(group, '').replace(decimal, '.'));
}

/** 13.21 % is 0.1321 and not 0.13210000000000002. */
function scaled(value: number, field: AmountField): number {
  return (field.shown === 'share' ? Number((value / 100).toPrecision(15)) : value) || 0; // never −0
}
