/**
 * A document's value model that follows every change, for screens: cells and plain rows, kept up to date.
 *
 * Reads only the cells that a change touched. Rows that did not change stay the very same objects, so that what is
 * calculated from them can be remembered. `subscribe` and `get` are fit for `useSyncExternalStore`; several changes
 * of one transaction are one piece of news. Knows no React; batching per animation frame is the screen's business.
 */
import type * as Y from 'yjs';
import { buildModel } from '../value/build.ts';
import type { CellValue } from '../value/fields.ts';
import { cellKey, type CellKey, parseKey } from '../value/keys.ts';
import type { Model } from '../value/model.ts';
import { valueRoot } from './roots.ts';
import { type Cell, cellOfWrite, readCells, readSomeCells } from './valueCells.ts';

export interface ModelSnapshot {
  model: Model;
  cells: ReadonlyMap<CellKey, Cell>;
}

export class LiveModel {
  readonly #doc: Y.Doc;
  readonly #cells: Map<CellKey, Cell>;
  readonly #rows = new Map<string, Map<string, CellValue>>();
  readonly #listeners = new Set<() => void>();
  #snapshot: ModelSnapshot;

  /** Follows the document from now on; `stop` ends it. */
  constructor(doc: Y.Doc) {
    this.#doc = doc;
    this.#cells = readCells(doc);
    for (const cell of this.#cells.values()) this.#keep(cell.key, cell);
    this.#snapshot = { model: buildModel(this.#rows), cells: new Map(this.#cells) };
    valueRoot(doc).observe(this.#changed);
  }

  readonly get = (): ModelSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  stop(): void {
    valueRoot(this.#doc).unobserve(this.#changed);
    this.#listeners.clear();
  }

  readonly #changed = (event: Y.YMapEvent<unknown>): void => {
    const touched = new Set([...event.keysChanged].flatMap(key => cellOfWrite(String(key)) ?? []));
    const found = readSomeCells(this.#doc, touched);
    for (const key of touched) this.#keep(key, found.get(key));
    const { model } = this.#snapshot;
    const changed = new Set([...touched].map(key => parseKey(key).row));
    this.#snapshot = { model: sameRows(model, buildModel(this.#rows, { model, changed })), cells: new Map(this.#cells) };
    for (const listener of [...this.#listeners]) listener();
  };

  #keep(key: CellKey, cell: Cell | undefined): void {
    const { row: id } = parseKey(key);
    const field = key.slice(id.length + 1);
    const row = this.#rows.get(id) ?? new Map<string, CellValue>();
    this.#rows.set(id, row);
    if (cell) this.#cells.set(key, cell);
    else this.#cells.delete(key);
    if (cell) row.set(field, cell.value);
    else row.delete(field);
  }
}

/** The cells of one row, by field. */
export function cellsOfRow({ cells }: ModelSnapshot, id: string): Map<string, Cell> {
  const prefix = cellKey(id, '');
  return new Map([...cells].filter(([key]) => key.startsWith(prefix)).map(([key, cell]) => [key.slice(prefix.length), cell]));
}

/** `next`, with the objects of `before` wherever they say the same. */
function sameRows(before: Model, next: Model): Model {
  return {
    settings: sameOr(before.settings, next.settings),
    drivers: sameList(before.drivers, next.drivers),
    scenarios: sameList(before.scenarios, next.scenarios),
    wishes: sameList(before.wishes, next.wishes),
    outcomes: sameList(before.outcomes, next.outcomes),
    constraints: sameList(before.constraints, next.constraints),
    options: sameList(before.options, next.options),
    financing: sameList(before.financing, next.financing),
  };
}

function sameList<T extends { readonly id: string }>(before: readonly T[], next: readonly T[]): readonly T[] {
  const known = new Map(before.map(row => [row.id, row]));
  const list = next.map(row => sameOr(known.get(row.id), row));
  return list.length === before.length && list.every((row, nth) => row === before[nth]) ? before : list;
}

function sameOr<T>(before: T | undefined, next: T): T {
  if (before === undefined || before === next) return next;
  return JSON.stringify(before) === JSON.stringify(next) ? before : next;
}
