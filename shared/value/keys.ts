/** How a cell is called: `row/field`, where a field may name another row and a year (`scn_…/ramp:drv_…:2`). */
import type { Field } from './fields.ts';
import { MOST_YEARS, OPTION_CELLS, ROW_FIELDS, type RowKind, SCENARIO_CELLS, SETTINGS_FIELDS, SETTINGS_ROW } from './model.ts';

export type CellKey = `${string}/${string}`;

export const cellKey = (row: string, field: string): CellKey => `${row}/${field}`;
export const settingKey = (field: keyof typeof SETTINGS_FIELDS): CellKey => cellKey(SETTINGS_ROW, field);
/** `of('scn_…', 'improvement', 'drv_…')`, `of('scn_…', 'ramp', 2)`, `of('scn_…', 'ramp', 'drv_…', 2)`. */
export const linkedKey = (row: string, field: string, ...to: readonly (string | number)[]): CellKey => cellKey(row, [field, ...to].join(':'));

export interface ParsedKey {
  row: string;
  /** Up to the first colon. */
  name: string;
  /** What follows: a row, a year, or both. */
  to: readonly string[];
}
export function parseKey(key: string): ParsedKey {
  const slash = key.indexOf('/');
  const [name = '', ...to] = key.slice(slash + 1).split(':');
  return { row: key.slice(0, slash), name, to };
}

/** The kind of a row, told by its id's prefix; undefined for what is not a row of ours. */
export function kindOfRow(id: string): RowKind | undefined {
  const prefix = id.slice(0, id.indexOf('_'));
  return isKind(prefix) ? prefix : undefined;
}
const isKind = (prefix: string): prefix is RowKind => Object.hasOwn(ROW_FIELDS, prefix);

/** What a cell may hold; undefined when the model has no such cell. */
export function fieldOf(key: string): Field | undefined {
  const { row, name, to } = parseKey(key);
  if (row === SETTINGS_ROW) return to.length === 0 ? own(SETTINGS_FIELDS, name) : undefined;
  const kind = kindOfRow(row);
  if (!kind) return undefined;
  if (to.length === 0) return own(ROW_FIELDS[kind], name);
  if (kind === 'opt') return own(OPTION_CELLS, name);
  return kind === 'scn' ? own(SCENARIO_CELLS, name) : undefined;
}

const own = (fields: Readonly<Record<string, Field>>, name: string): Field | undefined => (Object.hasOwn(fields, name) ? fields[name] : undefined);

/** 1 to `MOST_YEARS`, as written in a key; undefined otherwise. */
export function yearOf(text: string | undefined): number | undefined {
  const year = Number(text);
  return text !== undefined && /^[1-9]\d?$/.test(text) && year <= MOST_YEARS ? year : undefined;
}
