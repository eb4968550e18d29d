/** Counts what was refused per page, so that the same bytes do not come back for ever (Sync 7). Knows no reasons. */
import type { Time } from './time.ts';

const REMEMBERED_MS = 10 * 60_000;

export class Offences {
  readonly #byPage = new Map<string, { count: number; at: number }>();

  constructor(readonly time: Time) {}

  /** Notes one more and answers how many there were lately. */
  note(page: string): number {
    const count = this.count(page) + 1;
    this.#byPage.delete(page); // newest last, so that the old ones are found at the front
    this.#byPage.set(page, { count, at: this.time.now() });
    this.#forgetOld();
    return count;
  }

  count(page: string): number {
    this.#forgetOld();
    return this.#byPage.get(page)?.count ?? 0;
  }

  #forgetOld(): void {
    for (const [page, { at }] of this.#byPage) {
      if (this.time.now() - at < REMEMBERED_MS) return;
      this.#byPage.delete(page);
    }
  }
}
