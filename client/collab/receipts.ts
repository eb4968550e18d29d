/**
 * Which changes the server has on disk: counts frames in the order in which they were sent, and nothing else.
 *
 * A state vector could not tell: a deletion does not show in it (Sync 6). Knows no socket and no document.
 */

/** The frame that carries a change is not known yet: there is no line. */
const UNSENT = Infinity;

interface Change {
  frame: number;
  /** Made by this page load, or found on the device. */
  isOurs: boolean;
}

export class Receipts {
  #sent = 0;
  #answered = false;
  #changes: Change[] = [];

  /** How many changes the server has not confirmed. */
  get unsaved(): number {
    return this.#changes.length;
  }

  /** Those of them that this page made. */
  get unsavedOurs(): number {
    return this.#changes.filter(change => change.isOurs).length;
  }

  /** True when the server has confirmed everything that this page knows. */
  get allSaved(): boolean {
    return this.#answered && this.#changes.length === 0;
  }

  /** Changes of earlier loads that this device still keeps. */
  found(count: number): void {
    for (let n = 0; n < count; n++) this.#changes.push({ frame: UNSENT, isOurs: false });
  }

  changed(): void {
    this.#changes.push({ frame: UNSENT, isOurs: true });
  }

  /** A new line starts to count from nothing; what the last one left open goes with the answer to its question. */
  lineOpened(): void {
    this.#sent = 0;
    this.#answered = false;
    for (const change of this.#changes) change.frame = UNSENT;
  }

  /** Carries the change that was just made. */
  sentUpdate(): void {
    this.#sent++;
    const last = this.#changes.at(-1);
    if (last?.frame === UNSENT) last.frame = this.#sent;
  }

  /** The answer to the server's question carries everything that the server lacks. */
  sentAnswer(): void {
    this.#sent++;
    for (const change of this.#changes) if (change.frame === UNSENT) change.frame = this.#sent;
  }

  /** The server has the first `frames` of this line on disk; before the answer it never says so. */
  saved(frames: number): void {
    this.#answered = true;
    this.#changes = this.#changes.filter(change => change.frame > frames);
  }
}
