/** The folder itself: who may look in, a full disk, and keys that a newer version declares. */
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { openEmbeddedStore } from '../../../../server/storage/embedded/store.ts';
import { openStore } from '../../../../server/storage/open.ts';
import { type Collection, collection, Corrupt, Duplicate, put, StoreUnavailable } from '../../../../server/storage/store.ts';
import { Book, books, fill, makeBook, SHELVES } from '../../../contracts/storage/shelves.ts';
import { startChild } from './child.ts';
import { makeDataDir } from './dataDir.ts';

test('nobody else on the machine may look into the folders', async () => {
  const dataDir = join(await makeDataDir(), 'new', 'data');
  const store = await openStore({ dataDir, collections: SHELVES });
  for (const folder of [dataDir, join(dataDir, 'store'), join(dataDir, 'files')]) {
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  }
  await store.close();
});

test('a place where no folder can be made is told with its name', async () => {
  const file = join(await makeDataDir(), 'file');
  await writeFile(file, 'not a folder');
  const error = await openEmbeddedStore(join(file, 'data'), SHELVES).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StoreUnavailable);
  expect(String(error)).toContain(join(file, 'data'));
});

test('what a killed process left half written is cleared away', async () => {
  const dataDir = await makeDataDir();
  const before = await openEmbeddedStore(dataDir, SHELVES);
  const hash = await before.files.keep(new Uint8Array([1, 2]));
  await before.close();
  await writeFile(join(dataDir, 'files', 'drafts', 'half'), 'ha');
  const store = await openEmbeddedStore(dataDir, SHELVES);
  expect(await readdir(join(dataDir, 'files', 'drafts'))).toEqual([]);
  expect(await store.files.read(hash)).toEqual(new Uint8Array([1, 2]));
  await store.close();
});

test('a full disk is told, loses nothing that was kept, keeps nothing by half and ends no process', async () => {
  const dataDir = await makeDataDir();
  const child = startChild('fullDiskChild.ts', [dataDir], { maxFileBytes: 3 * 1024 * 1024 });
  const kept = await child.says('kept');
  expect(child.lines).toEqual(['commit refused', 'append refused', 'reads 1', kept]);
  expect(await child.ended).toBe(0);

  const [pairs, entries] = kept.split(' ').slice(1).map(Number);
  expect(pairs).toBeGreaterThan(10);
  const store = await openEmbeddedStore(dataDir, SHELVES);
  expect(await store.find(books, 'byTitle', ['pairs'])).toHaveLength(2 * (pairs ?? 0));
  expect(await store.journal.head('room')).toBe(entries);
  await fill(store, 'pairs', [{ title: 'room again' }]);
  await store.close();
}, 60_000);

describe('a collection declared anew', () => {
  const again = (declared: Partial<Collection<Book>>) => [collection({ ...books, ...declared }) as unknown as Collection<never>];

  test('has its new index and unique key over the records that were there', async () => {
    const dataDir = await makeDataDir();
    const before = await openEmbeddedStore(dataDir, again({ indexes: {}, unique: {} }));
    const made = await fill(before, 'shelf', [{ rank: 2 }, { rank: 1, tag: 'gold' }]);
    await before.close();

    const store = await openEmbeddedStore(dataDir, SHELVES);
    expect((await store.find(books, 'byRank', ['shelf'])).map(book => book.rank)).toEqual([1, 2]);
    expect(await store.getUnique(books, 'byTag', ['shelf', 'gold'])).toMatchObject({ id: made[1]?.id });
    await expect(store.commit([put(books, makeBook('shelf', { tag: 'gold' }), null)])).rejects.toThrow(Duplicate);
    await store.close();
  });

  test('forgets entries of an index that changed its fields', async () => {
    const dataDir = await makeDataDir();
    const before = await openEmbeddedStore(dataDir, again({ indexes: { byRank: ['rank'] } }));
    await fill(before, 'shelf', [{ rank: 1 }]);
    await before.close();
    const store = await openEmbeddedStore(dataDir, SHELVES);
    expect(await store.find(books, 'byRank', ['shelf'])).toHaveLength(1);
    expect(await store.find(books, 'byRank', [1])).toHaveLength(0);
    await store.close();
  });

  test('is refused when what it calls unique is not, and the folder stays as it was', async () => {
    const dataDir = await makeDataDir();
    const before = await openEmbeddedStore(dataDir, again({ unique: {} }));
    await fill(before, 'shelf', [{ title: 'same' }, { title: 'same' }]);
    await before.close();
    await expect(openEmbeddedStore(dataDir, SHELVES)).rejects.toThrow(Duplicate);
    const store = await openEmbeddedStore(dataDir, again({ unique: {} }));
    expect(await store.find(books, 'byTitle', ['shelf'])).toHaveLength(2);
    await store.close();
  });

  test('names a record that its new schema refuses', async () => {
    const dataDir = await makeDataDir();
    const before = await openEmbeddedStore(dataDir, SHELVES);
    const [book] = await fill(before, 'shelf', [{ title: 'ZEBRA-7' }]);
    await before.close();
    const strict = collection({ ...books, schema: Book.extend({ title: z.string().max(3) }) });
    const store = await openEmbeddedStore(dataDir, [strict as unknown as Collection<never>]);
    const error = await store.get(strict, book?.id ?? '').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Corrupt);
    expect(String(error)).toContain(book?.id);
    expect(String(error)).not.toContain('ZEBRA-7');
    await store.close();
  });
});

test('a collection that the store was opened without is refused', async () => {
  const store = await openEmbeddedStore(await makeDataDir(), []);
  await expect(store.get(books, 'a')).rejects.toThrow('opened without it');
  await expect(store.commit([put(books, makeBook('shelf'), null)])).rejects.toThrow('opened without it');
  await store.close();
});
