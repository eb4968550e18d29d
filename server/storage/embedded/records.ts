/** Records in LMDB, with the entries of their indexes and unique keys kept beside them in the same write. */
import { cursorOf, placeOf } from '../cursor.ts';
import {
  type AnyCollection, checkId, checkLimit, type CheckedWrite, type Declared, type Fields, FIND_LIMIT, idOf, indexFields, stored,
  uniqueFields, valuesOf,
} from '../declared.ts';
import { Misuse } from '../gate.ts';
import { type Collection, Conflict, Corrupt, Duplicate, type Key, type Page, type PageRequest, type Stored } from '../store.ts';
import type { Environment, Table } from './environment.ts';
import { above, keyOf } from './keys.ts';
import { seal, unseal } from './sealed.ts';

export class Records {
  readonly #env: Environment;
  readonly #records: Table;
  /** [collection, index, …values, id] → id */
  readonly #indexes: Table;
  /** [collection, unique, …values] → id */
  readonly #uniques: Table;
  /** [collection] → its declared keys, as they were when the entries were made */
  readonly #shapes: Table;

  constructor(env: Environment) {
    this.#env = env;
    this.#records = env.table('records');
    this.#indexes = env.table('indexes');
    this.#uniques = env.table('uniques');
    this.#shapes = env.table('shapes');
  }

  get<T extends { id: string }>(from: Collection<T>, id: string): Stored<T> | undefined {
    checkId(id);
    const key = keyOf([from.name, id]);
    const sealed = this.#records.get(key);
    return sealed && readRecord(from, id, key, sealed);
  }

  getUnique<T extends { id: string }>(from: Collection<T>, unique: string, key: Key): Stored<T> | undefined {
    uniqueFields(from, unique, key);
    const id = this.#uniques.get(keyOf([from.name, unique, ...key]));
    return id && this.#mustGet(from, id.toString());
  }

