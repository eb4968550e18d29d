/**
 * Who waits to be told what they lack: a few are answered at once, the others in later turns of the event loop, so that a
 * crowd before one large document keeps no other room waiting. Knows lines and state vectors; knows no document.
 */
import type { Time } from './time.ts';

/** Drawing up so many bytes is worth a rest of a millisecond: other rooms' turn. */
const DRAWN_UP_IN_MS = 50_000;

export interface AskersParts<Line> {
  time: Time;
  /** How many may be answered within one turn, at least one. */
  atOnce: () => number;
  /** Sees to the answer; false when there will be none. */
  letThrough: (line: Line, vector: Uint8Array) => boolean;
}

export class Askers<Line> {
  readonly #waiting = new Map<Line, Uint8Array>();
  readonly #underWay = new Set<Line>();
  #answeredThisTurn = 0;
  #stopTimer: (() => void) | undefined;

  constructor(readonly parts: AskersParts<Line>) {}

  /** Who asks again before it was answered means the later question. */
  ask(line: Line, vector: Uint8Array): void {
    this.#waiting.set(line, vector);
    this.#letThrough();
  }

  /** `drawnUp`: bytes that were made for it; what many are sent alike counts once. */
  answered(lines: readonly Line[], drawnUp: number): void {
    for (const line of lines) if (this.#underWay.delete(line)) this.#answeredThisTurn++;
    this.#stopTimer ??= this.parts.time.after(drawnUp / DRAWN_UP_IN_MS, () => this.#turn());
  }

  leave(line: Line): void {
    this.#waiting.delete(line);
  }

  stop(): void {
    this.#stopTimer?.();
  }

  #turn(): void {
    this.#stopTimer = undefined;
    this.#answeredThisTurn = 0;
    this.#letThrough();
  }

  #letThrough(): void {
    for (const [line, vector] of this.#waiting) {
      if (this.#underWay.size + this.#answeredThisTurn >= this.parts.atOnce()) return;
      if (this.#underWay.has(line)) continue;
      this.#waiting.delete(line);
      if (this.parts.letThrough(line, vector)) this.#underWay.add(line);
    }
  }
}
