/** Bytes that change on the disk by themselves: each kind is noticed when read, and named without its content. */
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Environment } from '../../../../server/storage/embedded/environment.ts';
import { keyOf } from '../../../../server/storage/embedded/keys.ts';
import { openEmbeddedStore } from '../../../../server/storage/embedded/store.ts';
import { Corrupt, type Entry, put, type Store } from '../../../../server/storage/store.ts';
import { books, makeBook, SHELVES } from '../../../contracts/storage/shelves.ts';
import { makeDataDir } from './dataDir.ts';

const entryOf = (seq: number, update: Uint8Array) => ({ room: 'room', seq, parts: [{ memberId: 'm', clientId: 1, update }] });

describe('one flipped bit', () => {
  test('in a journal entry ends the reading there', async () => {
    const marks = [randomBytes(64), randomBytes(64), randomBytes(64)];
    const store = await afterFlip(marks[1]!, before => before.journal.append(marks.map((mark, n) => entryOf(n + 1, mark)), 1));
    const { read, error } = await readUntilError(store, 'room');
    expect(read.map(each => each.seq)).toEqual([1]);
    expect(error).toBeInstanceOf(Corrupt);
    expect(String(error)).toContain('journal room 2');
    await store.close();
  });

  test('in the newest snapshot brings back the one before', async () => {
    const mark = randomBytes(700_000);
    const store = await afterFlip(mark.subarray(600_000, 600_064), async before => {
      await before.journal.keepSnapshot({ room: 'room', seq: 1, state: new Uint8Array([1]) });
      await before.journal.keepSnapshot({ room: 'room', seq: 2, state: mark });
    });
    expect(await store.journal.snapshot('room')).toEqual({ room: 'room', seq: 1, state: new Uint8Array([1]) });
    await store.close();
  });

  test('in the only snapshot leaves the journal to be read from its beginning', async () => {
    const mark = randomBytes(64);
    const store = await afterFlip(mark, before => before.journal.keepSnapshot({ room: 'room', seq: 2, state: mark }));
    expect(await store.journal.snapshot('room')).toBeUndefined();
    await store.journal.keepSnapshot({ room: 'room', seq: 2, state: mark });
    expect(await store.journal.snapshot('room')).toMatchObject({ seq: 2 });
    await store.close();
  });

  test('in a record is told with its collection and id, not its content', async () => {
    const book = makeBook('shelf', { title: 'ZEBRA-7 stays between us', tag: null });
    const store = await afterFlip(Buffer.from(book.title), before => before.commit([put(books, book, null)]));
    const error = await store.get(books, book.id).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Corrupt);
    expect(String(error)).toContain(`books ${book.id}`);
    expect(String(error)).not.toContain('ZEBRA');
    await store.close();
  });

  test('in a file is noticed, and mended by keeping the same bytes again', async () => {
    const dataDir = await makeDataDir();
    const store = await openEmbeddedStore(dataDir, SHELVES);
    const bytes = randomBytes(1_000);
    const hash = await store.files.keep(bytes);
    await flip(join(dataDir, 'files', hash.slice(0, 2), hash.slice(2)), bytes.subarray(500, 564));
    await expect(store.files.read(hash)).rejects.toThrow(Corrupt);
    await store.files.keep(bytes);
    expect(Buffer.compare((await store.files.read(hash)) ?? randomBytes(1), bytes)).toBe(0);
    await store.close();
  });
});

test('an entry missing in the middle of a journal is noticed', async () => {
  const dataDir = await makeDataDir();
  for (const seq of [1, 2, 3]) {
    const before = await openEmbeddedStore(dataDir, SHELVES);
    await before.journal.append([entryOf(seq, randomBytes(8))], 1);
    await before.close();
  }
  const env = new Environment(dataDir);
  await env.write(() => void env.table('runs').remove(keyOf(['room', 2])));
  await env.close();

  const store = await openEmbeddedStore(dataDir, SHELVES);
  const { read, error } = await readUntilError(store, 'room');
  expect(read.map(each => each.seq)).toEqual([1]);
  expect(error).toMatchObject({ name: 'Corrupt', message: 'journal room: 2 is missing' });
  await store.close();
});

/** Writes, closes, flips one bit wherever the mark lies in the file, and opens again. */
async function afterFlip(mark: Buffer, write: (store: Store) => Promise<void>): Promise<Store> {
  const dataDir = await makeDataDir();
  const before = await openEmbeddedStore(dataDir, SHELVES);
  await write(before);
  await before.close();
  await flip(join(dataDir, 'store', 'data.mdb'), mark);
  return openEmbeddedStore(dataDir, SHELVES);
}

async function flip(path: string, mark: Buffer): Promise<void> {
  const bytes = await readFile(path);
  const places: number[] = [];
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) places.push(at);
  expect(places.length).toBeGreaterThan(0);
  for (const at of places) bytes[at + 3]! ^= 0x01;
  await writeFile(path, bytes);
}

async function readUntilError(store: Store, room: string): Promise<{ read: Entry[]; error: unknown }> {
  const read: Entry[] = [];
  try {
    for await (const each of store.journal.read(room, 0)) read.push(each);
    return { read, error: undefined };
  } catch (error) {
    return { read, error };
  }
}
