/**
 * What a spreadsheet would change in a value model: a plan to be looked at before anything is written.
 *
 * A table is known by its first cell, a row by its id, else its code or name; a row that is not known is a new one.
 * Empty cells change nothing, and nothing is ever deleted. What cannot be read is named with its place and left out.
 * Pure: the caller makes ids and writes the plan.
 */
import type { CellValue } from '../fields.ts';
import { type CellKey, fieldOf } from '../keys.ts';
import { type Model, MOST_ROWS, type RowKind } from '../model.ts';
import { calledOf, type Column, columnsOf, isCoded, namedIn, ROWS_OF, rowsIn, SETTINGS, settingCell } from './columns.ts';
import type { ImportPlan, ImportProblem, PlannedChange, RawTable } from './plan.ts';
import { readRaw } from './readCell.ts';
import { type KnownTable, recognise } from './recognise.ts';
import { COLUMNS, plainWord, type TableName } from './words.ts';

export interface ImportParts {
  model: Model;
  /** What stands in a cell; undefined where nobody has written. */
  cellOf: (key: CellKey) => CellValue | undefined;
  makeId: (kind: RowKind) => string;
}

type RowTable = Exclude<TableName, 'settings'>;

export function planImport(tables: readonly RawTable[], parts: ImportParts): ImportPlan {
  const known = tables.map(recognise);
  const found = known.flatMap(table => table ?? []);
  const planner = new Planner(parts);
  // Rows before cells: columns are named after rows, and a sheet may come before the one that makes its rows.
  for (const table of found) if (table.name === 'settings') planner.readSettings(table);
  for (const table of found.filter(({ name }) => name !== 'improvements')) planner.findRows(table);
  for (const table of found.filter(({ name }) => name === 'improvements')) planner.findRows(table);
  for (const table of found) planner.readCells(table);
  return { ...planner.planned(), ignoredTables: known.flatMap((table, nth) => (table ? [] : [nth + 1])) };
}

interface NewRow {
  kind: RowKind;
  label: string;
  values: Record<string, CellValue>;
}
interface Code {
  id: string;
  code: string;
}

/** Gathers a plan; lives for one import. */
class Planner {
  readonly #rows = new Map<string, NewRow>();
  readonly #changes = new Map<CellKey, PlannedChange>();
  readonly #problems: ImportProblem[] = [];
  readonly #ignored = new Set<string>();
  /** `<table> <index of the line>` → row id, once it is found. */
  readonly #idAt = new Map<string, string>();
  readonly #named: { drivers: Code[]; scenarios: Code[]; years: number };

  constructor(readonly parts: ImportParts) {
    const { drivers, scenarios, years } = namedIn(parts.model);
    this.#named = { drivers: [...drivers], scenarios: [...scenarios], years };
  }

  planned(): Omit<ImportPlan, 'ignoredTables'> {
    return {
      rows: [...this.#rows].map(([id, row]) => ({ id, ...row })),
      changes: [...this.#changes.values()], problems: this.#problems, ignoredColumns: [...this.#ignored],
    };
  }

  readSettings(table: KnownTable): void {
    table.rows.forEach((row, line) => {
      const asked = plainWord(String(row[0] ?? ''));
      const name = SETTINGS.find(setting => [COLUMNS[setting]?.en, COLUMNS[setting]?.it].some(title => plainWord(title ?? '') === asked));
      if (!name || line === 0) return;
      const value = this.#read(table, settingCell(name), { line, column: 1 });
      if (name === 'years' && typeof value === 'number') this.#named.years = value;
    });
  }

  /** Which row of the model each line means; unknown lines become new rows, except where a table only speaks of others'. */
  findRows({ name, rows }: KnownTable): void {
    if (name === 'settings') return;
    const idColumn = (rows[0] ?? []).findIndex(title => plainWord(String(title ?? '')) === 'id');
    rows.slice(1).forEach((row, nth) => {
      const called = String(row[0] ?? '').trim();
      const id = this.#present(name, String(row[idColumn] ?? ''), called) ?? this.#newRow(name, called, nth + 1);
      if (id !== undefined) this.#idAt.set(`${name} ${nth + 1}`, id);
    });
  }

  readCells(table: KnownTable): void {
    const { name, rows } = table;
    if (name === 'settings') return;
    const columns = this.#columnsIn(rows, columnsOf(name, this.#named));
    for (let line = 1; line < rows.length; line += 1) {
      const id = this.#idAt.get(`${name} ${line}`);
      if (id === undefined) continue;
      for (const { keyOf, at } of columns) this.#read(table, keyOf(id), { line, column: at });
    }
  }

  #columnsIn(rows: RawTable, columns: readonly Column[]): (Column & { at: number })[] {
    return (rows[0] ?? []).flatMap((raw, at) => {
      const title = plainWord(String(raw ?? ''));
      if (at === 0 || title === '' || title === 'id') return [];
      const column = columns.find(each => plainWord(each.title.en) === title || plainWord(each.title.it) === title);
      if (!column) this.#ignored.add(String(raw).slice(0, 60));
      return column ? [{ ...column, at }] : [];
    });
  }

  /** By id, else by code or name, among what is there and what this file has brought so far. */
  #present(table: RowTable, id: string, called: string): string | undefined {
    const there = rowsIn(table, this.parts.model);
    if (there.some(row => row.id === id)) return id;
    const brought = [...this.#rows].flatMap(([newId, { kind, label }]) => (kind === ROWS_OF[table] ? [{ id: newId, called: label }] : []));
    const callable = [...there.map(row => ({ id: row.id, called: calledOf(table, row) })), ...brought];
    const name = plainWord(called);
    return name === '' ? undefined : callable.find(row => plainWord(row.called) === name)?.id;
  }

  #newRow(table: RowTable, called: string, line: number): string | undefined {
    if (called === '' || table === 'improvements') return undefined;
    const kind = ROWS_OF[table];
    const already = rowsIn(table, this.parts.model).length + [...this.#rows.values()].filter(row => row.kind === kind).length;
    if (already >= MOST_ROWS) {
      this.#problems.push({ table, line: line + 1, column: 1, text: called.slice(0, 60), reason: 'tooMany' });
      return undefined;
    }
    const id = this.parts.makeId(kind);
    const [field, label] = isCoded(table) ? ['code', called.slice(0, 12)] : ['label', called.slice(0, 200)];
    this.#rows.set(id, { kind, label, values: { [field]: label } });
    if (table === 'drivers' || table === 'scenarios') this.#named[table].push({ id, code: label });
    return id;
  }

  /** Puts a cell into the plan; answers what it holds, undefined when it is empty or cannot be read. */
  #read({ name, language, rows }: KnownTable, key: CellKey, { line, column }: { line: number; column: number }): CellValue | undefined {
    const raw = rows[line]?.[column];
    const field = fieldOf(key);
    const read = field ? readRaw(field, raw, language) : undefined;
    if (read?.kind === 'bad') this.#problems.push({ table: name, line: line + 1, column: column + 1, text: String(raw).slice(0, 60), reason: read.reason });
    if (read?.kind !== 'value') return undefined;
    this.#change(key, read.value);
    return read.value;
  }

  #change(key: CellKey, to: CellValue): void {
    const slash = key.indexOf('/');
    const row = this.#rows.get(key.slice(0, slash));
    const from = this.parts.cellOf(key);
    if (row) row.values[key.slice(slash + 1)] = to;
    else if (!Object.is(from, to)) this.#changes.set(key, { key, from, to });
  }
}
