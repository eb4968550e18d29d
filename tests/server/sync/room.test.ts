/** One room in memory: real documents and frames, a journal whose disk can be held still, and a clock turned by hand. */
import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { LIMITS } from '../../../shared/limits.ts';
import { MESSAGE } from '../../../shared/rooms.ts';
import { blockState } from '../../../server/sync/blocks/blockState.ts';
import { presenceFrame, updateFrame } from '../../../server/sync/frames.ts';
import type { DocumentState } from '../../../server/sync/state.ts';
import { TooMuch, Unreadable } from '../../../server/sync/trouble.ts';
import { Room } from '../../../server/sync/room.ts';
import { UnsavedInAll } from '../../../server/sync/unsaved.ts';
import { deletion, everyOtherDeleted, wordsOf } from '../../support/forgery.ts';
import { TestPeer } from '../../support/TestPeer.ts';
import { HandTime, memberId, MemoryJournal, type Opened, openRoom, seatsFor, turns } from './memory.ts';

const NAMES = ['marta', 'paolo', 'ivo'];
let journal: MemoryJournal;
let time: HandTime;
let opened: Opened;
let marta: TestPeer;
let paolo: TestPeer;

beforeEach(async () => {
  journal = new MemoryJournal();
  time = new HandTime();
  opened = await openRoom(journal, time, NAMES);
  marta = new TestPeer({ memberId: memberId('marta'), clientId: 100 });
  paolo = new TestPeer({ memberId: memberId('paolo'), clientId: 200 });
});

async function deliver(...people: TestPeer[]): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet++) {
    while (people.some(person => person.deliverOne())) quiet = 0;
    await turns();
  }
}

async function bothIn(): Promise<void> {
  marta.goOnline(opened.room);
  paolo.goOnline(opened.room);
  await deliver(marta, paolo);
}

