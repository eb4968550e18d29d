/**
 * Who stands left of whom in a document, told by Yjs itself: exact, and as slow as reading the whole document.
 *
 * Asked only where a forger may have been at work (see `neighbours.ts`). Knows no rule.
 */
import * as Y from 'yjs';
import type { Pair } from './neighbours.ts';

/** True when in `whole` with `update` on top every right one stands before its left one. What was collected has no order. */
export function areReversed(whole: Uint8Array, update: Uint8Array, pairs: readonly Pair[]): boolean {
  const doc = new Y.Doc({ gc: false });
  try {
    Y.applyUpdate(doc, whole);
    Y.applyUpdate(doc, update);
    const orders = new Orders();
    return pairs.every(({ left, right }) => orders.isBefore(structAt(doc, right), right.clock, structAt(doc, left), left.clock));
  } finally {
    doc.destroy();
  }
}

const structAt = ({ store }: Y.Doc, { client, clock }: { client: number; clock: number }): Y.Item | Y.GC => Y.getItem(store, Y.createID(client, clock));

/** Items by their number from the left, of each list that was asked about. */
class Orders {
  readonly #numbers = new Map<Y.Item, number>();

  isBefore(one: Y.Item | Y.GC, oneClock: number, other: Y.Item | Y.GC, otherClock: number): boolean {
    if (!(one instanceof Y.Item) || !(other instanceof Y.Item)) return false;
    return one === other ? oneClock < otherClock : this.#numberOf(one) < this.#numberOf(other);
  }

  #numberOf(item: Y.Item): number {
    if (!this.#numbers.has(item)) this.#count(item);
    return this.#numbers.get(item) ?? 0;
  }

  #count(among: Y.Item): void {
    let first = among;
    while (first.left) first = first.left;
    let number = 0;
    for (let item: Y.Item | null = first; item; item = item.right) this.#numbers.set(item, number++);
  }
}
