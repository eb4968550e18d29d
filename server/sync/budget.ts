/** How much somebody may send within a while. Knows numbers and time, not what is sent. */
import type { Time } from './time.ts';

/** Allows `most` within any stretch of `perMs`, counted in two halves so that a burst at the seam does not get double. */
export class Budget {
  #since: number;
  #before = 0;
  #now = 0;

  constructor(
    readonly most: number,
    readonly perMs: number,
    readonly time: Time,
  ) {
    this.#since = time.now();
  }

  /** Counts it, and says whether it is still within the budget. */
  spend(amount: number): boolean {
    const half = this.perMs / 2;
    const passed = this.time.now() - this.#since;
    if (passed >= half) {
      this.#before = passed < this.perMs ? this.#now : 0;
      this.#now = 0;
      this.#since = this.time.now();
    }
    this.#now += amount;
    return this.#before + this.#now <= this.most;
  }
}
