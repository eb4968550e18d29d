/** What a room hands out to whoever asks, and how much of it at one go: rooms in memory and a clock turned by hand. */
import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { LIMITS } from '../../../shared/limits.ts';
import { MESSAGE } from '../../../shared/rooms.ts';
import { blockState } from '../../../server/sync/blocks/blockState.ts';
import { askFrame, presenceFrame } from '../../../server/sync/frames.ts';
import { Room } from '../../../server/sync/room.ts';
import { UnsavedInAll } from '../../../server/sync/unsaved.ts';
import { TestPeer } from '../../support/TestPeer.ts';
import { HandTime, memberId, MemoryJournal, openRoom, seatsFor, turns } from './memory.ts';

const NAMES = ['marta', 'paolo', 'ivo'];
const NOTHING = Y.encodeStateVector(new Y.Doc());
const ASK_PRESENCE = Uint8Array.from([MESSAGE.queryAwareness]);
const STEP_2 = 1;

let time: HandTime;
let room: Room;
/** What the document holds, as far as anybody counts, and what everybody is sent of it. */
let held: { bytes: number; answer: Uint8Array };

/** A page that only listens: its frames stay in its inbox. */
class Listener extends TestPeer {
  turnedAway = 0;
  override comeAgain(): void {
    this.turnedAway++;
  }
  get answers(): number {
    return this.inbox.filter(([type, step]) => type === MESSAGE.sync && step === STEP_2).length;
  }
  ask(): void {
    room.receive(this, askFrame(NOTHING));
  }
}

function come(name: string, clientId: number): Listener {
  const listener = new Listener({ memberId: memberId(name), clientId });
  room.join(listener);
  listener.inbox.length = 0;
  return listener;
}

beforeEach(async () => {
  time = new HandTime();
  held = { bytes: 10, answer: Uint8Array.of(0, 0) };
  const state = blockState();
  Object.defineProperty(state, 'bytes', { get: () => held.bytes });
  state.missing = () => held.answer;
  const { journal } = await openRoom(new MemoryJournal(), time, NAMES);
  room = new Room({ state, journal, seats: seatsFor(NAMES), time, unsavedInAll: new UnsavedInAll(), broken: error => { throw error; } });
});

describe('a document that is asked for', () => {
  test('goes to as many at one go as it is small, and to the others in later turns', async () => {
    held.bytes = LIMITS.answeredBytesAtOnce / 2;
    const people = [come('marta', 100), come('paolo', 200), come('ivo', 300), come('ivo', 301), come('ivo', 302)];
    const answered = () => people.map(each => each.answers);
    for (const each of people) each.ask();
    await turns();
    expect(answered()).toEqual([1, 1, 0, 0, 0]);
    time.pass(1);
    await turns();
    expect(answered()).toEqual([1, 1, 1, 1, 0]);
    room.leave(people[4]!);
    time.pass(1);
    await turns();
    expect(answered()).toEqual([1, 1, 1, 1, 0]);
  });

  test('goes to a whole crowd at once while it is small', async () => {
    const people = Array.from({ length: 200 }, (_, n) => come('marta', 100 + (n % 100)));
    for (const each of people) each.ask();
    time.pass(16); // 200 people: 0.08 ms each
    await turns();
    expect(people.every(each => each.answers === 1)).toBe(true);
  });

  test('is drawn up anew only after a rest, the longer the larger it is', async () => {
    held = { bytes: LIMITS.documentBytes, answer: new Uint8Array(5_000_000) };
    const [marta, paolo] = [come('marta', 100), come('paolo', 200)];
    marta.ask();
    paolo.ask();
    await turns();
    time.pass(99);
    await turns();
    expect([marta.answers, paolo.answers]).toEqual([1, 0]);
    time.pass(2);
    await turns();
    expect(paolo.answers).toBe(1);
  });

  test('is handed to one member so often and no more; another gets it, and so do they, later', async () => {
    held.answer = new Uint8Array(LIMITS.answeredBytesPerTenSeconds / 4 + 1);
    const [marta, paolo] = [come('marta', 100), come('paolo', 200)];
    const askAndWait = async (who: Listener) => {
      who.ask();
      time.pass(500);
      await turns();
    };
    for (let n = 0; n < 6; n++) await askAndWait(marta);
    expect([marta.answers, marta.turnedAway]).toEqual([4, 2]);
    await askAndWait(paolo);
    expect([paolo.answers, paolo.turnedAway]).toEqual([1, 0]);
    time.pass(10_000);
    await askAndWait(marta);
    expect(marta.answers).toBe(5);
  });

  test('is not put beside an answer that was not taken yet, and comes when that has gone (Sync 10)', async () => {
    const marta = come('marta', 100);
    marta.ask();
    await turns();
    marta.reads = false;
    for (let n = 0; n < 100; n++) marta.ask();
    time.pass(1_000);
    await turns();
    expect(marta.answers).toBe(1);
    marta.reads = true;
    room.drained(marta);
    time.pass(1);
    await turns();
    expect(marta.answers).toBe(2);
  });
});

describe('who is here', () => {
  test('is told to one who asks without end once in a while', () => {
    const marta = come('marta', 100);
    for (let n = 0; n < 100; n++) room.receive(marta, ASK_PRESENCE);
    expect(marta.inbox).toHaveLength(1);
    time.pass(LIMITS.presenceAgainMs);
    room.receive(marta, ASK_PRESENCE);
    expect(marta.inbox).toHaveLength(2);
  });

  test('and who holds which ids is told to a slow reader who was left out, also when nobody wrote meanwhile (Sync 10)', () => {
    const [marta, paolo] = [come('marta', 100), come('paolo', 200)];
    paolo.reads = false;
    room.receive(marta, presenceFrame([{ clientId: 100, clock: 1, state: new TextEncoder().encode('{"at":1}') }]));
    time.pass(100);
    expect(paolo.inbox).toEqual([]);
    paolo.reads = true;
    room.drained(paolo);
    expect(paolo.inbox.map(([type]) => type)).toEqual([MESSAGE.awareness, MESSAGE.seats]);
    expect(new TextDecoder().decode(paolo.inbox[0])).toContain('{"at":1}');
  });

  test('is told the less often, the more that is to how many (Sync 9)', () => {
    const people = Array.from({ length: 100 }, (_, n) => come('marta', 100 + n));
    const state = new TextEncoder().encode(JSON.stringify({ x: 'x'.repeat(4_000) }));
    const tell = (clock: number) => { for (const [n, each] of people.entries()) room.receive(each, presenceFrame([{ clientId: 100 + n, clock, state }])); };
    const heard = () => people[0]!.inbox.reduce((sum, { length }) => sum + length, 0);
    for (let clock = 1; clock <= 100; clock++) {
      tell(clock);
      time.pass(10);
    }
    // A second of it: 400 kB to each of a hundred, a few times and not twenty.
    expect(heard()).toBeGreaterThan(1_000_000);
    expect(heard()).toBeLessThan(3_000_000);
  });
});
