/**
 * Puts the cells together to the plain model that everything is calculated from.
 *
 * Takes raw cell values, wherever they come from (a document, a file, a frozen copy), reads each by its field
 * and leaves out what does not fit. Rows stand in the order of their places. Pure; knows no document.
 */
import { type CellValue, type Fields, readField, type Row } from './fields.ts';
import { kindOfRow, parseKey, yearOf } from './keys.ts';
import {
  CONSTRAINT_FIELDS, DRIVER_FIELDS, type DriverInScenario, FINANCING_FIELDS, type Model, MOST_ROWS, type Option, OPTION_CELLS, OPTION_FIELDS,
  OUTCOME_FIELDS, type RowKind, type Scenario, SCENARIO_CELLS, SCENARIO_FIELDS, SETTINGS_FIELDS, SETTINGS_ROW, WISH_FIELDS,
} from './model.ts';

/** A row's cells by field name; `place` orders the rows, `gone` hides one. */
export type RawRow = ReadonlyMap<string, CellValue>;

/** Cells by key → rows by id. */
export function rowsOf(cells: Iterable<readonly [string, CellValue]>): Map<string, Map<string, CellValue>> {
  const rows = new Map<string, Map<string, CellValue>>();
  for (const [key, value] of cells) {
    const slash = key.indexOf('/');
    const id = key.slice(0, slash);
    const row = rows.get(id) ?? new Map<string, CellValue>();
    rows.set(id, row.set(key.slice(slash + 1), value));
  }
  return rows;
}

/** A row is there once it has a place, until it is flagged as gone. */
export const isThere = (row: RawRow): boolean => typeof row.get('place') === 'string' && row.get('gone') !== true;

/** What was built of these rows before, and which of them have changed since. */
export interface BuiltBefore {
  model: Model;
  changed: ReadonlySet<string>;
}

/** `before`: rows that did not change are taken over as the very objects they were, instead of being read again. */
export function buildModel(rows: ReadonlyMap<string, RawRow>, before?: BuiltBefore): Model {
  const list = <T extends { readonly id: string }>(kind: RowKind, known: readonly T[] | undefined, build: (id: string, row: RawRow) => T): T[] => {
    const kept = new Map(known?.map(row => [row.id, row]));
    return ordered(rows, kind).map(([id, row]) => (before?.changed.has(id) ? undefined : kept.get(id)) ?? build(id, row));
  };
  const was = before?.model;
  const settings = was && !before.changed.has(SETTINGS_ROW) ? was.settings : readRow(SETTINGS_FIELDS, rows.get(SETTINGS_ROW) ?? new Map());
  const drivers = list('drv', was?.drivers, (id, row) => ({ id, ...readRow(DRIVER_FIELDS, row) }));
  const known = new Set(drivers.map(({ id }) => id));
  // Scenarios and options speak of drivers, scenarios of years too: with others of these each is read again.
  const sameDrivers = was?.drivers.length === drivers.length && was.drivers.every(({ id }) => known.has(id));
  const sameYears = was?.settings.years === settings.years;
  return {
    settings,
    drivers,
    scenarios: list('scn', sameDrivers && sameYears ? was.scenarios : undefined, (id, row) => buildScenario(id, row, known, settings.years ?? 0)),
    wishes: list('wsh', was?.wishes, (id, row) => ({ id, ...readRow(WISH_FIELDS, row) })),
    outcomes: list('out', was?.outcomes, (id, row) => ({ id, ...readRow(OUTCOME_FIELDS, row) })),
    constraints: list('con', was?.constraints, (id, row) => ({ id, ...readRow(CONSTRAINT_FIELDS, row) })),
    options: list('opt', sameDrivers ? was.options : undefined, (id, row) => buildOption(id, row, known)),
    financing: list('fin', was?.financing, (id, row) => ({ id, ...readRow(FINANCING_FIELDS, row) })),
  };
}

function ordered(rows: ReadonlyMap<string, RawRow>, kind: RowKind): [string, RawRow][] {
  return [...rows]
    .filter(([id, row]) => kindOfRow(id) === kind && isThere(row))
    .sort(([idA, a], [idB, b]) => compare(String(a.get('place')), String(b.get('place'))) || compare(idA, idB))
    .slice(0, MOST_ROWS);
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function readRow<F extends Fields>(fields: F, row: RawRow): Row<F> {
  // The keys of the result are the keys of the table, each read by its own field.
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, readField(field, row.get(name)).value])) as Row<F>;
}

function buildOption(id: string, row: RawRow, drivers: ReadonlySet<string>): Option {
  const effects: Record<string, number> = {};
  for (const [field, raw] of row) {
    const { name, to } = parseKey(`/${field}`);
    if (name === 'effect' && to[0] !== undefined && drivers.has(to[0])) effects[to[0]] = readField(OPTION_CELLS.effect, raw).value ?? 0;
  }
  return { id, ...readRow(OPTION_FIELDS, row), effects };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

function buildScenario(id: string, row: RawRow, known: ReadonlySet<string>, years: number): Scenario {
  const built = { ramp: Array<number | null>(years).fill(null), scores: {} as Record<string, number | null>, options: {} as Record<string, boolean>, kept: {} as Record<string, 'open' | 'kept' | 'violated'> };
  const drivers: Record<string, Mutable<DriverInScenario>> = {};
  const driver = (of: string): Mutable<DriverInScenario> =>
    (drivers[of] ??= { improvement: null, improvementLow: null, improvementHigh: null, ramp: [], actual: Array<number | null>(years).fill(null) });
  for (const [field, raw] of row) {
    const { name, to: [first = '', second] } = parseKey(`/${field}`);
    if (first === '') continue;
    if (name === 'score') built.scores[first] = readField(SCENARIO_CELLS.score, raw).value;
    else if (name === 'option') built.options[first] = readField(SCENARIO_CELLS.option, raw).value;
    else if (name === 'kept') built.kept[first] = readField(SCENARIO_CELLS.kept, raw).value;
    else if (name === 'ramp' && second === undefined) put(built.ramp, yearOf(first), readField(SCENARIO_CELLS.ramp, raw).value);
    else if (!known.has(first)) continue;
    else if (name === 'improvement' || name === 'improvementLow' || name === 'improvementHigh') driver(first)[name] = readField(SCENARIO_CELLS[name], raw).value;
    else if (name === 'actual') put(driver(first).actual, yearOf(second), readField(SCENARIO_CELLS.actual, raw).value);
    else if (name === 'ramp') putOwnRamp(driver(first), years, yearOf(second), readField(SCENARIO_CELLS.ramp, raw).value);
  }
  return { id, ...readRow(SCENARIO_FIELDS, row), ...built, drivers };
}

/** A driver's own ramp begins to exist with its first number. */
function putOwnRamp(driver: { ramp: (number | null)[] }, years: number, year: number | undefined, value: number | null): void {
  if (value === null) return;
  if (driver.ramp.length === 0) driver.ramp = Array<number | null>(years).fill(null);
  put(driver.ramp, year, value);
}

/** Years beyond the horizon stay in the document and are not calculated. */
function put(into: (number | null)[], year: number | undefined, value: number | null): void {
  if (year !== undefined && year <= into.length) into[year - 1] = value;
}
