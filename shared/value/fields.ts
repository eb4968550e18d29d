/**
 * The kinds of cells a value model is made of, and how one raw cell is read.
 *
 * A member could write anything into a document, so reading is an allow-list: what does not fit gives a
 * problem with a reason, and the calculation goes on without it. Knows no document and no screen.
 */

/** What a cell holds as written. `null` is an answer too: "I don't know yet". */
export type CellValue = number | string | boolean | null;

/** Why a number cannot be calculated with; each reason has one sentence on screen. */
export type AmountReason =
  | 'text' // not a number at all
  | 'foreign' // a number written the other language's way: "1,5" in English
  | 'infinite' // NaN, or beyond what a number can hold (1e309)
  | 'huge' // beyond what this cell may hold
  | 'negative' // below zero where only zero or more makes sense
  | 'tooSmall' // below the least of a cell whose least is not zero
  | 'notWhole'; // years and months are counted whole

export interface Problem {
  reason: AmountReason;
  /** What stands in the cell, as far as it can be shown. */
  text: string;
  least: number;
  most: number;
}

/** How a number is meant: `share` 0.3 is shown as 30 %, `rate` is money per unit, with fractions of a cent. */
export type Shown = 'money' | 'rate' | 'share' | 'count' | 'whole' | 'points';

export interface AmountField {
  kind: 'amount';
  shown: Shown;
  least: number;
  most: number;
  /** What a cell counts as that nobody has written; null: missing, and said so. */
  otherwise: number | null;
}
export interface TextField {
  kind: 'text';
  /** Characters; what is longer is cut when read. */
  most: number;
}
export interface ChoiceField<C extends string> {
  kind: 'choice';
  options: readonly C[];
  otherwise: C;
}
export interface FlagField {
  kind: 'flag';
}
export type Field = AmountField | TextField | ChoiceField<string> | FlagField;
export type Fields = Readonly<Record<string, Field>>;

export type ValueOf<F extends Field> = F extends AmountField
  ? number | null
  : F extends TextField
    ? string
    : F extends ChoiceField<infer C>
      ? C
      : boolean;
/** A row as plain data. */
export type Row<F extends Fields> = { -readonly [Name in keyof F]: ValueOf<F[Name]> };

/** Largest sum of money and largest quantity: their cents still fit a whole number exactly. */
export const LARGEST = 1e12;

export const money = (otherwise: number | null = null): AmountField => ({ kind: 'amount', shown: 'money', least: 0, most: LARGEST, otherwise });
export const rate = (): AmountField => ({ kind: 'amount', shown: 'rate', least: 0, most: LARGEST, otherwise: null });
export const count = (): AmountField => ({ kind: 'amount', shown: 'count', least: 0, most: LARGEST, otherwise: null });
export const share = (least: number, most: number, otherwise: number | null = null): AmountField => ({ kind: 'amount', shown: 'share', least, most, otherwise });
export const whole = (least: number, most: number, otherwise: number | null = null): AmountField => ({ kind: 'amount', shown: 'whole', least, most, otherwise });
export const points = (most: number, otherwise: number | null = null): AmountField => ({ kind: 'amount', shown: 'points', least: 0, most, otherwise });
export const text = (most: number): TextField => ({ kind: 'text', most });
export const choice = <const C extends string>(options: readonly C[], otherwise: NoInfer<C>): ChoiceField<C> => ({ kind: 'choice', options, otherwise });
export const flag = (): FlagField => ({ kind: 'flag' });

/** Undefined when a number may stand in a cell. */
export function problemOf(field: AmountField, value: number): AmountReason | undefined {
  if (!Number.isFinite(value)) return 'infinite';
  if (value > field.most) return 'huge';
  if (value < field.least) return field.least === 0 ? 'negative' : 'tooSmall';
  return field.shown === 'whole' && !Number.isInteger(value) ? 'notWhole' : undefined;
}

export interface ReadCell<V> {
  value: V;
  problem: Problem | null;
}

/** `raw` undefined: nobody has written the cell. Money is kept to the cent, so that a frozen copy holds the same sum. */
export function readField<F extends Field>(field: F, raw: CellValue | undefined): ReadCell<ValueOf<F>>;
export function readField(field: Field, raw: CellValue | undefined): ReadCell<ValueOf<Field>> {
  switch (field.kind) {
    case 'amount': return readAmount(field, raw);
    case 'text': return sound(typeof raw === 'string' ? raw.slice(0, field.most) : '');
    case 'choice': return sound(field.options.find(option => option === raw) ?? field.otherwise);
    case 'flag': return sound(raw === true);
  }
}

function readAmount(field: AmountField, raw: CellValue | undefined): ReadCell<number | null> {
  if (raw === undefined || raw === '') return sound(field.otherwise);
  if (raw === null) return sound(null);
  const bad = (reason: AmountReason): ReadCell<null> =>
    ({ value: null, problem: { reason, text: String(raw).slice(0, 60), least: field.least, most: field.most } });
  // Kept as it was typed: a document cannot hold what no number can.
  if (typeof raw === 'string' && Math.abs(Number(raw)) === Infinity) return bad('infinite');
  if (typeof raw !== 'number') return bad(typeof raw === 'string' && /^[-−]?[\d.,]*\d[.,]\d[\d.,]*$/.test(raw) ? 'foreign' : 'text');
  const reason = problemOf(field, raw);
  if (reason) return bad(reason);
  return sound(field.shown === 'money' ? Math.round(raw * 100) / 100 : raw);
}

const sound = <V>(value: V): ReadCell<V> => ({ value, problem: null });
