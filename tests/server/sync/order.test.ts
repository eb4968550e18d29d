/**
 * One order for everybody: whatever a document's state takes, honest words beside it included, stands in the same order
 * for all who get it, in whatever sequence Yjs may take it in.
 */
import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { blockState } from '../../../server/sync/blocks/blockState.ts';
import { bytes } from '../../support/forgery.ts';

interface Id {
  client: number;
  clock: number;
}

/** A struct in the list `body`, and the deletion of one of its units. */
interface Struct extends Id {
  length: number;
  origin: Id | undefined;
  right: Id | undefined;
}

const deed = fc.record({ who: fc.nat(4), isForged: fc.boolean(), seen: fc.nat(), left: fc.nat(), right: fc.nat(), length: fc.integer({ min: 1, max: 3 }), deletes: fc.boolean() });
type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never;

test('whatever was taken, forged or honest, stands in one order for everybody, in whatever sequence it comes (Sync 5)', () => {
  let [taken, forged] = [0, 0];
  fc.assert(
    fc.property(fc.array(deed, { minLength: 4, maxLength: 14 }), fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (deeds, chances) => {
      const { structs, deletions, counts } = told(deeds);
      [taken, forged] = [taken + counts.taken, forged + counts.forged];
      const orders = [0, 1, 2, 3, 4].map(nth => orderOf(delivered(structs, deletions, chances.slice(nth * 12))));
      expect(new Set(orders).size).toBe(1);
    }),
    { numRuns: 600 },
  );
  expect(taken / forged).toBeGreaterThan(0.5);
}, 60_000);

/** Each writes what they want to, knowing a part of what the others wrote; honest words are always taken. */
function told(deeds: readonly Deed[]) {
  const state = blockState();
  const structs: Struct[] = [];
  const deletions: Id[] = [];
  const counts = { taken: 0, forged: 0 };
  for (const { who, isForged, seen, left, right, length, deletes } of deeds) {
    const client = who + 1;
    const known = isForged ? unitsOf(structs) : unitsIn(delivered(structs.filter((struct, nth) => struct.client === client || (seen >> nth) % 2 === 0), [], []));
    const at = left % (known.length + 1);
    const struct = { client, clock: state.known(client), length, origin: known[at - 1], right: isForged ? known[right % (known.length + 1)] : known[at] };
    if (isForged) counts.forged++;
    if (!isTaken(() => state.take(written(struct), () => true), isForged)) continue;
    if (isForged) counts.taken++;
    structs.push(struct);
    if (deletes) deletions.push({ client, clock: struct.clock + (right % length) });
  }
  return { structs, deletions, counts };
}

function isTaken(take: () => unknown, mayBeRefused: boolean): boolean {
  try {
    take();
    return true;
  } catch (error) {
    if (!mayBeRefused) throw error;
    return false;
  }
}

/** A page that gets all of it, each struct when what it hangs on is there; what hangs on nothing there is left out. */
function delivered(structs: readonly Struct[], deletions: readonly Id[], chances: readonly number[]): Y.Doc {
  const doc = new Y.Doc();
  doc.getText('body');
  const waiting = [...structs];
  const has = (id: Id | undefined) => !id || Y.getState(doc.store, id.client) > id.clock;
  for (let nth = 0; ; nth++) {
    const ready = waiting.filter(({ client, clock, origin, right }) => Y.getState(doc.store, client) === clock && has(origin) && has(right));
    const next = ready[(chances[nth] ?? 0) % ready.length];
    if (!next) break;
    waiting.splice(waiting.indexOf(next), 1);
    Y.applyUpdate(doc, written(next));
    for (const { client, clock } of deletions) if (client === next.client && (nth + clock) % 2 === 0 && has({ client, clock })) Y.applyUpdate(doc, deletionOf(client, clock));
  }
  for (const { client, clock } of deletions) if (has({ client, clock })) Y.applyUpdate(doc, deletionOf(client, clock));
  return doc;
}

const deletionOf = (client: number, clock: number) => bytes(to => [0, 1, client, 1, clock, 1].forEach(value => encoding.writeVarUint(to, value)));

function written({ client, clock, length, origin, right }: Struct): Uint8Array {
  return bytes(to => {
    const write = (...values: readonly number[]) => values.forEach(value => encoding.writeVarUint(to, value));
    write(1, 1, client, clock);
    encoding.writeUint8(to, 4 | (origin ? 0x80 : 0) | (right ? 0x40 : 0));
    for (const id of [origin, right]) if (id) write(id.client, id.clock);
    if (!origin && !right) {
      write(1);
      encoding.writeVarString(to, 'body');
    }
    encoding.writeVarString(to, 'abc'.slice(0, length));
    write(0);
  });
}

const unitsOf = (structs: readonly Struct[]): Id[] =>
  structs.flatMap(({ client, clock, length }) => Array.from({ length }, (_, nth) => ({ client, clock: clock + nth })));

/** In the order in which they stand. */
function unitsIn(doc: Y.Doc): Id[] {
  const units: Id[] = [];
  for (let item = doc.getText('body')._start; item; item = item.right) {
    for (let nth = 0; nth < item.length; nth++) units.push({ client: item.id.client, clock: item.id.clock + nth });
  }
  return units;
}

const orderOf = (doc: Y.Doc) => unitsIn(doc).map(({ client, clock }) => `${client}.${clock}`).join(' ');
