/**
 * Who stands left of whom in a document, told by Yjs itself: exact, and as slow as reading the whole document.
 *
 * Two that somebody saw side by side may have others between them today, which came from elsewhere meanwhile; but none
 * that one of the two, when it was written, knew already: whoever saw both saw that one, too.
 *
 * Asked only of pairs that do not name each other (see `neighbours.ts`). Knows no rule.
 */
import * as Y from 'yjs';
import type { Pair } from './neighbours.ts';
import type { Id } from './places.ts';

/**
 * True when in `whole` with `update` on top each pair can have stood side by side, the left one first. What was collected
 * has no order. False also when Yjs cannot put the update there at all: then no page could.
 */
export function couldBeNeighbours(whole: Uint8Array, update: Uint8Array, pairs: readonly Pair[]): boolean {
  const doc = new Y.Doc({ gc: false });
  try {
    Y.applyUpdate(doc, whole);
    if (!fits(doc, update)) return false;
    return pairs.every(pair => couldMeet(doc, pair));
  } finally {
    doc.destroy();
  }
}

/** Of neighbours the wrong way round Yjs cuts the one in two while it looks for the other, and throws. */
function fits(doc: Y.Doc, update: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, update);
    return true;
  } catch {
    return false;
  }
}

function couldMeet({ store }: Y.Doc, { left, right }: Pair): boolean {
  const [one, other] = [left, right].map(({ client, clock }) => Y.getItem(store, Y.createID(client, clock)));
  if (!(one instanceof Y.Item) || !(other instanceof Y.Item)) return true;
  if (other.id.clock < right.clock) return false; // the letter before it in one item is known to it
  let between = one.right;
  while (between && between !== other && !isKnownTo(between, left) && !isKnownTo(between, right)) between = between.right;
  return between === other;
}

/** Whoever wrote the later one had written this one before. */
const isKnownTo = (item: Y.Item, { client, clock }: Id) => item.id.client === client && item.id.clock < clock;
