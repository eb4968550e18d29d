/**
 * What every store promises, as sentences about behaviour: each engine runs this one kit, unchanged.
 * Faults that only one engine can have (kill -9, rotten bytes) are tested beside that engine.
 */
import { afterAll, beforeAll, describe } from 'vitest';
import type { Store } from '../../server/storage/store.ts';
import { filesContract } from './storage/files.ts';
import { indexContract } from './storage/indexes.ts';
import { journalContract } from './storage/journal.ts';
import { lifeContract } from './storage/life.ts';
import { modelContract } from './storage/model.ts';
import { pagingContract } from './storage/paging.ts';
import { recordsContract } from './storage/records.ts';

/** An engine under test, opened on fresh data with `SHELVES` as its collections. */
export interface Opened {
  readonly store: Store;
  /** Closes and opens again on the same data. */
  readonly reopen: () => Promise<Store>;
}

export interface ContractOptions {
  /** Rounds of the random story; engines in other processes take fewer. */
  readonly rounds?: number;
}

/** One store serves all sentences; each works on a shelf or room of its own. */
export function storageContract(name: string, open: () => Promise<Opened>, { rounds = 100 }: ContractOptions = {}): void {
  describe(name, () => {
    let opened: Opened;
    beforeAll(async () => {
      opened = await open();
    }, 60_000);
    afterAll(() => opened.store.close());
    const store = () => opened.store;

    recordsContract(store);
    indexContract(store);
    pagingContract(store);
    modelContract(store, rounds);
    journalContract(store);
    filesContract(store);
    lifeContract(open);
  });
}
