/** Opening and closing rooms over the real embedded store. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { MemberId } from '../../../shared/ids.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { COLLECTIONS } from '../../../server/storage/collections.ts';
import { openStore } from '../../../server/storage/open.ts';
import type { Store } from '../../../server/storage/store.ts';
import { blockState } from '../../../server/sync/blocks/blockState.ts';
import { createDocuments } from '../../../server/sync/documents.ts';
import { Rooms } from '../../../server/sync/rooms.ts';
import { TestPeer } from '../../support/TestPeer.ts';
import { idFor } from '../../support/makeMember.ts';
import { HandTime, ROOM, turns } from './memory.ts';

// Real servers on a busy machine: what matters is that it comes, not that it comes in five seconds.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const MARTA = idFor('mbr', 'marta');
let dataDir: string;
let store: Store;
let time: HandTime;
let rooms: Rooms;
let troubles: string[];

function makeRooms(on: Store = store): Rooms {
  return new Rooms({ store: on, clock: Date.now, time, newState: blockState, onTrouble: what => troubles.push(what), onBroken: () => undefined, lingerMs: 10 });
}

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'insieme-sync-'));
  store = await openStore({ dataDir, mongoUri: undefined, collections: COLLECTIONS });
  time = new HandTime();
  troubles = [];
  rooms = makeRooms();
});
afterEach(async () => {
  await rooms.close();
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function write(word: string, as: MemberId = MARTA): Promise<void> {
  await createDocuments(rooms).edit(ROOM, as, doc => doc.getText('body').insert(0, word));
}
async function textNow(of: Rooms = rooms): Promise<string> {
  const { doc } = await createDocuments(of).read(ROOM);
  return doc.getText('body').toString();
}
/** Waits until the last visitor's room has been unloaded. */
async function unloaded(): Promise<void> {
  time.pass(10);
  while (rooms.size > 0) await new Promise(resolve => setImmediate(resolve));
}

describe('rooms', () => {
  test('are loaded once, however many come at the same moment (Sync 2)', async () => {
    const visits = await Promise.all(Array.from({ length: 20 }, () => rooms.enter(ROOM)));
    expect(new Set(visits.map(visit => visit.room)).size).toBe(1);
    for (const visit of visits) visit.leave();
    await unloaded();
    expect(rooms.size).toBe(0);
  });

  test('come back from disk with everything, after everybody had left (Sync 2)', async () => {
    await write('kept ');
    await write('and ');
    await unloaded();
    expect(rooms.size).toBe(0);
    expect(await textNow()).toBe('and kept ');
  });

  test('stay while somebody is in, and go back to live when somebody comes while they drain', async () => {
    const first = await rooms.enter(ROOM);
    first.leave();
    const second = await rooms.enter(ROOM);
    time.pass(1_000);
    expect(second.room).toBe(first.room);
    expect(rooms.size).toBe(1);
    second.leave();
    time.pass(10);
    const third = await rooms.enter(ROOM); // draining has begun
    for (let turn = 0; turn < 50; turn++) await turns();
    expect(rooms.size).toBe(1);
    expect((await rooms.enter(ROOM)).room).toBe(third.room);
  });

  test('that cannot be loaded are not opened, and never become empty (Sync 2)', async () => {
    await write('precious');
    await rooms.close();
    const broken: Store = { ...store, journal: { ...journalOf(store), read: () => { throw new Error('the disk does not answer'); } } };
    rooms = makeRooms(broken);
    await expect(rooms.enter(ROOM)).rejects.toThrow('the disk does not answer');
    expect(rooms.size).toBe(0);
    rooms = makeRooms();
    expect(await textNow()).toBe('precious');
  });

  test('keep a snapshot when they go quiet with a long tail, and open from it (Sync 12)', async () => {
    for (let n = 0; n < 205; n++) await write(`${n} `);
    await write('');
    await unloaded();
    const snapshot = await store.journal.snapshot(ROOM);
    expect(snapshot?.seq).toBe(205);

    let entriesRead = 0;
    const counting: Store = { ...store, journal: { ...journalOf(store), async *read(room, after) {
      for await (const entry of store.journal.read(room, after)) { entriesRead++; yield entry; }
    } } };
    const again = makeRooms(counting);
    expect((await textNow(again)).startsWith('204 203 ')).toBe(true);
    expect(entriesRead).toBeLessThanOrEqual(1); // the time of the last entry
    await again.close();
    expect(await store.journal.head(ROOM)).toBe(205);
  });

  /** Marta's page: many small edits, a deleted word among them, brought at once. */
  async function muchWritten(by: Rooms): Promise<{ page: TestPeer; leave: () => void }> {
    const { room, seats, leave } = await by.enter(ROOM);
    const [clientId] = await seats.issue(MARTA, false);
    const page = new TestPeer({ memberId: MARTA, clientId: clientId! });
    page.text.insert(0, 'ZEBRA-7');
    page.text.delete(0, 7);
    for (let n = 0; n < 5_001; n++) page.text.insert(0, 'x');
    page.goOnline(room);
    while (page.deliverOne()) continue;
    await room.settled();
    return { page, leave };
  }
  const untilSnapshot = async () => {
    while (!(await store.journal.snapshot(ROOM))) await new Promise(resolve => setImmediate(resolve));
  };

  test('are compacted while people write, and open from that (Sync 12)', async () => {
    const steps: string[] = [];
    rooms = new Rooms({ ...rooms.parts, onStep: step => steps.push(step) });
    const { page, leave } = await muchWritten(rooms);
    await untilSnapshot();
    page.text.insert(0, 'and on ');
    while (page.deliverOne()) continue;
    leave();
    await rooms.close();

    expect(steps).toEqual(['read', 'compact', 'keep', 'swap', 'done']);
    const snapshot = (await store.journal.snapshot(ROOM))!;
    expect(Buffer.from(snapshot.state).includes('ZEBRA-7')).toBe(false);
    expect(snapshot.seq).toBe(1);
    expect(await textNow(makeRooms())).toBe(`and on ${'x'.repeat(5_001)}`);
    expect(troubles).toEqual([]);
  });

  test('keep a snapshot all the same when compacting fails, and say so once (Sync 7, 12)', async () => {
    rooms = new Rooms({ ...rooms.parts, compact: () => Promise.reject(new Error('the thread died')) });
    const { page, leave } = await muchWritten(rooms);
    await untilSnapshot();
    page.text.insert(0, 'and on ');
    while (page.deliverOne()) continue;
    leave();
    await rooms.close();

    expect(troubles).toEqual(['a document could not be compacted']);
    expect(Buffer.from((await store.journal.snapshot(ROOM))!.state).includes('ZEBRA-7')).toBe(false);
    expect(await textNow(makeRooms())).toBe(`and on ${'x'.repeat(5_001)}`);
  });

  test('keep no snapshot for a short tail', async () => {
    await write('short');
    await unloaded();
    expect(await store.journal.snapshot(ROOM)).toBeUndefined();
  });
});

