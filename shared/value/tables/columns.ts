/**
 * The tables a value model is written as: rows, columns, and which cell of the model stands where.
 *
 * Both ways follow this one description: what is exported is what is imported. Archived scenarios, and constraints,
 * which people judge together, stay in the room.
 */
import type { BothLanguages } from '../../sides.ts';
import { cellKey, type CellKey, linkedKey } from '../keys.ts';
import { type Model, type RowKind, SETTINGS_ROW } from '../model.ts';
import { COLUMNS, highOf, lowOf, rampColumn, rampOfScenario, type TableName } from './words.ts';

export interface Column {
  title: BothLanguages;
  /** The cell of this column in a row. */
  keyOf: (row: string) => CellKey;
  /** Left out of a file in which nobody has filled it. */
  optional?: true;
}

/** What columns may be named after. */
export interface Named {
  drivers: readonly { id: string; code: string }[];
  scenarios: readonly { id: string; code: string }[];
  years: number;
}
/** Archived scenarios have no column. */
export function namedIn({ drivers, scenarios, settings }: Model): Named {
  return {
    drivers: drivers.map(driver => ({ id: driver.id, code: calledOf('drivers', driver) })),
    scenarios: scenarios.filter(({ archived }) => !archived).map(scenario => ({ id: scenario.id, code: calledOf('scenarios', scenario) })),
    years: settings.years ?? 0,
  };
}

export const TABLE_NAMES = ['settings', 'drivers', 'scenarios', 'improvements', 'wishes', 'outcomes', 'options', 'financing'] as const satisfies readonly TableName[];
type RowTable = Exclude<TableName, 'settings'>;

/** Kind of the rows of each table. */
export const ROWS_OF: Readonly<Record<RowTable, RowKind>> = {
  drivers: 'drv', scenarios: 'scn', improvements: 'drv', wishes: 'wsh', outcomes: 'out', options: 'opt', financing: 'fin',
};

/** Rows are called by their code where they have one, else by their name. */
export const isCoded = (table: TableName): boolean => table === 'drivers' || table === 'scenarios' || table === 'improvements';

const COSTS = ['clientOneOff', 'sellerOneOff', 'clientYearly', 'sellerYearly', 'upfront', 'yearly'];
const FIELDS: Readonly<Record<Exclude<RowTable, 'improvements'>, readonly string[]>> = {
  drivers: [
    'label', 'unit', 'baseline', 'baselineLow', 'baselineHigh', 'unitValue', 'unitValueLow', 'unitValueHigh', 'confidence', 'accruesTo', 'horizon',
    'source', 'sourceLink', 'sourceBy',
  ],
  scenarios: ['name', 'story', ...COSTS, 'gainShare', 'threshold'],
  wishes: ['weight'],
  outcomes: ['unit', 'baseline', 'target', 'source'],
  options: ['about', ...COSTS],
  financing: ['form', 'amount', 'months', 'nominalRate', 'fee', 'upfront', 'monthly', 'residual', 'riskBearer', 'included'],
};
export const SETTINGS = ['years', 'discountRate', 'targetSellerShare'] as const;
export const settingCell = (name: (typeof SETTINGS)[number]): CellKey => cellKey(SETTINGS_ROW, name);

export interface TableRow {
  id: string;
  code?: string;
  label?: string;
  name?: string;
}
/** How a row is called in a file: a code that nobody gave is no name. */
export const calledOf = (table: TableName, { code, label, name }: TableRow): string => (isCoded(table) ? code || label || name : label) ?? '';
export const rowsIn = (table: RowTable, model: Model): readonly TableRow[] => (table === 'improvements' ? model.drivers : model[table]);

/** The columns between a row's name (first) and its id (last). */
export function columnsOf(table: RowTable, { drivers, scenarios, years }: Named): Column[] {
  if (table === 'improvements') return scenarios.flatMap(scenario => improvementColumns(scenario, years));
  const own = FIELDS[table].map((field): Column => ({ title: COLUMNS[field] ?? called(field), keyOf: row => cellKey(row, field) }));
  return [...own, ...linkedColumns(table, { drivers, scenarios, years })];
}

function linkedColumns(table: RowTable, { drivers, scenarios, years }: Named): Column[] {
  if (table === 'scenarios') return Array.from({ length: years }, (_, nth) => rampOf(nth + 1));
  if (table === 'wishes') return scenarios.map(({ id, code }) => ({ title: called(code), keyOf: wish => linkedKey(id, 'score', wish) }));
  if (table === 'options') return drivers.map(({ id, code }) => ({ title: called(code), keyOf: option => linkedKey(option, 'effect', id) }));
  return [];
}

function improvementColumns({ id, code }: { id: string; code: string }, years: number): Column[] {
  const of = (field: string, title: BothLanguages): Column => ({ title, keyOf: driver => linkedKey(id, field, driver), optional: true });
  const ownRamp = Array.from({ length: years }, (_, nth): Column => ({ title: rampOfScenario(code, nth + 1), keyOf: driver => linkedKey(id, 'ramp', driver, nth + 1), optional: true }));
  return [{ title: called(code), keyOf: driver => linkedKey(id, 'improvement', driver) }, of('improvementLow', lowOf(code)), of('improvementHigh', highOf(code)), ...ownRamp];
}

const rampOf = (year: number): Column => ({ title: rampColumn(year), keyOf: scenario => linkedKey(scenario, 'ramp', year) });
const called = (code: string): BothLanguages => ({ en: code, it: code });
