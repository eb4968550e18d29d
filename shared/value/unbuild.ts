/** A plain model back as cells: what a document, a file or a table would hold to give the same model again. */
import type { CellValue, Fields } from './fields.ts';
import { cellKey, type CellKey, linkedKey } from './keys.ts';
import {
  CONSTRAINT_FIELDS, DRIVER_FIELDS, FINANCING_FIELDS, type Model, OPTION_FIELDS, OUTCOME_FIELDS, type Scenario, SCENARIO_FIELDS, SETTINGS_FIELDS,
  SETTINGS_ROW, WISH_FIELDS,
} from './model.ts';

type Cell = readonly [CellKey, CellValue];

/** Every cell that says something, rows in their order; places are the caller's to give. */
export function cellsOfModel(model: Model): Map<CellKey, CellValue> {
  const rows = <T extends { id: string }>(list: readonly T[], fields: Fields): Cell[] => list.flatMap(row => fieldsOf(row.id, fields, row));
  return new Map<CellKey, CellValue>([
    ...fieldsOf(SETTINGS_ROW, SETTINGS_FIELDS, model.settings),
    ...rows(model.drivers, DRIVER_FIELDS), ...rows(model.scenarios, SCENARIO_FIELDS), ...model.scenarios.flatMap(linkedCells),
    ...rows(model.wishes, WISH_FIELDS), ...rows(model.outcomes, OUTCOME_FIELDS), ...rows(model.constraints, CONSTRAINT_FIELDS),
    ...rows(model.options, OPTION_FIELDS),
    ...model.options.flatMap(({ id, effects }) => Object.entries(effects).map(([driver, effect]): Cell => [linkedKey(id, 'effect', driver), effect])),
    ...rows(model.financing, FINANCING_FIELDS),
  ]);
}

function fieldsOf(id: string, fields: Fields, row: object): Cell[] {
  const values = new Map<string, unknown>(Object.entries(row));
  return Object.keys(fields).flatMap((name): Cell[] => said(cellKey(id, name), values.get(name)));
}

function linkedCells({ id, ramp, drivers, scores, options, kept }: Scenario): Cell[] {
  const each = (name: string, of: Readonly<Record<string, CellValue>>): Cell[] => Object.entries(of).flatMap(([row, value]) => said(linkedKey(id, name, row), value));
  return [
    ...ramp.flatMap((share, nth) => said(linkedKey(id, 'ramp', nth + 1), share)),
    ...Object.entries(drivers).flatMap(([driver, { ramp: own, actual, ...shares }]) => [
      ...Object.entries(shares).flatMap(([name, share]) => said(linkedKey(id, name, driver), share)),
      ...own.flatMap((share, nth) => said(linkedKey(id, 'ramp', driver, nth + 1), share)),
      ...actual.flatMap((amount, nth) => said(linkedKey(id, 'actual', driver, nth + 1), amount)),
    ]),
    ...each('score', scores), ...each('option', options), ...each('kept', kept),
  ];
}

/** Nothing, empty words and a flag that is down need no cell. */
function said(key: CellKey, value: unknown): Cell[] {
  if (typeof value === 'number' || value === true) return [[key, value]];
  return typeof value === 'string' && value !== '' ? [[key, value]] : [];
}
