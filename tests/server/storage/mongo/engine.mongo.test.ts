/** What MongoDB alone can show: how records lie there, its indexes, rot, two servers, and a line that breaks. */
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ALL_COLLECTIONS } from '../../../../server/auth/collections.ts';
import { Declared } from '../../../../server/storage/declared.ts';
import { ours, recordSchema } from '../../../../server/storage/mongo/definition.ts';
import { openMongoStore } from '../../../../server/storage/mongo/store.ts';
import { openStore } from '../../../../server/storage/open.ts';
import { type Collection, collection, Conflict, Corrupt, Duplicate, put, type Store, StoreUnavailable } from '../../../../server/storage/store.ts';
import { type Book, books, fill, makeBook, type Parcel, parcels, SHELVES } from '../../../contracts/storage/shelves.ts';
import { inDatabase, makeDatabase } from './database.ts';
import { lineTo } from './line.ts';

const part = (bytes: Uint8Array) => ({ memberId: 'm', clientId: 1, update: bytes });
const any = (declared: Collection<Book>) => declared as unknown as Collection<never>;

describe('a model', () => {
  test.each(ALL_COLLECTIONS.map(each => each.name))('of %s has a type for every field, and none is Mixed', name => {
    const declared = new Declared(ALL_COLLECTIONS).all.find(each => each.name === name);
    expect(declared).toBeDefined();
    const types = declared ? typesIn(recordSchema(declared)) : [];
    expect(types.length).toBeGreaterThan(2);
    expect(types.filter(type => type.endsWith('Mixed'))).toEqual([]);
  });

  test('refuses by itself what its noun would refuse', async () => {
    const connection = ours.createConnection();
    const [parcel] = new Declared([parcels as unknown as Collection<never>]).all.map(each => connection.model(each.name, recordSchema(each)));
    const complaints = async (said: object) => {
      const error: unknown = await Promise.resolve().then(() => new parcel!(said).validate()).catch((reason: unknown) => reason);
      return error === undefined ? [] : Object.keys((error as { errors?: object }).errors ?? { whole: error });
    };
    const { id, ...whole } = aParcel();
    expect(await complaints({ _id: id, rev: 1, ...whole })).toEqual([]);
    expect(await complaints({ _id: id, rev: 0, ...whole, size: 'huge', weight: 'much', receiver: 'me' })).toEqual(
      expect.arrayContaining(['rev', 'size', 'weight', 'receiver']),
    );
    expect(await complaints({ _id: id, rev: 1, ...whole, way: { by: 'road', plate: 'a', flight: 'b' } })).toEqual(['way']);
    expect(await complaints({ _id: id, rev: 1, ...whole, colour: 'red' })).toEqual(['whole']);
    await connection.close();
  });
});

describe('a database', () => {
  test('holds records as plain documents, under indexes with names of ours', async () => {
    const uri = makeDatabase();
    const store = await openStore({ dataDir: '/nowhere', mongoUri: uri, collections: SHELVES });
    await store.commit([put(parcels, aParcel(), null)]);
    await fill(store, 'shelf', [{ title: 'a' }]);
    const { id, ...whole } = aParcel();
    expect(await inDatabase(uri, db => db.collection('parcels').findOne({ sender: { town: 'Torino', at: 1 } }))).toEqual({ _id: id, rev: 1, ...whole });
    const indexes = await inDatabase(uri, db => db.collection('books').indexes());
    expect(indexes.map(index => index.name).toSorted()).toEqual(
      ['_id_', 'index_byLent', 'index_byRank', 'index_byTitle', 'unique_byTag', 'unique_byTitle'],
    );
    await store.close();
  });

  test('gets new indexes and unique keys, and loses those that are no longer declared', async () => {
    const uri = makeDatabase();
    const before = await openMongoStore(uri, [any(collection({ ...books, unique: {}, indexes: { byRank: ['rank'], byOld: ['tag'] } }))]);
    await fill(before, 'shelf', [{ rank: 2, tag: 'gold' }, { rank: 1 }]);
    await before.close();
    const store = await openMongoStore(uri, SHELVES);
    expect((await store.find(books, 'byRank', ['shelf'])).map(book => book.rank)).toEqual([1, 2]);
    await expect(fill(store, 'shelf', [{ tag: 'gold' }])).rejects.toThrow(Duplicate);
    const names = (await inDatabase(uri, db => db.collection('books').indexes())).map(index => index.name);
    expect(names).not.toContain('index_byOld');
    await store.close();
  });

  test('is opened by several servers at once, which share one journal and one set of keys', async () => {
    const uri = makeDatabase();
    const [one, other] = await Promise.all([openMongoStore(uri, SHELVES), openMongoStore(uri, SHELVES)]);
    for (let seq = 1; seq <= 5; seq++) {
      const ends = await Promise.allSettled([one, other].map(each => each.journal.append([{ room: 'room', seq, parts: [] }], 1)));
      expect(ends.map(end => end.status).toSorted()).toEqual(['fulfilled', 'rejected']);
      for (const end of ends) if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(Conflict);
    }
    const takers = await Promise.allSettled([one, other].map(each => fill(each, 'shelf', [{ title: 'one' }])));
    expect(takers.filter(end => end.status === 'fulfilled')).toHaveLength(1);
    await Promise.all([one, other].map(each => each.journal.keepSnapshot({ room: 'room', seq: 5, state: randomBytes(5_000_000) })));
    expect((await one.journal.snapshot('room'))?.state.length).toBe(5_000_000);
    await one.close();
    expect(await other.journal.head('room')).toBe(5);
    await other.close();
  });
});

