/**
 * The collections of an opened store, and every check that is the same for each engine:
 * records against their schema, keys against their index, pages against their bounds.
 */
import type * as z from 'zod';
import { Misuse } from './gate.ts';
import { type Fields as Shapes, type Shape, shapeOf } from './shape.ts';
import { type Collection, Corrupt, type Key, type PageRequest, type Stored, type Write } from './store.ts';

/** A collection as engines see it: any noun's. */
export type AnyCollection = Collection;
export type Fields = readonly string[];
export type IndexValue = string | number | boolean | null;

/** A write whose record its schema has accepted; what is kept is what the schema gave back. */
export type CheckedWrite =
  | { readonly kind: 'put'; readonly into: AnyCollection; readonly record: { id: string }; readonly seen: number | null }
  | { readonly kind: 'remove'; readonly into: AnyCollection; readonly id: string; readonly seen: number };

export const FIND_LIMIT = 10_000;
export const PAGE_LIMIT = 1_000;

export class Declared {
  readonly all: readonly AnyCollection[];
  readonly #byName: ReadonlyMap<string, AnyCollection>;

  constructor(collections: readonly Collection<never>[]) {
    this.all = collections.map(each => each as unknown as AnyCollection);
    this.#byName = new Map(this.all.map(each => [each.name, each]));
    if (this.#byName.size !== this.all.length) throw new Misuse('Two collections share a name.');
    this.all.forEach(each => checkKeys(each, fieldsOf(each)));
  }

  /** The collection as it was named at opening: nothing else exists, and its keys were prepared then. */
  own<T extends { id: string }>({ name }: Collection<T>): Collection<T> {
    const found = this.#byName.get(name);
    if (!found) throw new Misuse(`${name}: this store was opened without it`);
    return found as unknown as Collection<T>;
  }

  check(writes: readonly Write[]): CheckedWrite[] {
    const checked = writes.map(write => this.#checkOne(write));
    const touched = new Set(checked.map(write => JSON.stringify([write.into.name, idOf(write)])));
    if (touched.size !== checked.length) throw new Misuse('One commit writes the same record twice.');
    return checked;
  }

  #checkOne(write: Write): CheckedWrite {
    checkId('remove' in write ? write.id : write.record.id);
    if ('remove' in write) return { kind: 'remove', into: this.#any(write.remove), id: write.id, seen: write.seen };
    const into = this.#any(write.put);
    const parsed = into.schema.safeParse(write.record);
    if (!parsed.success) throw new Misuse(`${into.name}: the record does not fit its schema at ${pathsOf(parsed.error)}`);
    return { kind: 'put', into, record: parsed.data, seen: write.seen };
  }

  #any(collection: Collection<never>): AnyCollection {
    return this.own(collection as unknown as AnyCollection);
  }
}

/** What a record of this collection is made of. */
export function fieldsOf({ name, schema }: AnyCollection): Shapes {
  const shape = shapeOf(schema, name);
  if (shape.kind !== 'object') throw new Misuse(`${name}: a record is an object`);
  if (shape.fields['id']?.kind !== 'text') throw new Misuse(`${name}: a record has a text for its id`);
  if ('rev' in shape.fields) throw new Misuse(`${name}: rev is the store's own`);
  return shape.fields;
}

function checkKeys({ name, unique, indexes }: AnyCollection, fields: Shapes): void {
  for (const field of [...Object.values(unique), ...Object.values(indexes)].flat()) {
    if (!isIndexable(fields[field])) throw new Misuse(`${name}: an index cannot hold ${field}`);
  }
}

const isIndexable = (shape: Shape | undefined): boolean => shape !== undefined && ['text', 'number', 'flag'].includes(shape.kind);

export const idOf = (write: CheckedWrite): string => (write.kind === 'put' ? write.record.id : write.id);

/** A record as it comes from the engine, parsed at the door; the message names it, never its content. */
export function stored<T extends { id: string }>(from: Collection<T>, id: string, rev: number, data: unknown): Stored<T> {
  const parsed = from.schema.safeParse(data);
  if (!parsed.success || parsed.data.id !== id || !Number.isSafeInteger(rev)) {
    throw new Corrupt(`${from.name} ${id}: what is kept does not fit its schema`);
  }
  return { ...parsed.data, rev };
}

/** Where it does not fit, without what stands there. */
function pathsOf(error: z.ZodError): string {
  return [...new Set(error.issues.map(issue => issue.path.join('.') || 'its top'))].join(', ');
}

export function indexFields(from: { name: string; indexes: Readonly<Record<string, Fields>> }, index: string, key: Key): Fields {
  const fields = from.indexes[index];
  if (!fields) throw new Misuse(`${from.name}: no index ${index}`);
  if (key.length > fields.length) throw new Misuse(`${from.name}: ${index} has ${fields.length} fields`);
  key.forEach(value => checkValue(value, from.name));
  return fields;
}

export function uniqueFields(from: { name: string; unique: Readonly<Record<string, Fields>> }, unique: string, key: Key): Fields {
  const fields = from.unique[unique];
  if (!fields) throw new Misuse(`${from.name}: no unique key ${unique}`);
  if (key.length !== fields.length) throw new Misuse(`${from.name}: ${unique} has ${fields.length} fields`);
  key.forEach(value => checkValue(value, from.name));
  return fields;
}

export function checkLimit({ limit }: PageRequest): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > PAGE_LIMIT) throw new Misuse(`A page holds 1 to ${PAGE_LIMIT} records.`);
}

/** The values of a record in these fields; absent counts as null. */
export function valuesOf(record: object, fields: Fields, collection: string): IndexValue[] {
  return fields.map(field => checkValue((record as Record<string, unknown>)[field] ?? null, collection));
}

/** Ids come from addresses: an object in their place must not reach an engine. */
export function checkId(id: unknown): void {
  if (typeof id !== 'string') throw new Misuse('an id is a string');
}

function checkValue(value: unknown, collection: string): IndexValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) return value as IndexValue;
  throw new Misuse(`${collection}: an index holds strings, numbers, booleans and null`);
}
