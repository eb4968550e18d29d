/**
 * Under which client id this page writes and shows itself (Sync 5). An id serves one page load and no other.
 *
 * Knows the document and its presence; where ids come from is `clientIds.ts`.
 */
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';

export class Identity {
  /** The one in use; undefined while there is none, or no other is left. */
  #present: number | undefined;
  #spare: number[] = [];

  constructor(
    readonly doc: Y.Doc,
    readonly awareness: Awareness,
    /** The page shows itself under another id now. */
    readonly onChange: () => void,
    /** None is left in case this one changes, too. */
    readonly onSpent: () => void,
  ) {
    awareness.setLocalState(null); // until there is a legal id, nobody is told of this page
    doc.on('beforeTransaction', this.#guard);
  }

  get isLegal(): boolean {
    return this.#present !== undefined;
  }

  get isSpent(): boolean {
    return this.#spare.length === 0;
  }

  /** Writes under the first of them, unless there is a legal one already; the others are for later. */
  adopt(ids: readonly number[]): void {
    this.#spare.push(...ids);
    if (!this.isLegal) this.#next();
  }

  stop(): void {
    this.doc.off('beforeTransaction', this.#guard);
  }

  /** Yjs takes a random id when somebody else's words come under ours: the next legal one is in place before anything is written. */
  readonly #guard = (): void => {
    if (this.#present !== undefined && this.doc.clientID !== this.#present) this.#next();
  };

  #next(): void {
    this.#present = this.#spare.shift();
    if (this.#present !== undefined) this.#use(this.#present);
    this.onChange();
    if (this.isSpent) this.onSpent();
  }

  #use(clientId: number): void {
    this.doc.clientID = clientId;
    this.awareness.setLocalState(null);
    this.awareness.clientID = clientId;
    this.awareness.setLocalState({}); // others take the first state of an id they do not know for old news
  }
}
