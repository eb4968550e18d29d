/** Records in MongoDB: a mongoose model for each noun, commits in transactions, pages by key. */
import { type AnyBulkWriteOperation, type ClientSession, type Connection, Error as MongooseError, type Model } from 'mongoose';
import { cursorOf, placeOf } from '../cursor.ts';
import {
  type AnyCollection, checkId, checkLimit, type CheckedWrite, type Declared, FIND_LIMIT, idOf, type IndexValue, indexFields,
  stored, uniqueFields, valuesOf,
} from '../declared.ts';
import { Misuse } from '../gate.ts';
import { type Collection, Conflict, Duplicate, type Key, type Page, type PageRequest, type Stored } from '../store.ts';
import { type Kept, ours, recordSchema } from './definition.ts';
import { indexesOf, prepareIndexes, takenUnique } from './indexes.ts';
import { atomically, duplicateKey } from './transaction.ts';

type Filter = Record<string, unknown>;

export class MongoRecords {
  readonly #connection: Connection;
  readonly #models: ReadonlyMap<string, Model<Kept>>;

  constructor(connection: Connection, declared: Declared) {
    this.#connection = connection;
    this.#models = new Map(declared.all.map(each => [each.name, connection.model<Kept>(each.name, recordSchema(each), each.name)]));
  }

  async prepare(declared: Declared): Promise<void> {
    for (const each of declared.all) await prepareIndexes(this.#model(each), indexesOf(each));
  }

  #model({ name }: { readonly name: string }): Model<Kept> {
    const model = this.#models.get(name);
    if (!model) throw new Misuse(`${name}: this store was opened without it`);
    return model;
  }

  async get<T extends { id: string }>(from: Collection<T>, id: string): Promise<Stored<T> | undefined> {
    checkId(id);
    const [found] = await this.#query(from, { _id: id }, {}, 1);
    return found;
  }

  async getUnique<T extends { id: string }>(from: Collection<T>, unique: string, key: Key): Promise<Stored<T> | undefined> {
    const fields = uniqueFields(from, unique, key);
    if (key.includes(null)) return undefined; // such records are left out of it
    const [found] = await this.#query(from, equal(fields, key), {}, 1);
    return found;
  }

  async find<T extends { id: string }>(from: Collection<T>, index: string, key: Key): Promise<Stored<T>[]> {
    const fields = indexFields(from, index, key);
    const found = await this.#query(from, equal(fields, key), sortBy(fields, 1), FIND_LIMIT + 1);
    if (found.length > FIND_LIMIT) throw new Misuse(`${from.name}: more than ${FIND_LIMIT} records by ${index}; page instead`);
    return found;
  }

  async page<T extends { id: string }>(from: Collection<T>, index: string, request: PageRequest): Promise<Page<T>> {
    const fields = indexFields(from, index, request.key);
    checkLimit(request);
    const filter = { ...equal(fields, request.key), ...beyond(fields, request) };
    const found = await this.#query(from, filter, sortBy(fields, request.reverse ? -1 : 1), request.limit + 1);
    const items = found.slice(0, request.limit);
    const last = items.at(-1);
    const more = found.length > request.limit && last !== undefined;
    return { items, next: more ? cursorOf(valuesOf(last, fields, from.name), last.id) : undefined };
  }

