/**
 * Cells in a document: each write is a key of its own and names the writes it replaced.
 *
 * A plain Y.Map key keeps the last write and silently loses the other. Here a write stands under
 * `<cell>~<client id>.<clock>` as `{ v, over, at }`, where `over` lists the writes of that cell its author saw.
 * Writes that no other one replaced are what the cell holds: one, or several when people replaced the same value
 * at the same time; then all are shown until one is chosen, which is just another write. The last few replaced
 * writes stay for the cell's history, older ones are deleted by whoever writes next. Whose a write is comes from
 * the client id of the item, never from a field (Sync 14). Knows no rows and no numbers.
 */
import * as Y from 'yjs';
import * as z from 'zod';
import type { CellValue } from '../value/fields.ts';
import type { CellKey } from '../value/keys.ts';
import { valueRoot } from './roots.ts';

/** Replaced writes that stay readable. */
const REMEMBERED = 4;
/** Characters of one cell; the longest field is a story. */
const LONGEST = 2_000;
/** A forged write could name thousands. */
const MOST_REPLACED = 40;

/** NaN and infinity too: the cell then says what is wrong with them. */
const AnyNumber = z.custom<number>(value => typeof value === 'number');
const StoredWrite = z.object({
  v: z.union([AnyNumber, z.string().max(LONGEST), z.boolean(), z.null()]),
  over: z.array(z.string().max(200)).max(MOST_REPLACED),
  at: z.number().catch(0),
});

/** Somebody's write in a cell. */
export interface Written {
  /** Names this write; to be handed to `choose`. */
  id: string;
  value: CellValue;
  /** Client id of the author; who that is, the seat table knows. */
  by: number;
  /** Epoch milliseconds on the author's own clock: to be shown, never to be trusted. */
  at: number;
}

export interface Cell {
  key: CellKey;
  /** What counts just now. */
  value: CellValue;
  by: number;
  at: number;
  /** Two or more when people replaced the same value at the same time with different ones; else empty. */
  contenders: readonly Written[];
  /** Replaced writes, newest first. */
  past: readonly Written[];
}

interface Entry extends Written {
  over: readonly string[];
}

/** When and in whose name an edit is made. */
export interface Edit {
  /** Epoch milliseconds. */
  at: number;
  /** Yjs transaction origin: undo managers follow their own. */
  origin: unknown;
}

/** The cell that a key of the root belongs to; undefined for what is not a write. */
export function cellOfWrite(rootKey: string): CellKey | undefined {
  const cut = rootKey.lastIndexOf('~');
  const slash = rootKey.indexOf('/');
  if (slash <= 0 || cut <= slash) return undefined;
  return `${rootKey.slice(0, slash)}/${rootKey.slice(slash + 1, cut)}`;
}

/** Every cell of the document. */
export function readCells(doc: Y.Doc): Map<CellKey, Cell> {
  return new Map([...entriesByCell(doc)].flatMap(([key, entries]) => asCell(key, entries) ?? []).map(cell => [cell.key, cell]));
}

/** Only these cells; those that hold nothing are missing in the answer. Costs one walk over the root's keys. */
export function readSomeCells(doc: Y.Doc, keys: ReadonlySet<CellKey>): Map<CellKey, Cell> {
  const found = entriesByCell(doc, keys);
  return new Map([...found].flatMap(([key, entries]) => asCell(key, entries) ?? []).map(cell => [cell.key, cell]));
}

/** Writes cells in one transaction. What holds the value already, with nobody contending, is left alone. */
export function writeCells(doc: Y.Doc, changes: Iterable<readonly [CellKey, CellValue]>, { at, origin }: Edit): void {
  const wanted = new Map(changes);
  doc.transact(() => {
    const present = entriesByCell(doc, new Set(wanted.keys()));
    for (const [key, value] of wanted) {
      const entries = present.get(key) ?? [];
      const cell = asCell(key, entries);
      if (cell && cell.contenders.length === 0 && Object.is(cell.value, value)) continue;
      write(doc, { key, value, at }, entries);
    }
  }, origin);
}

/** Of several contending writes, this one is meant. Does nothing when it is gone meanwhile. */
export function choose(doc: Y.Doc, key: CellKey, writeId: string, edit: Edit): void {
  const cell = readSomeCells(doc, new Set([key])).get(key);
  const chosen = cell?.contenders.find(({ id }) => id === writeId);
  if (chosen) writeCells(doc, [[key, chosen.value]], edit);
}

function write(doc: Y.Doc, { key, value, at }: { key: CellKey; value: CellValue; at: number }, entries: readonly Entry[]): void {
  const root = valueRoot(doc);
  const v = typeof value === 'string' ? value.slice(0, LONGEST) : value;
  const heads = new Set(headsOf(entries).map(({ id }) => id));
  const old = entries.filter(({ id }) => !heads.has(id)).sort(newestFirst);
  for (const { id } of old.slice(Math.max(0, REMEMBERED - heads.size))) root.delete(id);
  const id = `${key}~${doc.clientID.toString(36)}.${Y.getState(doc.store, doc.clientID).toString(36)}`;
  root.set(id, { v, over: entries.slice(0, MOST_REPLACED).map(entry => entry.id.slice(key.length + 1)), at });
}

function entriesByCell(doc: Y.Doc, wanted?: ReadonlySet<CellKey>): Map<CellKey, Entry[]> {
  const root = valueRoot(doc);
  const found = new Map<CellKey, Entry[]>();
  root.forEach((stored, id) => {
    const key = cellOfWrite(id);
    if (key === undefined || (wanted && !wanted.has(key))) return;
    const entry = readEntry(id, stored, root._map.get(id)?.id.client ?? 0);
    if (!entry) return;
    const entries = found.get(key);
    if (entries) entries.push(entry);
    else found.set(key, [entry]);
  });
  return found;
}

function readEntry(id: string, stored: unknown, by: number): Entry | undefined {
  const read = StoredWrite.safeParse(stored);
  return read.success ? { id, value: read.data.v, by, at: read.data.at, over: read.data.over } : undefined;
}

/** What nobody has replaced. Writes that claim to replace each other cannot come about honestly; then all stand. */
function headsOf(entries: readonly Entry[]): Entry[] {
  const replaced = new Set(entries.flatMap(({ over }) => over));
  const heads = entries.filter(({ id }) => !replaced.has(id.slice(id.lastIndexOf('~') + 1)));
  return heads.length > 0 ? heads : [...entries];
}

function asCell(key: CellKey, entries: readonly Entry[]): Cell | undefined {
  if (entries.length === 0) return undefined;
  const heads = headsOf(entries).sort(newestFirst);
  const [counts] = heads;
  if (!counts) return undefined;
  const contending = new Set(heads.map(({ value }) => value)).size > 1;
  const past = entries.filter(entry => !heads.includes(entry)).sort(newestFirst);
  return {
    key, value: counts.value, by: counts.by, at: counts.at,
    contenders: contending ? heads.map(asWritten) : [], past: past.map(asWritten),
  };
}

const asWritten = ({ id, value, by, at }: Entry): Written => ({ id, value, by, at });

/** A write stands before what it replaced; otherwise by clock, and by name where clocks agree: the same on every page. */
function newestFirst(a: Entry, b: Entry): number {
  if (a.over.includes(suffix(b))) return -1;
  if (b.over.includes(suffix(a))) return 1;
  return b.at - a.at || (a.id < b.id ? -1 : 1);
}
const suffix = ({ id }: Entry): string => id.slice(id.lastIndexOf('~') + 1);
