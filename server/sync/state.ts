/**
 * The one seam behind which a room's document lives: what a room needs of it, and nothing of how it is kept.
 *
 * Every implementation passes `tests/contracts/documentState.ts`. Encoding is Yjs' V1 alone (Sync 8).
 */

/** Says whether a client id was issued to whoever brings an update. */
export type Owns = (clientId: number) => boolean;

export interface DocumentState {
  /**
   * Takes what is new in an update, after checking it against Sync 5. Answers the new part alone
   * (known blocks and deletions trimmed), or undefined when nothing was new.
   * Throws `Unreadable` or `Refused`, and then nothing has changed.
   */
  take(update: Uint8Array, owns: Owns): Uint8Array | undefined;
  /** Takes what the journal or a snapshot kept; authorship was checked before it was kept. Throws when it does not fit. */
  restore(updates: readonly Uint8Array[]): void;
  /** True when an update holds nothing that is not here already. Throws `Unreadable`. */
  holds(update: Uint8Array): boolean;
  /** What somebody who stands at this state vector lacks; always with the complete delete set. */
  missing(vector: Uint8Array): Uint8Array;
  /** Everything, as one update. Deleted words are not in it (Sync 12). */
  whole(): Uint8Array;
  vector(): Uint8Array;
  /** About how large `whole()` is, cheap to ask. Never less than it really is, by more than a few bytes. */
  readonly bytes: number;
}
