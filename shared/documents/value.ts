/**
 * The value model in a room's document: typed reads and edits by row and cell.
 *
 * A row exists once it has a place and until it is flagged as gone, so adding, deleting and moving are cell
 * writes like all others: they can be undone, and nothing that somebody else wrote meanwhile is lost. What the
 * cells mean is in `shared/value/`; how a cell survives two writers is in `valueCells.ts`.
 */
import type * as Y from 'yjs';
import { buildModel, isThere, type RawRow, rowsOf } from '../value/build.ts';
import type { CellValue } from '../value/fields.ts';
import { cellKey, type CellKey, kindOfRow } from '../value/keys.ts';
import type { Model, RowKind } from '../value/model.ts';
import { placeBetween } from '../value/places.ts';
import { type Cell, type Edit, readCells, writeCells } from './valueCells.ts';

export { choose, type Cell, type Edit, readCells, readSomeCells, writeCells, type Written } from './valueCells.ts';

/** The whole model as plain data. For a screen that follows every change see `LiveModel`. */
export const readModel = (doc: Y.Doc): Model => buildModel(rawRows(readCells(doc).values()));

/** Rows by id from cells, those that are gone included. */
export function rawRows(cells: Iterable<Cell>): Map<string, Map<string, CellValue>> {
  return rowsOf([...cells].map(({ key, value }) => [key, value] as const));
}

export interface NewRow {
  /** Made by the caller with the kind's prefix: `drv_…`. */
  id: string;
  /** By field name, linked cells too: `{ label: 'Calls', 'improvement:drv_…': 0.3 }`. */
  values: Readonly<Record<string, CellValue>>;
}

/** Adds rows of any kinds at the end of their kinds, as one step. */
export function addRows(doc: Y.Doc, rows: readonly NewRow[], edit: Edit): void {
  const last = lastPlaces(doc);
  const changes: [CellKey, CellValue][] = [];
  for (const { id, values } of rows) {
    const kind = knownKind(id);
    const place = placeBetween(last.get(kind) ?? null, null);
    last.set(kind, place);
    changes.push(...Object.entries(values).map(([field, value]): [CellKey, CellValue] => [cellKey(id, field), value]), [cellKey(id, 'place'), place]);
  }
  writeCells(doc, changes, edit);
}

/** Changes fields of one row. */
export function changeRow(doc: Y.Doc, id: string, values: Readonly<Record<string, CellValue>>, edit: Edit): void {
  writeCells(doc, Object.entries(values).map(([field, value]) => [cellKey(id, field), value] as const), edit);
}

/** Hides rows; what others hold of them (a link, a score) stays and counts for nothing. */
export const deleteRows = (doc: Y.Doc, ids: readonly string[], edit: Edit): void => flagRows(doc, ids, true, edit);
export const restoreRows = (doc: Y.Doc, ids: readonly string[], edit: Edit): void => flagRows(doc, ids, false, edit);

function flagRows(doc: Y.Doc, ids: readonly string[], gone: boolean, edit: Edit): void {
  writeCells(doc, ids.map(id => [cellKey(id, 'gone'), gone] as const), edit);
}

/** Puts a row behind another of its kind; null: at the beginning. */
export function moveRow(doc: Y.Doc, id: string, after: string | null, edit: Edit): void {
  const others = placesOf(doc, knownKind(id)).filter(row => row.id !== id);
  const at = others.findIndex(row => row.id === after);
  const place = placeBetween(others[at]?.place ?? null, others[at + 1]?.place ?? null);
  writeCells(doc, [[cellKey(id, 'place'), place]], edit);
}

/**
 * A copy of a row under a new id, behind the original, with some fields changed. A copied scenario says where it
 * branched from, is nobody's favourite yet, and has no actual results. Does nothing when the original is not there.
 */
export function duplicateRow(doc: Y.Doc, from: string, copy: NewRow, edit: Edit): void {
  const original = rawRows(readCells(doc).values()).get(from);
  if (!original || !isThere(original)) return;
  const kind = knownKind(from);
  const kept = [...original].filter(([field]) => !NOT_COPIED.has(field.split(':')[0] ?? ''));
  const own = kind === 'scn' ? { branchedFrom: from } : {};
  const places = placesOf(doc, kind);
  const at = places.findIndex(row => row.id === from);
  const place = placeBetween(places[at]?.place ?? null, places[at + 1]?.place ?? null);
  changeRow(doc, copy.id, { ...Object.fromEntries(kept), ...own, ...copy.values, place }, edit);
}
const NOT_COPIED = new Set(['place', 'gone', 'nearlyApproved', 'archived', 'doubt', 'actual', 'agreedSeller', 'agreedClient', 'note']);

/** Rows of a kind in order, with the places they hold. */
function placesOf(doc: Y.Doc, kind: RowKind): { id: string; place: string }[] {
  return placesIn(rawRows(readCells(doc).values()), kind);
}

function placesIn(rows: ReadonlyMap<string, RawRow>, kind: RowKind): { id: string; place: string }[] {
  return [...rows]
    .filter(([id, row]) => kindOfRow(id) === kind && isThere(row))
    .map(([id, row]) => ({ id, place: String(row.get('place')) }))
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : a.id < b.id ? -1 : 1));
}

function lastPlaces(doc: Y.Doc): Map<RowKind, string> {
  const last = new Map<RowKind, string>();
  for (const [id, row] of rawRows(readCells(doc).values())) {
    const kind = kindOfRow(id);
    const place = row.get('place');
    if (kind && typeof place === 'string' && place > (last.get(kind) ?? '')) last.set(kind, place);
  }
  return last;
}

function knownKind(id: string): RowKind {
  const kind = kindOfRow(id);
  if (!kind) throw new Error(`"${id}" is no row of a value model: its prefix is unknown.`);
  return kind;
}
