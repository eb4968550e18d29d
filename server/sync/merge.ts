/** Merges updates in the order in which they were accepted. */
import * as Y from 'yjs';

/** `Y.mergeUpdates` is quadratic in their number: it only ever sees this many at once. */
const AT_ONCE = 16;

export function mergeInOrder(updates: readonly Uint8Array[]): Uint8Array {
  if (updates.length <= AT_ONCE) return updates.length === 1 ? updates[0]! : Y.mergeUpdates([...updates]);
  const merged: Uint8Array[] = [];
  for (let at = 0; at < updates.length; at += AT_ONCE) merged.push(mergeInOrder(updates.slice(at, at + AT_ONCE)));
  return mergeInOrder(merged);
}
