/**
 * Every call into a store passes here: none after closing, closing waits for those inside,
 * and whatever the engine throws comes out in the words of `store.ts`. Knows no engine.
 */
import { BadCursor, Conflict, Corrupt, Duplicate, StoreUnavailable } from './store.ts';

export class Gate {
  #closed = false;
  readonly #inside = new Set<Promise<unknown>>();

  /** Runs one piece of work, unless the store is closed. */
  async through<R>(work: () => R | Promise<R>): Promise<R> {
    if (this.#closed) throw new StoreUnavailable('The store is closed.');
    const running = Promise.resolve().then(work);
    this.#inside.add(running);
    try {
      return await running;
    } catch (error) {
      throw inOurWords(error);
    } finally {
      this.#inside.delete(running);
    }
  }

  /** From now on nothing comes in; resolves when everything inside has ended, well or badly. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#inside);
  }
}

/** Asked for something impossible: a mistake in our code, never a state of the store. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}

/** What comes out as it is: answers of a store, and plain mistakes in code, which no waiting would mend. */
const AS_IT_IS = [Conflict, Duplicate, Corrupt, StoreUnavailable, BadCursor, Misuse, TypeError, ReferenceError, RangeError];

function inOurWords(error: unknown): unknown {
  if (AS_IT_IS.some(kind => error instanceof kind)) return error;
  return new StoreUnavailable('The store did not do what it was asked.', { cause: error });
}