describe('a room', () => {
  test('shows and acknowledges nothing before it is on disk (Sync 6)', async () => {
    await bothIn();
    journal.held = true;
    marta.text.insert(0, 'not yet');
    await deliver(marta, paolo);
    expect(paolo.text.toString()).toBe('');
    expect(marta.isSaved).toBe(false);

    journal.release();
    await deliver(marta, paolo);
    expect(paolo.text.toString()).toBe('not yet');
    expect(marta.isSaved).toBe(true);
  });

  test('answers a newcomer with what is on disk, not with what it has merely accepted (Sync 6)', async () => {
    marta.goOnline(opened.room);
    await deliver(marta);
    journal.held = true;
    marta.text.insert(0, 'under way ');
    await deliver(marta);
    paolo.goOnline(opened.room);
    await deliver(marta, paolo);
    expect(paolo.inbox.length + paolo.text.length).toBe(0);
    marta.text.insert(0, 'later ');
    await deliver(marta, paolo);
    expect(paolo.text.toString()).toBe('');

    journal.release();
    await deliver(marta, paolo);
    expect(paolo.text.toString()).toBe('later under way ');
  });

  test('shows words at once but acknowledges nothing while the store is slow, and says so (Sync 6)', async () => {
    await bothIn();
    journal.held = true;
    marta.text.insert(0, 'slow');
    await deliver(marta, paolo);
    time.pass(249);
    await deliver(marta, paolo);
    expect(paolo.text.toString()).toBe('');

    time.pass(1);
    await deliver(marta, paolo);
    expect(paolo.text.toString()).toBe('slow');
    expect([marta.isSaved, marta.state, paolo.state]).toEqual([false, { mayWrite: true, degraded: true, stuck: false }, { mayWrite: true, degraded: true, stuck: false }]);
    marta.text.insert(4, ' and more');
    await deliver(marta, paolo);
    expect(paolo.text.toString()).toBe('slow and more');
    expect(journal.entries).toHaveLength(0);

    journal.release();
    await deliver(marta, paolo);
    expect([marta.isSaved, marta.state]).toEqual([true, { mayWrite: true, degraded: false, stuck: false }]);
    expect(journal.entries).toHaveLength(2);
  });

  test('acknowledges a repetition only when what it repeats is on disk (Sync 6)', async () => {
    await bothIn();
    journal.held = true;
    marta.text.insert(0, 'once');
    const update = Y.encodeStateAsUpdate(marta.doc);
    await deliver(marta);
    marta.goOffline();
    const again = new TestPeer({ memberId: memberId('marta'), clientId: 101 });
    Y.applyUpdate(again.doc, update);
    again.goOnline(opened.room);
    await deliver(again);
    expect(again.isSaved).toBe(false);

    journal.release();
    await deliver(again);
    expect(again.isSaved).toBe(true);
  });

  test('acknowledges nothing of a page before its first answer is on disk (Sync 6)', async () => {
    await bothIn();
    paolo.text.insert(0, 'two words');
    await deliver(marta, paolo);
    marta.goOffline();
    marta.text.insert(0, 'offline ');
    marta.goOnline(opened.room);
    marta.text.insert(0, 'early '); // follows words that the server does not have
    marta.text.delete(marta.text.length - 6, 6); // names only what it has
    for (const frame of marta.outbox.splice(0)) opened.room.receive(marta, frame);
    await turns();
    expect(marta.inbox.filter(frame => frame[0] === MESSAGE.saved)).toEqual([]);

    await deliver(marta, paolo);
    expect([marta.isSaved, paolo.text.toString()]).toEqual([true, 'early offline two']);
  });

  test('brings one entry per window to disk, with one part for each sender (Sync 6)', async () => {
    await bothIn();
    journal.held = true;
    marta.text.insert(0, 'first');
    await deliver(marta, paolo);
    marta.text.insert(0, 'a');
    marta.text.insert(0, 'b');
    paolo.text.insert(0, 'c');
    await deliver(marta, paolo);
    journal.release();
    await deliver(marta, paolo);

    expect(journal.entries.map(entry => [entry.seq, entry.parts.map(part => [part.memberId, part.clientId])])).toEqual([
      [1, [[memberId('marta'), 100]]],
      [2, [[memberId('marta'), 100], [memberId('paolo'), 200]]],
    ]);
  });

  test('gathers for a crowd, and sends each one message (Sync 6)', async () => {
    const crowd = Array.from({ length: 99 }, (_, n) => new TestPeer({ memberId: memberId('ivo'), clientId: 300 + n }));
    for (const person of crowd) person.goOnline(opened.room);
    await bothIn();
    await deliver(...crowd);
    time.pass(100);
    for (const person of crowd.slice(0, 10)) {
      person.text.insert(0, 'x');
      await deliver(person);
    }
    paolo.inbox.length = 0;
    expect(journal.entries).toHaveLength(1);
    time.pass(9); // 101 people: 0.08 ms each
    await turns();
    expect(journal.entries).toHaveLength(2);
    expect(journal.entries[1]!.parts).toHaveLength(9);
    expect(paolo.inbox.filter(frame => frame[0] === 0)).toHaveLength(1);
  });

  test('stops sending to a slow reader, and catches up with one diff (Sync 10)', async () => {
    await bothIn();
    paolo.reads = false;
    for (const word of ['one ', 'two ', 'three ']) {
      marta.text.insert(marta.text.length, word);
      await deliver(marta);
    }
    marta.text.delete(0, 4);
    await deliver(marta);
    expect(paolo.inbox).toHaveLength(0);

    paolo.reads = true;
    opened.room.drained(paolo);
    await turns();
    expect(paolo.inbox.map(frame => frame[0])).toEqual([MESSAGE.awareness, MESSAGE.seats, MESSAGE.sync]); // and who was where meanwhile
    await deliver(paolo);
    expect(paolo.text.toString()).toBe('two three ');
    marta.text.insert(0, 'zero ');
    await deliver(marta, paolo);
    expect(paolo.text.toString()).toBe('zero two three ');
  });

  test('lets the server edit as a member, by the same door (Sync 14)', async () => {
    await bothIn();
    const sender = { memberId: memberId('marta'), clientId: 150 };
    await opened.room.edit(sender, doc => doc.getText('body').insert(0, 'from a template'));
    await deliver(marta, paolo);
    expect(paolo.text.toString()).toBe('from a template');
    expect(journal.entries[0]!.parts[0]).toMatchObject(sender);
    expect([...paolo.doc.store.clients.keys()]).toEqual([150]);
  });

  test('keeps nothing of a server edit that throws (Sync 14)', async () => {
    const failing = (doc: Y.Doc) => {
      doc.getText('body').insert(0, 'half');
      throw new Error('no');
    };
    await expect(async () => opened.room.edit({ memberId: memberId('marta'), clientId: 150 }, failing)).rejects.toThrow('no');
    expect(Y.decodeStateVector(opened.room.parts.state.vector()).size).toBe(0);
  });

  test('reads everything that the journal holds, as of a seq', async () => {
    await bothIn();
    marta.text.insert(0, 'first');
    await deliver(marta);
    journal.held = true;
    marta.text.insert(5, ' second');
    await deliver(marta);
    const reading = opened.room.read();
    marta.text.insert(0, 'third ');
    await deliver(marta);
    journal.release();
    const { whole, seq } = await reading;

    const doc = new Y.Doc();
    Y.applyUpdate(doc, whole);
    const kept = new Y.Doc();
    for (const entry of journal.entries.slice(0, seq)) for (const part of entry.parts) Y.applyUpdate(kept, part.update);
    expect(doc.getText('body').toString()).toBe(kept.getText('body').toString());
  });

  test('takes nothing new into a document that is full, and tells its page (Sync 8)', async () => {
    const full = heavy(blockState(), LIMITS.documentBytes - 10);
    const room = new Room({ state: full, journal: opened.journal, seats: seatsFor(NAMES), time, unsavedInAll: new UnsavedInAll(), broken: () => undefined });
    marta.goOnline(room);
    await deliver(marta);
    marta.text.insert(0, 'too much');
    await deliver(marta);
    expect(marta.notTaken).toBe(1);
    expect(journal.entries).toHaveLength(0);
    await expect(async () => room.edit({ memberId: memberId('marta'), clientId: 150 }, doc => doc.getText('body').insert(0, 'too much'))).rejects.toMatchObject({ code: 'too-large' });
  });

  test('takes no more pieces from a member within a while than it takes bytes, however small they are (Sync 8)', () => {
    const send = (update: Uint8Array) => opened.room.receive(marta, updateFrame(update));
    const count = Math.floor(LIMITS.memberBytesPerTenSeconds / LIMITS.bytesForEachPiece / 2) + 1;
    opened.room.join(marta);
    send(Y.encodeStateAsUpdate(wordsOf(100, 'x'.repeat(count * 2))));
    send(everyOtherDeleted(100, count, n => n));
    send(deletion(100, 0, count * 2)); // one range for each letter that was left
    expect(() => send(Uint8Array.of(0, 0))).toThrow(TooMuch);
    time.pass(10_000);
    send(Uint8Array.of(0, 0));
  });

  test('does not close a page whose right came back before it rebuilt its copy (Sync 4)', async () => {
    await bothIn();
    marta.mayWrite = false;
    marta.text.insert(0, 'as a reader ');
    await deliver(marta);
    marta.mayWrite = true;
    marta.text.insert(12, 'as a writer');
    await deliver(marta, paolo);
    expect([marta.notTaken, paolo.text.toString()]).toEqual([2, '']);

    marta.goOffline();
    marta.goOnline(opened.room);
    await deliver(marta, paolo);
    expect(paolo.text.toString()).toBe('as a reader as a writer');
  });

  test('a receipt never speaks for a frame that was not taken: it stays at those before it (Sync 4)', async () => {
    await bothIn();
    journal.held = true;
    marta.text.insert(0, 'on its way');
    await deliver(marta);
    const taken = marta.sent;
    marta.mayWrite = false;
    marta.text.insert(0, 'as a reader ');
    await deliver(marta);
    expect([marta.notTaken, marta.saved]).toEqual([1, taken - 1]);
    marta.mayWrite = true;
    opened.room.receive(marta, updateFrame(new Uint8Array([0, 0]))); // taken: there is nothing new in it
    journal.release();
    await deliver(marta, paolo);
    expect([marta.notTaken, marta.saved, marta.isSaved]).toEqual([1, taken, false]);

    marta.goOffline();
    marta.goOnline(opened.room);
    await deliver(marta, paolo);
    expect([marta.isSaved, paolo.text.toString()]).toEqual([true, 'as a reader on its way']);
  });

  test('reports as broken what it cannot explain, instead of going on with half a change (Sync 7)', async () => {
    const state = blockState();
    state.take = () => {
      throw new TypeError('a fault of ours');
    };
    const broken: unknown[] = [];
    const room = new Room({ state, journal: opened.journal, seats: seatsFor(NAMES), time, unsavedInAll: new UnsavedInAll(), broken: error => broken.push(error) });
    marta.goOnline(room);
    marta.text.insert(0, 'x');
    marta.outbox.shift();
    expect(() => marta.deliverOne()).toThrow('a fault of ours');
    expect(broken).toHaveLength(1);
  });

  test('gathers presence, keeps the newest of each, and forgets who left (Sync 9)', async () => {
    await bothIn();
    const pointer = (clock: number) => presenceFrame([{ clientId: 100, clock, state: new TextEncoder().encode(`{"at":${clock}}`) }]);
    for (let clock = 1; clock <= 5; clock++) opened.room.receive(marta, pointer(clock));
    const told = () => paolo.inbox.filter(frame => frame[0] === 1);
    expect(told()).toHaveLength(1); // the first at once
    time.pass(6);
    expect(told()).toHaveLength(2); // the other four as one
    expect(Buffer.from(told()[1]!).toString()).toContain('{"at":5}');

    marta.goOffline();
    time.pass(6);
    expect(Buffer.from(told()[2]!).toString()).toContain('null');
    const ivo = new TestPeer({ memberId: memberId('ivo'), clientId: 300 });
    ivo.goOnline(opened.room);
    expect(ivo.inbox.filter(frame => frame[0] === 1).every(frame => !Buffer.from(frame).includes('at'))).toBe(true);
  });

  test('passes presence on as it was written, byte for byte (Sync 9)', async () => {
    await bothIn();
    const odd = new TextEncoder().encode('{ "at" :1e0,"at":[ 2 ]}');
    opened.room.receive(marta, presenceFrame([{ clientId: 100, clock: 1, state: odd }]));
    expect(Buffer.from(paolo.inbox.at(-1)!).includes(Buffer.from(odd))).toBe(true);
  });

  test.each([['{"at":1'], ['at'], ['5'], ['"words"'], ['\xff'], ['']])('takes no presence that a page could not read: %s (Sync 9)', async written => {
    await bothIn();
    const before = paolo.inbox.length;
    const state = Uint8Array.from(written, letter => letter.charCodeAt(0));
    expect(() => opened.room.receive(marta, presenceFrame([{ clientId: 100, clock: 1, state }]))).toThrow(Unreadable);
    time.pass(100);
    expect(paolo.inbox.length).toBe(before);
  });
});

function heavy(state: DocumentState, bytes: number): DocumentState {
  Object.defineProperty(state, 'bytes', { get: () => bytes });
  return state;
}
