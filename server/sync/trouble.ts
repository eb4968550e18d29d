/** What can be wrong with a frame. Whoever sent it is closed; nobody else notices (Sync 7). */

/** Bytes that we cannot read: not the protocol, cut short, or another encoding (Sync 8). */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** More in one frame than a frame may hold (1009). */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** Why a readable frame may not enter the document (Sync 5). */
export type RefusedBecause =
  | 'foreign-author' // new structs under an id that was not issued to the sender
  | 'gap' // structs that do not start where our state ends
  | 'too-far' // more clocks in one frame than anybody can have typed
  | 'unknown-reference' // hangs on something that nobody has
  | 'foreign-neighbours' // stands between things that are not in one place, or not in one order for everybody
  | 'several-values' // more than one value at once under one key
  | 'unknown-deletion'; // deletes something that nobody has

export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(readonly because: RefusedBecause) {
    super(`refused: ${because}`);
  }
}

/** A member or a socket sends more than its share; it may come back in a moment (1013). */
export class TooMuch extends Error {
  override readonly name = 'TooMuch';
}

/** True for what a sender did wrong; everything else is our own fault. */
export const isTrouble = (error: unknown): boolean =>
  [Unreadable, TooLarge, Refused, TooMuch].some(kind => error instanceof kind);
