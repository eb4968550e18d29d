/**
 * Whether a struct between two others comes to stand in one order for everybody, whoever comes first.
 *
 * For Yjs a struct belongs to its left neighbour, or to the beginning of its place. What belongs to one struct, directly
 * or through others, is its family and stands together; those that belong to it directly stand by client id. The right
 * neighbour only says where to stop looking. One deep within the family of somebody with a lower id is looked for in
 * there: a struct that belongs elsewhere then stands amid that family for those who had all of it, and apart for others.
 * Whoever sees two side by side never names such a pair, because the head of that family stands between them.
 *
 * Knows no document and no place: it asks who hangs on whom.
 */
import type { Id } from './places.ts';

export interface Lines {
  /** A line of one client up to this struct, each hanging on the one before: where it begins, and what that one hangs on. */
  lineTo(id: Id): { start: number; origin: Id | undefined };
}

/** `author` is the client id of the struct; without a left neighbour it belongs to the beginning of its place. */
export function standsAlikeForAll(lines: Lines, author: number, left: Id | undefined, right: Id): boolean {
  if (left && isCut(lines, left, right)) return false;
  const head = headOfFamily(lines, left, right);
  return head === undefined || isSame(head, right) || author <= head.client;
}

/** Who belongs to `left` directly, of those that `right` belongs to in turn; undefined when it does not belong to it. */
function headOfFamily(lines: Lines, left: Id | undefined, right: Id): Id | undefined {
  for (let at = right; ; ) {
    // What a client wrote earlier hangs on nothing that it wrote later.
    if (at.client === left?.client && at.clock <= left.clock) return undefined;
    const { start, origin } = lines.lineTo(at);
    if (at.client === left?.client && start <= left.clock) return { client: at.client, clock: left.clock + 1 };
    if (!origin || (left && isSame(origin, left))) return !origin && left ? undefined : { client: at.client, clock: start };
    at = origin;
  }
}

/**
 * True when the right one is a part of the line that ends with the left one, or just that one. Yjs holds such a line as
 * one item or as several, as it happens; it finds the left one first, and loses it where it then cuts for the right one.
 */
function isCut(lines: Lines, left: Id, right: Id): boolean {
  if (left.client !== right.client || right.clock > left.clock) return false;
  for (let { client, clock } = left; ; ) {
    const { start, origin } = lines.lineTo({ client, clock });
    const goesOn = origin !== undefined && isSame(origin, { client, clock: start - 1 });
    if (start < right.clock || (goesOn && start === right.clock)) return true;
    if (!goesOn) return false;
    clock = start - 1;
  }
}

export const isSame = (one: Id, other: Id): boolean => one.client === other.client && one.clock === other.clock;
