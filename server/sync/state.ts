/**
 * The one seam behind which a room's document lives: what a room needs of it, and nothing of how it is kept.
 *
 * Every implementation passes `tests/contracts/documentState.ts`. Encoding is Yjs' V1 alone (Sync 8).
 */
import type { News } from './blocks/news.ts';
import type { Indexed } from './blocks/wholeUpdate.ts';

/** Says whether a client id was issued to whoever brings an update. */
export type Owns = (clientId: number) => boolean;

/**
 * Asked while a check follows who hangs on whom through the document, with how many bytes it has looked through. Honest
 * pages cause little of it: where they type between two words that came from different people at once.
 */
export type MaySearch = (bytes: number) => boolean;

export interface DocumentState {
  /**
   * Takes what is new in an update, after checking it against Sync 5. Answers the new part alone
   * (known blocks and deletions trimmed), or undefined when nothing was new.
   * Throws `Unreadable`, `Refused` or, where `maySearch` says no, `TooMuch`; then nothing has changed. Bytes in the answer
   * are those of `update`.
   */
  take(update: Uint8Array, owns: Owns, maySearch?: MaySearch): News | undefined;
  /** Takes over a whole document of our own making, as bytes that nobody changes any more; nothing is here yet. */
  adopt(whole: Uint8Array): void;
  /**
   * Takes what the journal or a snapshot kept; authorship was checked before it was kept. The parts of one entry may
   * hang on each other, in any order. Throws when it does not fit.
   */
  restore(updates: readonly Uint8Array[]): void;
  /** True when an update holds nothing that is not here already. Throws `Unreadable`. */
  holds(update: Uint8Array): boolean;
  /** What somebody who stands at this state vector lacks; always with the complete delete set. */
  missing(vector: Uint8Array): Uint8Array;
  /** Everything, as one update. Deleted words are not in it (Sync 12). */
  whole(): Uint8Array;
  vector(): Uint8Array;
  /** The next clock of a client id. */
  known(client: number): number;
  /** About how large `whole()` is, cheap to ask. Never less than it really is, by more than a few bytes. */
  readonly bytes: number;
  /** What came one by one since the document was loaded or compacted: structs and bytes. */
  readonly loose: { structs: number; bytes: number };
  /** Everything, as fast as it can be had, for compaction; from now on it is noted what comes after. */
  raw(): Uint8Array;
  /** Puts what became of the last `raw()` in its place, and what came since behind it. Throws when it does not fit. */
  swap(compacted: Indexed): void;
  /** Nobody is busy here: gives back memory that only saves time, now or soon. What `raw()` began, it may forget. */
  rest(): void;
  /** Nobody will ask anything any more. */
  end(): void;
}
