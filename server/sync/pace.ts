/**
 * How thick something comes, and how long it is worth gathering: at once while it is quiet, up to a bound in a crowd,
 * where each go costs more than the wait. Knows numbers and time, not what is gathered.
 */
import type { Time } from './time.ts';

/** Fewer than this at one go are no crowd. */
const CROWD = 4;

export class Pace {
  /** In a millisecond, lately. */
  #perMs = 0;
  #lastAt = -Infinity;

  /** `msForEach`: milliseconds of gathering for each that comes in a millisecond; never more than `mostMs`. */
  constructor(
    readonly time: Time,
    readonly msForEach: number,
    readonly mostMs: number,
  ) {}

  /** Milliseconds until the next go is due; at least `leastMs` between two. */
  wait(leastMs = 0): number {
    return this.#lastAt + Math.max(leastMs, this.spanMs) - this.time.now();
  }

  /** Milliseconds that are worth gathering just now. */
  get spanMs(): number {
    return Math.min(this.mostMs, this.msForEach * this.#perMs);
  }

  /** So many went at one go, now. */
  went(count: number): void {
    const now = this.time.now();
    const passed = now - this.#lastAt;
    if (passed > 0) this.#perMs = (this.#perMs + (count < CROWD ? 0 : count / passed)) / 2;
    this.#lastAt = now;
  }
}
