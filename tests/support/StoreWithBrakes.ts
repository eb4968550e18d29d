/** Stands between an app and its real store: a test makes the journal refuse what it is given, or take its time. Everything else passes. */
import { type Journal, type Store, StoreUnavailable } from '../../server/storage/store.ts';

export class Brakes {
  /** The journal refuses; its caller tries again. */
  refuses = false;
  /** Milliseconds before anything is kept. */
  slowMs = 0;

  readonly between = (store: Store): Store => {
    const journal = withOwn<Journal>(store.journal, { append: (entries, at) => this.#append(store.journal, entries, at) });
    return withOwn<Store>(store, { journal });
  };

  async #append(journal: Journal, ...given: Parameters<Journal['append']>): Promise<void> {
    if (this.refuses) throw new StoreUnavailable('held back by a test');
    if (this.slowMs > 0) await new Promise(resolve => setTimeout(resolve, this.slowMs));
    await journal.append(...given);
  }
}

/** The same object with some of its members replaced; the others keep their private parts. */
function withOwn<T extends object>(original: T, own: Partial<T>): T {
  return new Proxy(original, {
    get(target, name) {
      if (name in own) return own[name as keyof T];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
