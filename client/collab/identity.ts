/**
 * Under which client id this page writes and shows itself (Sync 5). An id serves one page load and no other.
 *
 * Knows the document and its presence; where ids come from is `clientIds.ts`.
 */
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';

export class Identity {
  /** The present id first, then what may take its place. */
  #legal: number[] = [];

  constructor(
    readonly doc: Y.Doc,
    readonly awareness: Awareness,
    /** The page shows itself under another id now. */
    readonly onChange: () => void,
  ) {
    awareness.setLocalState(null); // until there is a legal id, nobody is told of this page
    doc.on('beforeTransaction', this.#guard);
  }

  get isLegal(): boolean {
    return this.#legal.length > 0;
  }

  adopt(ids: readonly number[]): void {
    this.#legal = [...ids];
    this.#use();
  }

  stop(): void {
    this.doc.off('beforeTransaction', this.#guard);
  }

  /** Yjs takes a random id when somebody else's words come under ours: the next legal one is in place before anything is written. */
  readonly #guard = (): void => {
    if (!this.isLegal || this.doc.clientID === this.#legal[0]) return;
    this.#legal.shift();
    if (this.isLegal) this.#use();
    this.onChange();
  };

  #use(): void {
    this.doc.clientID = this.#legal[0]!;
    this.awareness.setLocalState(null);
    this.awareness.clientID = this.doc.clientID;
    this.onChange();
  }
}