  async #query<T extends { id: string }>(from: Collection<T>, filter: Filter, sort: Record<string, 1 | -1>, limit: number): Promise<Stored<T>[]> {
    const found = await this.#model(from).find(filter).sort(sort).limit(limit).lean<Kept[]>();
    return found.map(({ _id, rev, ...data }) => stored(from, _id, rev, { id: _id, ...data }));
  }

  async commit(writes: readonly CheckedWrite[]): Promise<void> {
    if (writes.length > 0) await atomically(this.#connection, session => this.#apply(writes, session));
  }

  /** Writes count in their order: those before the first conflict may still meet a taken key, which then is the answer. */
  async #apply(writes: readonly CheckedWrite[], session: ClientSession): Promise<void> {
    const conflict = await this.#firstConflict(writes, session);
    for (const run of runsOf(writes.slice(0, conflict?.place))) await this.#writeRun(run, session);
    if (conflict) throw conflict.error;
  }

  async #firstConflict(writes: readonly CheckedWrite[], session: ClientSession): Promise<{ place: number; error: Conflict } | undefined> {
    const revs = new Map<string, number>();
    for (const name of new Set(writes.map(write => write.into.name))) {
      const ids = writes.filter(write => write.into.name === name).map(idOf);
      const there = await this.#model({ name }).find({ _id: ours.trusted({ $in: ids }) }, { rev: 1 }).session(session).lean<Kept[]>();
      there.forEach(({ _id, rev }) => revs.set(`${name} ${_id}`, rev));
    }
    const place = writes.findIndex(write => (revs.get(`${write.into.name} ${idOf(write)}`) ?? null) !== write.seen);
    return place < 0 ? undefined : { place, error: conflictOn(writes[place]) };
  }

  /** Writes to one collection at one go. */
  async #writeRun({ into, writes }: Run, session: ClientSession): Promise<void> {
    try {
      const done = await this.#model(into).bulkWrite(writes.map(operationOf), { session, ordered: true });
      if (done.insertedCount + done.matchedCount + done.deletedCount < writes.length) throw conflictOn(writes[0]);
    } catch (error) {
      throw refusalOf(error, into);
    }
  }
}

interface Run {
  readonly into: AnyCollection;
  readonly writes: CheckedWrite[];
}

/** Neighbours to the same collection go together; their order stays. */
function runsOf(writes: readonly CheckedWrite[]): Run[] {
  const runs: Run[] = [];
  for (const write of writes) {
    const last = runs.at(-1);
    if (last?.into === write.into) last.writes.push(write);
    else runs.push({ into: write.into, writes: [write] });
  }
  return runs;
}

function operationOf(write: CheckedWrite): AnyBulkWriteOperation<Kept> {
  if (write.kind === 'remove') return { deleteOne: { filter: { _id: write.id, rev: write.seen } } };
  const { id, ...data } = write.record;
  const document: Kept = { _id: id, rev: (write.seen ?? 0) + 1, ...data };
  return write.seen === null ? { insertOne: { document } } : { replaceOne: { filter: { _id: id, rev: write.seen }, replacement: document } };
}

function refusalOf(error: unknown, into: AnyCollection): unknown {
  const message = duplicateKey(error);
  if (message !== undefined) {
    const unique = takenUnique(message);
    return unique === undefined ? new Conflict(`${into.name}: somebody wrote first`) : new Duplicate(into.name, unique);
  }
  // The record's schema has let it through, the model has not: they differ, and that is our mistake.
  return error instanceof MongooseError ? new Misuse(`${into.name}: the model refuses what the schema allows (${error.name})`) : error;
}

const conflictOn = (write: CheckedWrite | undefined): Conflict =>
  new Conflict(write ? `${write.into.name} ${idOf(write)}: somebody wrote first` : 'somebody wrote first');

/** Null also finds what is absent. */
const equal = (fields: readonly string[], key: Key): Filter => Object.fromEntries(key.map((value, n) => [fields[n] ?? '', value]));

const sortBy = (fields: readonly string[], way: 1 | -1): Record<string, 1 | -1> => Object.fromEntries([...fields, '_id'].map(field => [field, way]));

/** Behind the place where the page before ended: further in one field, and equal in all before it. */
function beyond(fields: readonly string[], { key, after, reverse = false }: PageRequest): Filter {
  if (after === undefined) return {};
  const { values, id } = placeOf(after, fields, key);
  const places = [...fields.map((field, n) => ({ field, value: values[n] ?? null })), { field: '_id', value: id }];
  const ways = places.flatMap(({ field, value }, n) =>
    n < key.length ? [] : further(field, value, reverse).map(step => ({ ...equal(fields, values.slice(0, n)), ...step })),
  );
  return { $or: ways };
}

/** MongoDB compares within one kind only: null is neither above nor below anything, so it is named. */
function further(field: string, value: IndexValue, reverse: boolean): Filter[] {
  if (value === null) return reverse ? [] : [{ [field]: ours.trusted({ $ne: null }) }];
  if (!reverse) return [{ [field]: ours.trusted({ $gt: value }) }];
  const below = { [field]: ours.trusted({ $lt: value }) };
  return field === '_id' ? [below] : [below, { [field]: null }];
}