  find<T extends { id: string }>(from: Collection<T>, index: string, key: Key): Stored<T>[] {
    indexFields(from, index, key);
    const prefix = keyOf([from.name, index, ...key]);
    const ids = idsIn(this.#indexes, { start: prefix, end: above(prefix), limit: FIND_LIMIT + 1 });
    if (ids.length > FIND_LIMIT) throw new Misuse(`${from.name}: more than ${FIND_LIMIT} records by ${index}; page instead`);
    return ids.map(id => this.#mustGet(from, id));
  }

  page<T extends { id: string }>(from: Collection<T>, index: string, request: PageRequest): Page<T> {
    const fields = indexFields(from, index, request.key);
    checkLimit(request);
    const ids = idsIn(this.#indexes, { ...pageRange(from, index, fields, request), limit: request.limit + 1 });
    const items = ids.slice(0, request.limit).map(id => this.#mustGet(from, id));
    const last = items.at(-1);
    const more = ids.length > request.limit && last !== undefined;
    return { items, next: more ? cursorOf(valuesOf(last, fields, from.name), last.id) : undefined };
  }

  #mustGet<T extends { id: string }>(from: Collection<T>, id: string): Stored<T> {
    const found = this.get(from, id);
    if (!found) throw new Corrupt(`${from.name} ${id}: an index names it, but it is not there`);
    return found;
  }

  async commit(writes: readonly CheckedWrite[]): Promise<void> {
    const prepared = writes.map(write => ({ write, keys: write.kind === 'put' ? entriesOf(write.into, write.record) : NO_ENTRIES }));
    await this.#env.write(() => prepared.forEach(({ write, keys }) => this.#apply(write, keys)));
  }

  /** Inside a write: throwing takes back everything before it as well. */
  #apply(write: CheckedWrite, keys: Entries): void {
    const id = idOf(write);
    const before = this.get(write.into, id);
    if ((before?.rev ?? null) !== write.seen) throw new Conflict(`${write.into.name} ${id}: somebody wrote first`);
    const old = before ? entriesOf(write.into, before) : NO_ENTRIES;
    old.uniques.forEach(({ key }) => void this.#uniques.remove(key));
    old.indexes.forEach(key => void this.#indexes.remove(key));
    if (write.kind === 'remove') return void this.#records.remove(keyOf([write.into.name, id]));
    this.#putEntries(write.into, id, keys);
    const key = keyOf([write.into.name, id]);
    void this.#records.put(key, seal(key, Buffer.from(JSON.stringify([(before?.rev ?? 0) + 1, write.record]))));
  }

  #putEntries(into: AnyCollection, id: string, { uniques, indexes }: Entries): void {
    const value = Buffer.from(id);
    for (const { name, key } of uniques) {
      if (this.#uniques.doesExist(key)) throw new Duplicate(into.name, name);
      void this.#uniques.put(key, value);
    }
    indexes.forEach(key => void this.#indexes.put(key, value));
  }

  /** Makes the entries anew for collections whose declared keys have changed since they were last open. */
  async prepare(declared: Declared): Promise<void> {
    const changed = declared.all.filter(each => this.#shapes.get(keyOf([each.name]))?.toString() !== shapeOf(each));
    if (changed.length > 0) await this.#env.write(() => changed.forEach(each => this.#reindex(each)));
  }

  #reindex(collection: AnyCollection): void {
    const prefix = keyOf([collection.name]);
    const range = { start: prefix, end: above(prefix) };
    for (const table of [this.#indexes, this.#uniques]) keysIn(table, range).forEach(key => void table.remove(key));
    for (const { key, value } of [...this.#records.getRange(range)]) {
      const record = readRecord(collection, undefined, key, value);
      this.#putEntries(collection, record.id, entriesOf(collection, record));
    }
    void this.#shapes.put(prefix, Buffer.from(shapeOf(collection)));
  }
}

interface Entries {
  readonly uniques: readonly { name: string; key: Buffer }[];
  readonly indexes: readonly Buffer[];
}
const NO_ENTRIES: Entries = { uniques: [], indexes: [] };

/** Every entry a record has beside it. A unique key with a null in it has none. */
function entriesOf(collection: AnyCollection, record: { id: string }): Entries {
  const valued = (fields: Fields) => valuesOf(record, fields, collection.name);
  return {
    uniques: Object.entries(collection.unique)
      .map(([name, fields]) => ({ name, values: valued(fields) }))
      .filter(({ values }) => !values.includes(null))
      .map(({ name, values }) => ({ name, key: keyOf([collection.name, name, ...values]) })),
    indexes: Object.entries(collection.indexes).map(([name, fields]) => keyOf([collection.name, name, ...valued(fields), record.id])),
  };
}

const shapeOf = ({ unique, indexes }: AnyCollection): string => JSON.stringify({ unique, indexes });

/** Without an id the record's own is believed: its key is part of the checksum anyway. */
function readRecord<T extends { id: string }>(from: Collection<T>, id: string | undefined, key: Buffer, sealed: Buffer): Stored<T> {
  const [rev, data] = JSON.parse(unseal(key, sealed, `${from.name} ${id ?? ''}`).toString()) as [number, { id: string }];
  return stored(from, id ?? data.id, rev, data);
}

type Range = { start: Buffer; end: Buffer; reverse?: boolean; exclusiveStart?: boolean; limit?: number };

/** No entry equals `prefix` or `above(prefix)` itself: each goes on with an id. */
function pageRange(from: { name: string }, index: string, fields: Fields, { key, after, reverse = false }: PageRequest): Range {
  const prefix = keyOf([from.name, index, ...key]);
  const [start, end] = reverse ? [above(prefix), prefix] : [prefix, above(prefix)];
  if (after === undefined) return { start, end, reverse };
  const place = placeOf(after, fields, key);
  return { start: keyOf([from.name, index, ...place.values, place.id]), end, reverse, exclusiveStart: true };
}

const idsIn = (table: Table, range: Range): string[] => [...table.getRange(range)].map(({ value }) => value.toString());
const keysIn = (table: Table, range: Range): Buffer[] => [...table.getRange(range)].map(({ key }) => key);
