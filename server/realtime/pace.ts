/** Counts what one line asks within a span of time. Clock handed in. */
export class Pace {
  #since = 0;
  #count = 0;

  constructor(
    private readonly most: number,
    private readonly withinMs: number,
    private readonly clock: () => number,
  ) {}

  /** Counts one more; false when it is one too many. */
  allows(): boolean {
    const now = this.clock();
    if (now - this.#since >= this.withinMs || now < this.#since) {
      this.#since = now;
      this.#count = 0;
    }
    this.#count += 1;
    return this.#count <= this.most;
  }
}
