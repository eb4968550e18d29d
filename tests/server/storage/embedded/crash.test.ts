/** kill -9 in the midst of writing: what was reported as kept is there, and nothing is there by half. */
import { afterEach, expect, test } from 'vitest';
import { openEmbeddedStore } from '../../../../server/storage/embedded/store.ts';
import type { Store } from '../../../../server/storage/store.ts';
import { books, SHELVES } from '../../../contracts/storage/shelves.ts';
import { type Child, startChild } from './child.ts';
import { makeDataDir } from './dataDir.ts';

const ROUNDS = 10;
const ROOMS = ['room-0', 'room-1', 'room-2', 'room-3'];

let child: Child | undefined;
afterEach(() => child?.kill9());

test(`loses nothing that it reported, over ${ROUNDS} kills in one folder`, async () => {
  const dataDir = await makeDataDir();
  for (let round = 0; round < ROUNDS; round++) {
    child = startChild('writerChild.ts', [dataDir, String(ROOMS.length)]);
    await child.says('snapshot ');
    await child.saysMany(child.lines.length + Math.floor(Math.random() * 500)); // within its work, wherever that is
    await child.kill9();

    const store = await openEmbeddedStore(dataDir, SHELVES);
    await expectKept(store, child.lines);
    await store.close();
  }
}, 120_000);

async function expectKept(store: Store, lines: readonly string[]): Promise<void> {
  const said = (what: string) => lines.filter(line => line.startsWith(`${what} `)).map(line => line.slice(what.length + 1));
  for (const room of ROOMS) await expectRoom(store, room, said('entry').filter(line => line.startsWith(`${room} `)));
  for (const shelf of said('pair')) expect(await store.find(books, 'byTitle', [shelf])).toHaveLength(2);
  expect((await allBooks(store)) % 2).toBe(0);
  for (const hash of said('file')) expect(await store.files.read(hash)).toBeDefined();
  await expectSnapshot(store, Math.max(0, ...said('snapshot').map(Number)));
}

async function expectRoom(store: Store, room: string, said: readonly string[]): Promise<void> {
  const head = await store.journal.head(room);
  expect(head).toBeGreaterThanOrEqual(Math.max(0, ...said.map(line => Number(line.split(' ')[1]))));
  expect(head % 2).toBe(0);
  let seq = 0;
  for await (const entry of store.journal.read(room, 0)) {
    expect(entry.seq).toBe(++seq);
    expect(entry.parts[0]?.update.every(byte => byte === seq % 251)).toBe(true);
  }
  expect(seq).toBe(head);
}

async function allBooks(store: Store): Promise<number> {
  let count = 0;
  let after: string | undefined;
  do {
    const page = await store.page(books, 'all', { key: [], limit: 1_000, after });
    count += page.items.length;
    after = page.next;
  } while (after !== undefined);
  return count;
}

async function expectSnapshot(store: Store, said: number): Promise<void> {
  const kept = await store.journal.snapshot('room-0');
  expect(kept?.seq).toBeGreaterThanOrEqual(said);
  expect(kept?.state.every(byte => byte === (kept.seq % 251))).toBe(true);
}
