/** A value model as tables for a spreadsheet: numbers stay numbers, and say how they are meant. Pure data. */
import type { Language } from '../../sides.ts';
import type { CellValue, Shown } from '../fields.ts';
import { type CellKey, fieldOf } from '../keys.ts';
import type { Model } from '../model.ts';
import { calledOf, type Column, columnsOf, namedIn, rowsIn, SETTINGS, settingCell, TABLE_NAMES } from './columns.ts';
import { choiceWord, COLUMNS, type TableName, TABLES } from './words.ts';

export interface TableCell {
  value: CellValue;
  /** Of numbers; absent on words. */
  shown?: Shown;
}
export interface Table {
  name: TableName;
  /** How the sheet is called. */
  title: string;
  /** The first row holds the titles of the columns. */
  rows: readonly (readonly TableCell[])[];
}

export interface ExportParts {
  model: Model;
  /** What stands in a cell; undefined where nobody has written. */
  cellOf: (key: CellKey) => CellValue | undefined;
  language: Language;
}

/** Tables without any row are left out. */
export function tablesOf({ model, cellOf, language }: ExportParts): Table[] {
  const open: Model = { ...model, scenarios: model.scenarios.filter(({ archived }) => !archived) };
  const parts = { model: open, cellOf, language };
  return TABLE_NAMES
    .map((name): Table => ({ name, title: TABLES[name][language], rows: name === 'settings' ? settingRows(parts) : rowsOf(name, parts) }))
    .filter(({ rows }) => rows.length > 1);
}

const word = (value: string): TableCell => ({ value });

function settingRows({ model, language }: ExportParts): TableCell[][] {
  const head = [word(TABLES.settings[language]), word(COLUMNS['value']?.[language] ?? '')];
  return [head, ...SETTINGS.map(name => [word(COLUMNS[name]?.[language] ?? name), asCell(settingCell(name), model.settings[name], language)])];
}

function rowsOf(table: Exclude<TableName, 'settings'>, { model, cellOf, language }: ExportParts): TableCell[][] {
  const rows = rowsIn(table, model);
  const isFilled = ({ keyOf }: Column): boolean => rows.some(({ id }) => (cellOf(keyOf(id)) ?? null) !== null);
  const columns = columnsOf(table, namedIn(model)).filter(column => !column.optional || isFilled(column));
  const titles = [TABLES[table][language], ...columns.map(({ title }) => title[language]), 'id'].map(word);
  const lines = rows.map(row => [
    word(calledOf(table, row)),
    ...columns.map(({ keyOf }) => asCell(keyOf(row.id), cellOf(keyOf(row.id)), language)),
    word(row.id),
  ]);
  return [titles, ...lines];
}

/** What is no number goes out as the words that stand in the cell. */
function asCell(key: CellKey, value: CellValue | undefined, language: Language): TableCell {
  const field = fieldOf(key);
  if (value === undefined || value === null) return word('');
  if (typeof value === 'number') return field?.kind === 'amount' && Number.isFinite(value) ? { value, shown: field.shown } : word(String(value));
  if (typeof value === 'boolean') return { value };
  return word(field?.kind === 'choice' ? choiceWord(value, language) : value);
}
