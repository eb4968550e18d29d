/** A document that sleeps: whatever comes finds it as it was, and what needs no content does not wake it. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { blockState } from '../../../server/sync/blocks/blockState.ts';
import { type Packed, type Packing, PackingQueue } from '../../../server/sync/blocks/packing.ts';
import { restingState } from '../../../server/sync/blocks/restingState.ts';
import { Shelf } from '../../../server/sync/blocks/shelf.ts';
import type { DocumentState } from '../../../server/sync/state.ts';
import { documentStateContract } from '../../contracts/documentState.ts';

/** Packs before anybody can say a word. */
const atOnce: Packing = {
  pack(bytes, done) {
    const given = bytes();
    done(given && packed(given));
  },
};

const packed = (bytes: Uint8Array): Packed => ({ unpack: () => bytes, letGo: () => undefined });

/** Falls asleep after everything that is asked of it. */
function drowsy(state: DocumentState): DocumentState {
  return new Proxy(state, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]): unknown => {
        try {
          return Reflect.apply(value, target, given);
        } finally {
          target.rest();
        }
      };
    },
  });
}

documentStateContract('byte ranges that may rest', () => restingState(blockState, atOnce));
documentStateContract('byte ranges that rest after every word', () => drowsy(restingState(blockState, atOnce)));

const anybody = () => true;

function words(count: number, clientId = 1): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  for (let nth = 0; nth < count; nth++) doc.getText('body').insert(0, `word ${nth} `);
  return Y.encodeStateAsUpdate(doc);
}

/** Packs when the test says so. */
class PackingByHand implements Packing {
  readonly orders: { bytes: () => Uint8Array | undefined; done: (packed: Packed | undefined) => void }[] = [];
  pack(bytes: () => Uint8Array | undefined, done: (packed: Packed | undefined) => void): void {
    this.orders.push({ bytes, done });
  }
  finish(): void {
    for (const { bytes, done } of this.orders.splice(0)) atOnce.pack(bytes, done);
  }
}

test('where it stands, what it knows and what it weighs are answered in its sleep', () => {
  const make = vi.fn(blockState);
  const state = restingState(make, atOnce);
  state.take(words(100), anybody);
  const [vector, known] = [state.vector(), state.known(1)];
  state.rest();
  state.rest();
  expect([state.vector(), state.known(1), state.loose.structs > 0, state.bytes > 0]).toEqual([vector, known, true, true]);
  expect(make).toHaveBeenCalledTimes(1);
  expect(state.whole().length).toBeGreaterThan(100);
  expect(make).toHaveBeenCalledTimes(2);
});

test('a word that comes while it lies down keeps it awake, and is not lost', () => {
  const packing = new PackingByHand();
  const state = restingState(blockState, packing);
  state.take(words(10), anybody);
  state.rest();
  const [order] = packing.orders;
  const [given, letGo] = [order!.bytes()!, vi.fn()];
  state.take(words(3, 2), anybody);
  order!.done({ ...packed(given), letGo });
  expect(letGo).toHaveBeenCalledTimes(1);
  expect(state.known(2)).toBeGreaterThan(0);
  expect(Y.decodeStateVector(Y.encodeStateVectorFromUpdate(state.whole())).get(2)).toBe(state.known(2));
});

test('whoever lies down only once their turn comes is asked again whether they still want to', () => {
  const packing = new PackingByHand();
  const state = restingState(blockState, packing);
  state.take(words(10), anybody);
  state.rest();
  state.whole();
  expect(packing.orders[0]!.bytes()).toBeUndefined();
  packing.finish();
  state.rest();
  expect(packing.orders).toHaveLength(1);
});

test('a look at it costs no second packing', () => {
  const packing = new PackingByHand();
  const state = restingState(blockState, packing);
  state.take(words(10), anybody);
  state.rest();
  packing.finish();
  state.whole();
  state.rest();
  expect(packing.orders).toHaveLength(0);
});

test('a large document is not packed: waking it would hold up everybody', () => {
  const packing = new PackingByHand();
  const state = restingState(blockState, packing);
  state.take(words(1), anybody);
  const large = new Y.Doc();
  large.clientID = 2;
  large.getText('body').insert(0, 'x'.repeat(600 * 1024));
  state.take(Y.encodeStateAsUpdate(large), anybody);
  state.rest();
  expect(packing.orders).toHaveLength(0);
});

const folder = mkdtempSync(join(tmpdir(), 'insieme-shelf-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['in memory', () => undefined],
  ['in a file', () => new Shelf(folder)],
])('many lie down by turns %s, and each wakes with its own words, again and again', async (_where, shelfOf) => {
  const shelf = shelfOf();
  const packing = new PackingQueue(shelf);
  const states = Array.from({ length: 50 }, (_, nth) => {
    const state = restingState(blockState, packing);
    state.take(words(20 + nth * 5), anybody);
    return state;
  });
  for (let round = 0; round < 3; round++) {
    const weights = states.map(state => state.whole());
    await allAsleep(states, packing);
    expect(states.map(state => state.whole())).toEqual(weights);
    states.forEach(state => state.take(words(1, 10 + round), anybody));
  }
  states.forEach(state => state.end());
  shelf?.close();
});

test('what is put away has no name in the folder, and its place is taken again once it is let go of', async () => {
  const shelf = new Shelf(folder);
  const packing = new PackingQueue(shelf);
  const state = restingState(blockState, packing);
  for (let nth = 2; nth < 12; nth++) {
    state.take(words(300, nth), anybody);
    await allAsleep([state], packing);
    state.end();
  }
  expect(shelf.size).toBeGreaterThan(0);
  const size = shelf.size;
  const other = restingState(blockState, packing);
  other.take(words(300), anybody);
  await allAsleep([other], packing);
  expect(shelf.size).toBe(size);
  expect(readdirSync(folder)).toEqual([]);
  shelf.close();
});

test('where the disk takes nothing, a document rests in memory', async () => {
  const packing = new PackingQueue(new Shelf(join(folder, 'not there')));
  const state = restingState(blockState, packing);
  state.take(words(300), anybody);
  const whole = state.whole();
  await allAsleep([state], packing);
  expect(state.whole()).toEqual(whole);
});

test('a document that cannot be woken is an error, and never an empty document', () => {
  const lost = () => { throw new Error('the disk does not give it back'); };
  const state = restingState(blockState, { pack: (bytes, done) => done(bytes() && { unpack: lost, letGo: () => undefined }) });
  state.take(words(10), anybody);
  state.rest();
  expect(() => state.whole()).toThrow('does not give it back');
  expect(() => state.take(words(1, 2), anybody)).toThrow('does not give it back');
  expect(state.known(1)).toBeGreaterThan(0);
});

/** Resolves once the last in the queue is packed. */
function allAsleep(states: readonly DocumentState[], packing: PackingQueue): Promise<void> {
  return new Promise(resolve => {
    states.forEach(state => state.rest());
    const last = () => packing.pack(() => new Uint8Array(10), () => resolve());
    packing.pack(() => new Uint8Array(10), last); // two are under way at once: behind the second of these, nobody is
  });
}
