/** What went through the lines of this process, as plain numbers that only grow. Knows nothing of who asks for them. */

export interface Counts {
  /** Frames and bytes from pages, as they came in. */
  framesIn: number;
  bytesIn: number;
  /** Messages and bytes to pages. */
  messagesOut: number;
  bytesOut: number;
  /** How often something could not be done that should have been: the store refused, a line or a right failed. */
  troubles: number;
}

export const newCounts = (): Counts => ({ framesIn: 0, bytesIn: 0, messagesOut: 0, bytesOut: 0, troubles: 0 });

/** What sync tells whoever watches over the process. */
export interface SyncFigures {
  readonly counts: Readonly<Counts>;
  /** Edits that brought something new, from pages and from the server itself. */
  readonly updatesIn: number;
  readonly rooms: number;
  readonly lines: number;
  readonly unsavedBytes: number;
}

/** Told how long each batch took from its first edit to the disk, milliseconds. */
export type OnDurable = (ms: number) => void;