describe('bytes that changed by themselves', () => {
  test('in a journal entry end the reading there; so does a missing entry', async () => {
    const uri = makeDatabase();
    const store = await openMongoStore(uri, []);
    for (const room of ['rot', 'gap']) await store.journal.append([1, 2, 3].map(seq => ({ room, seq, parts: [part(new Uint8Array([seq, 7]))] })), 1);
    await inDatabase(uri, async db => {
      await db.collection('journal').updateOne({ room: 'rot', seq: 2 }, { $set: { 'parts.0.update': Buffer.from([2, 6]) } });
      await db.collection('journal').deleteOne({ room: 'gap', seq: 2 });
    });
    expect(await readUntilError(store, 'rot')).toEqual({ read: [1], error: expect.any(Corrupt) as unknown });
    expect(await readUntilError(store, 'gap')).toEqual({ read: [1], error: expect.any(Corrupt) as unknown });
    await store.close();
  });

  test('in the newest snapshot bring back the one before', async () => {
    const uri = makeDatabase();
    const store = await openMongoStore(uri, []);
    await store.journal.keepSnapshot({ room: 'room', seq: 1, state: new Uint8Array([1]) });
    await store.journal.keepSnapshot({ room: 'room', seq: 2, state: randomBytes(9_000_000) });
    await inDatabase(uri, db => db.collection('snapshotParts').updateOne({ n: 1 }, { $set: { bytes: randomBytes(4 * 1024 * 1024) } }));
    expect(await store.journal.snapshot('room')).toEqual({ room: 'room', seq: 1, state: new Uint8Array([1]) });
    await store.close();
  });

  test('in a file are noticed, and mended by keeping the same bytes again', async () => {
    const uri = makeDatabase();
    const store = await openMongoStore(uri, []);
    const bytes = randomBytes(1_500_000);
    const hash = await store.files.keep(bytes);
    await inDatabase(uri, db => db.collection('files.chunks').updateOne({ n: 0 }, { $set: { data: randomBytes(1024 * 1024) } }));
    await expect(store.files.read(hash)).rejects.toThrow(Corrupt);
    await store.files.keep(bytes);
    expect(Buffer.compare((await store.files.read(hash)) ?? randomBytes(1), bytes)).toBe(0);
    await store.close();
  });

  test('in a record that no longer fits its schema are told with its id, not its content', async () => {
    const uri = makeDatabase();
    const store = await openMongoStore(uri, SHELVES);
    const book = makeBook('shelf');
    await store.commit([put(books, book, null)]);
    await inDatabase(uri, db => db.collection<{ _id: string }>('books').updateOne({ _id: book.id }, { $set: { lent: 'ZEBRA-7' } }));
    const error = await store.get(books, book.id).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Corrupt);
    expect(String(error)).toContain(`books ${book.id}`);
    expect(String(error)).not.toContain('ZEBRA-7');
    await store.close();
  });
});

describe('a server that does not answer', () => {
  test('is told in a sentence without the address, which may hold a password', async () => {
    const error = await openMongoStore('mongodb://ivo:secret@127.0.0.1:1/none', [], { answerWithinMs: 300 }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StoreUnavailable);
    expect(String(error)).toContain('MONGODB_URI');
    expect(String(error)).not.toContain('secret');
  });

  test('makes every call say so, and is used again when it is back', async () => {
    const line = await lineTo(makeDatabase());
    const store = await openMongoStore(line.uri, SHELVES, { answerWithinMs: 500 });
    await fill(store, 'shelf', [{ title: 'before' }]);
    await line.cut();
    const calls = [
      () => store.ping(), () => store.get(books, 'a'), () => fill(store, 'shelf', [{ title: 'meanwhile' }]),
      () => store.journal.append([{ room: 'room', seq: 1, parts: [] }], 1), () => store.files.keep(new Uint8Array([1])),
    ];
    for (const call of calls) await expect(call()).rejects.toThrow(StoreUnavailable);
    await line.mend();
    await fill(store, 'shelf', [{ title: 'after' }]);
    expect((await store.find(books, 'byTitle', ['shelf'])).map(book => book.title)).toEqual(['after', 'before']);
    await store.close();
    await line.cut();
  });
});

function aParcel(): Parcel {
  return {
    id: 'parcel-1' as Parcel['id'], size: 'small', kind: 'parcel', weight: 1, pieces: 1, fragile: false, address: 'a@example.it',
    sender: { town: 'Torino', at: 1 }, receiver: null, labels: [''], stops: [{ town: '', at: 0 }], way: { by: 'road', plate: '' }, carrier: '',
  };
}

/** Every type in a schema, however deep. */
function typesIn(schema: { eachPath: (see: (path: string, type: { instance: string; schema?: unknown; embeddedSchemaType?: unknown }) => void) => unknown }): string[] {
  const types: string[] = [];
  schema.eachPath((path, type) => {
    types.push(`${path}: ${type.instance}`);
    const inside = (type.embeddedSchemaType as { instance: string } | undefined)?.instance;
    if (inside !== undefined) types.push(`${path}[]: ${inside}`);
    if (type.schema) types.push(...typesIn(type.schema as Parameters<typeof typesIn>[0]));
  });
  return types;
}

async function readUntilError(store: Store, room: string): Promise<{ read: number[]; error: unknown }> {
  const read: number[] = [];
  try {
    for await (const { seq } of store.journal.read(room, 0)) read.push(seq);
    return { read, error: undefined };
  } catch (error) {
    return { read, error };
  }
}