describe('client ids', () => {
  test('are issued in blocks that nobody else ever gets, and are known after a restart (Sync 5)', async () => {
    const documents = createDocuments(rooms);
    const taken = await Promise.all(Array.from({ length: 30 }, (_, n) => documents.takeSeats(ROOM, idFor('mbr', `member${n}`))));
    expect(taken.every(ids => ids.length === LIMITS.clientIdsPerBlock && ids.every((id, at) => id === ids[0]! + at && id < 2 ** 32))).toBe(true);
    expect(new Set(taken.flat()).size).toBe(30 * LIMITS.clientIdsPerBlock);

    const again = makeRooms();
    const { seats, leave } = await again.enter(ROOM);
    expect(seats.holderOf(taken[7]![5]!)).toEqual({ first: taken[7]![0], memberId: idFor('mbr', 'member7'), byServer: false });
    expect(seats.holderOf(3)).toBeUndefined();
    leave();
    await again.close();
  });

  test('of the server are not the member\'s own to write under (Sync 5, 14)', async () => {
    await write('template');
    const { seats, leave } = await rooms.enter(ROOM);
    const made = seats.table().find(seat => seat.byServer)!;
    expect(made.memberId).toBe(MARTA);
    expect(seats.isPageOf(MARTA, made.first)).toBe(false);
    leave();
  });
});

describe('documents for actions', () => {
  test('belong to whoever read them', async () => {
    await write('one');
    const documents = createDocuments(rooms);
    const { doc, seq } = await documents.read(ROOM);
    doc.getText('body').insert(0, 'mine alone ');
    expect(seq).toBe(1);
    expect(await textNow()).toBe('one');
  });

  test('are edited by many at once without losing a word (Sync 14)', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => write(`<${n}>`, idFor('mbr', `member${n % 3}`))));
    const text = await textNow();
    for (let n = 0; n < 40; n++) expect(text).toContain(`<${n}>`);
  });

  test('change nothing and write nothing when the change does nothing (Sync 14)', async () => {
    await createDocuments(rooms).edit(ROOM, MARTA, () => undefined);
    expect(await store.journal.head(ROOM)).toBe(0);
  });
});

describe('two processes on one store', () => {
  // The embedded store serves one process; that two rooms fight for the same seq is the same either way.
  test('write the same document without losing a word or a seq (Sync 5, 6)', async () => {
    const other = makeRooms();
    const seats = await Promise.all([rooms.enter(ROOM), other.enter(ROOM)]);
    const ids = await Promise.all(seats.map((visit, n) => visit.seats.issue(idFor('mbr', `page${n}`), false)));
    const pages = ids.map((block, n) => new TestPeer({ memberId: idFor('mbr', `page${n}`), clientId: block[0]! }));
    pages.forEach((page, n) => page.goOnline(seats[n]!.room));
    for (let round = 0; round < 20; round++) {
      for (const [n, page] of pages.entries()) page.text.insert(0, `<${n}.${round}>`);
      for (let turn = 0; turn < 30; turn++) {
        pages.forEach(page => page.deliverOne());
        await new Promise(resolve => setImmediate(resolve));
      }
    }
    for (const visit of seats) await visit.room.settled();
    // Each gets the other's words at the latest with its own next entry.
    pages[1]!.text.insert(0, '<last>');
    while (pages[1]!.deliverOne()) continue;
    await seats[1].room.settled();
    while (pages[1]!.deliverOne()) continue;
    const words = [0, 1].flatMap(n => Array.from({ length: 20 }, (_, round) => `<${n}.${round}>`));
    expect(words.filter(word => !pages[1]!.text.toString().includes(word))).toEqual([]);
    await other.close();

    const whole = await textNow(makeRooms());
    expect(words.filter(word => whole.split(word).length !== 2)).toEqual([]);
    const read: number[] = [];
    for await (const { seq } of store.journal.read(ROOM, 0)) read.push(seq);
    expect(read).toEqual(read.map((_, at) => at + 1));
    expect(troubles).toEqual([]);
  });
});

/** Its methods, bound: the real journal is a class. */
function journalOf(on: Store): Store['journal'] {
  const { journal } = on;
  return {
    append: (entries, at) => journal.append(entries, at),
    head: room => journal.head(room),
    read: (room, after) => journal.read(room, after),
    snapshot: room => journal.snapshot(room),
    keepSnapshot: snapshot => journal.keepSnapshot(snapshot),
  };
}

