/**
 * Which changes the server has on disk: counts frames in the order in which they were sent, and nothing else.
 *
 * A state vector could not tell: a deletion does not show in it (Sync 6). Knows no socket and no document.
 */

/** The frame that carries a change is not known yet: there is no line. */
const UNSENT = Infinity;

export class Receipts {
  #sent = 0;
  #answered = false;
  /** For each unconfirmed change the number of the frame that carries it. */
  #changes: number[] = [];

  /** How many changes the server has not confirmed. */
  get unsaved(): number {
    return this.#changes.length;
  }

  /** True when the server has confirmed everything that this page knows. */
  get allSaved(): boolean {
    return this.#answered && this.#changes.length === 0;
  }

  /** Changes from an earlier load of this device, or made just now. */
  changed(count = 1): void {
    for (let n = 0; n < count; n++) this.#changes.push(UNSENT);
  }

  /** A new line starts to count from nothing; what the last one left open goes with the answer to its question. */
  lineOpened(): void {
    this.#sent = 0;
    this.#answered = false;
    this.#changes = this.#changes.map(() => UNSENT);
  }

  sentUpdate(): void {
    this.#sent++;
    const last = this.#changes.lastIndexOf(UNSENT);
    if (last === this.#changes.length - 1 && last >= 0) this.#changes[last] = this.#sent;
  }

  /** The answer to the server's question carries everything that the server lacks. */
  sentAnswer(): void {
    this.#sent++;
    this.#changes = this.#changes.map(frame => (frame === UNSENT ? this.#sent : frame));
  }

  /** The server has the first `frames` of this line on disk; only after the answer does it say so. */
  saved(frames: number): void {
    this.#answered = true;
    this.#changes = this.#changes.filter(frame => frame > frames);
  }

  lineClosed(): void {
    this.#answered = false;
  }
}
