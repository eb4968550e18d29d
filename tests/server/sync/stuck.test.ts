/** A store that is slow or down (Sync 6): words go round, nothing is promised, memory stays bounded, nothing is lost. */
import { beforeEach, describe, expect, test } from 'vitest';
import { LIMITS } from '../../../shared/limits.ts';
import { Refusal } from '../../../shared/refusals.ts';
import { UnsavedInAll } from '../../../server/sync/unsaved.ts';
import { TestPeer } from '../../support/TestPeer.ts';
import { HandTime, memberId, MemoryJournal, type Opened, openRoom, turns } from './memory.ts';

const NAMES = ['marta', 'paolo'];
let journal: MemoryJournal;
let time: HandTime;
let inAll: UnsavedInAll;
let opened: Opened;
let marta: TestPeer;
let paolo: TestPeer;

beforeEach(async () => {
  journal = new MemoryJournal();
  time = new HandTime();
  inAll = new UnsavedInAll();
  opened = await openRoom(journal, time, NAMES, inAll);
  marta = new TestPeer({ memberId: memberId('marta'), clientId: 100 });
  paolo = new TestPeer({ memberId: memberId('paolo'), clientId: 200 });
  marta.goOnline(opened.room);
  paolo.goOnline(opened.room);
  await deliver();
});

async function deliver(): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet++) {
    while (marta.deliverOne() || paolo.deliverOne()) quiet = 0;
    time.pass(30);
    await turns();
  }
}

/** Writes so many bytes, in frames that each may pass, within what a member may send. */
async function write(peer: TestPeer, bytes: number): Promise<void> {
  for (let left = bytes; left > 0; left -= 1_000_000) {
    peer.text.insert(peer.text.length, 'x'.repeat(Math.min(left, 1_000_000)));
    time.pass(5_000);
    await deliver();
  }
}

/** The store keeps nothing from here on, and the room has noticed. */
async function storeStops(): Promise<void> {
  journal.held = true;
  marta.text.insert(0, 'first ');
  await deliver();
  time.pass(300);
  await deliver();
  expect(marta.state).toEqual({ mayWrite: true, degraded: true, stuck: false });
}
async function storeWorks(): Promise<void> {
  journal.release();
  await deliver();
}
const words = async () => {
  await deliver();
  const fresh = new TestPeer({ memberId: memberId('paolo'), clientId: 201 });
  const from = await openRoom(journal, time, NAMES);
  fresh.goOnline(from.room);
  for (let turn = 0; turn < 5; turn++) {
    while (fresh.deliverOne());
    time.pass(30);
    await turns();
  }
  return fresh.text.toString();
};

describe('while the store keeps nothing', () => {
  test('a room takes no more than it may hold, says so to everybody, and closes nobody', async () => {
    await storeStops();
    await write(marta, LIMITS.unsavedBytes + 2_000_000);
    expect(marta.state).toEqual({ mayWrite: true, degraded: true, stuck: true });
    expect(paolo.state).toEqual({ mayWrite: true, degraded: true, stuck: true });
    expect(marta.notTakenForNow).toBeGreaterThan(0);
    expect(marta.notTakenForNow).toBe(marta.notTaken);
    expect(marta.saved).toBe(1); // the answer to the first question, and nothing since
    expect(opened.room.parts.state.bytes).toBeLessThanOrEqual(LIMITS.unsavedBytes + 1_000);
    expect(paolo.text.length).toBeLessThan(marta.text.length);
    expect(opened.broken).toEqual([]);
  });

  test('another member of a stuck room is not taken either, and may go on reading', async () => {
    await storeStops();
    await write(marta, LIMITS.unsavedBytes + 1_000_000);
    paolo.text.insert(0, 'mine ');
    await deliver();
    expect(paolo.notTakenForNow).toBe(1);
    const newcomer = new TestPeer({ memberId: memberId('paolo'), clientId: 202 });
    newcomer.goOnline(opened.room);
    while (newcomer.deliverOne());
    await deliver();
    while (newcomer.deliverOne());
    expect(newcomer.text.length).toBeGreaterThan(1_000_000);
    expect(newcomer.isOnline).toBe(true);
  });

  test('after ten minutes a room takes nothing new, however little it holds', async () => {
    await storeStops();
    time.pass(LIMITS.unsavedMs - 1_000);
    await deliver();
    expect(marta.state?.stuck).toBe(false);
    time.pass(1_000);
    await deliver();
    expect(marta.state?.stuck).toBe(true);
    paolo.text.insert(0, 'too late ');
    await deliver();
    expect(paolo.notTakenForNow).toBe(1);
  });

  test('the server’s own edits are refused for now, and not half made', async () => {
    await storeStops();
    time.pass(LIMITS.unsavedMs);
    const edit = async () => opened.room.edit({ memberId: memberId('marta'), clientId: 150 }, doc => doc.getText('body').insert(0, 'by the server '));
    await expect(edit()).rejects.toThrow(new Refusal('not-now'));
    await storeWorks();
    expect(await words()).toBe('first ');
  });

  test('all rooms together hold no more than a process may', async () => {
    const release = LIMITS.unsavedBytesInAll - 1_000_000;
    inAll.add(release);
    await storeStops();
    await write(marta, 2_000_000);
    expect(marta.state?.stuck).toBe(true);
    await storeWorks();
    expect(marta.state?.stuck).toBe(true); // others still hold too much
    inAll.add(-release);
    await deliver();
    expect(marta.state?.stuck).toBe(false);
    expect(await words()).toBe(marta.text.toString());
  });
});

describe('when it keeps things again', () => {
  test('what was not taken comes by itself, and every word is on disk once', async () => {
    await storeStops();
    await write(marta, LIMITS.unsavedBytes + 1_000_000);
    paolo.text.insert(paolo.text.length, ' and Paolo');
    await deliver();
    expect([marta.isSaved, paolo.isSaved]).toEqual([false, false]);

    await storeWorks();
    time.pass(10_000);
    await deliver();
    expect(marta.state).toEqual({ mayWrite: true, degraded: false, stuck: false });
    expect([marta.isSaved, paolo.isSaved]).toEqual([true, true]);
    expect(paolo.text.toString()).toBe(marta.text.toString());
    expect(await words()).toBe(marta.text.toString());
    expect(marta.text.toString()).toContain(' and Paolo');
    expect(opened.broken).toEqual([]);
  });

  test('a page that wrote on while nothing was taken loses none of it, and is closed for nothing', async () => {
    await storeStops();
    time.pass(LIMITS.unsavedMs);
    await deliver();
    for (const word of ['one ', 'two ', 'three ']) {
      marta.text.insert(marta.text.length, word);
      await deliver();
    }
    marta.text.delete(0, 3);
    await storeWorks();
    await deliver();
    expect(marta.isSaved).toBe(true);
    expect(await words()).toBe('st one two three ');
  });
});
