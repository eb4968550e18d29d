/** A few at a time do something costly; the rest wait, those in a hurry first. Knows nothing of what is done. */

export class Turns {
  readonly #urgent: (() => void)[] = [];
  readonly #patient: (() => void)[] = [];
  #taken = 0;

  constructor(readonly atOnce: number) {}

  /** Runs at once when there is a turn to be had. Ends as `run` does. */
  async take<T>(run: () => Promise<T>, when?: 'urgent'): Promise<T> {
    if (this.#taken >= this.atOnce) await new Promise<void>(go => void (when ? this.#urgent : this.#patient).push(go));
    else this.#taken++;
    try {
      return await run();
    } finally {
      this.#pass();
    }
  }

  /** The turn goes on to the next who waits. */
  #pass(): void {
    const next = this.#urgent.shift() ?? this.#patient.shift();
    if (next) next();
    else this.#taken--;
  }
}
