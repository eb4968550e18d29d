/** Stands between an app and its real store, and makes the journal fail in the ways in which journals fail. */
import type { Random } from '../common/random.ts';
import { type Journal, type NewEntry, type Store, StoreUnavailable } from '../../../server/storage/store.ts';

export const KINDS = ['refused', 'slow', 'answer lost', 'failed sync'] as const;
export type Kind = (typeof KINDS)[number];
/** Lies, planted: what no store may do. */
export type Lie = 'says it kept what it did not' | 'keeps another letter';

const SLOW_MS = 2_000;

export class Faults {
  now: Kind | Lie | 'none' = 'none';
  /** How often something went wrong. */
  count = 0;
  /** The store itself, for those who want to know what is really there. */
  real!: Store;

  constructor(readonly random: Random) {}

  readonly between = (store: Store): Store => {
    this.real = store;
    const journal: Journal = {
      append: (entries, at) => this.#append(store.journal, entries, at),
      head: room => store.journal.head(room),
      read: (room, after) => store.journal.read(room, after),
      snapshot: room => store.journal.snapshot(room),
      keepSnapshot: snapshot => store.journal.keepSnapshot(snapshot),
    };
    return new Proxy(store, {
      get(target, name) {
        if (name === 'journal') return journal;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  };

  async #append(journal: Journal, entries: readonly NewEntry[], at: number): Promise<void> {
    if (this.now === 'none') return journal.append(entries, at);
    this.count++;
    switch (this.now) {
      case 'refused': throw new StoreUnavailable('it does not answer');
      case 'slow': await pause(SLOW_MS); return journal.append(entries, at);
      case 'answer lost': await journal.append(entries, at); throw new StoreUnavailable('no answer in time');
      // Nobody knows what of it is on disk.
      case 'failed sync': if (this.random.chance(0.5)) await journal.append(entries, at); throw new StoreUnavailable('EIO');
      case 'says it kept what it did not': return;
      case 'keeps another letter': return journal.append(entries.map(otherwise), at);
    }
  }
}

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

function otherwise(entry: NewEntry): NewEntry {
  return {
    ...entry,
    parts: entry.parts.map(part => {
      const update = part.update.slice();
      const at = update.indexOf(0x3c); // where a mark begins
      if (at >= 0) update[at + 1] = 0x7a;
      return { ...part, update };
    }),
  };
}
