/**
 * What this device keeps beside the documents themselves: pools of client ids, counts of unsaved changes,
 * tables of seats, and copies set aside for review. One small IndexedDB; knows no Yjs and no line.
 */
import type { MemberId } from '../../shared/ids.ts';
import type { SeatTable } from '../../shared/rooms.ts';

/** Legal client ids of one person in one room, taken from the server and not yet used (Sync 5). */
export interface Pool {
  epoch: number;
  memberId: MemberId;
  mayWrite: boolean;
  ids: number[];
}

/** A copy that the server would not take: nothing in it is lost, and nothing of it is merged unseen. */
export interface Aside {
  copy: string; // which copy of which room it was: `copyName`
  at: number; // epoch milliseconds, this device's clock
  update: Uint8Array;
  /** What its person has put back or thrown away already. */
  settled?: readonly string[];
}
export interface KeptAside extends Aside {
  id: number;
}

export class Device {
  constructor(readonly database: IDBDatabase) {}

  /** Takes up to `count` ids out of a pool in one transaction: no two pages, and no second load, ever get the same. */
  async claim(key: string, count: number): Promise<{ pool: Pool | undefined; ids: number[] }> {
    let found: Pool | undefined;
    let ids: number[] = [];
    // Strict: a pool that forgets in a power cut would hand out an id twice, and the server would take new words for known ones.
    await this.#within('pools', 'readwrite', store => {
      read<Pool>(store.get(key), pool => {
        found = pool;
        if (!pool) return;
        ids = pool.ids.slice(0, count);
        store.put({ ...pool, ids: pool.ids.slice(count) }, key);
      });
    }, 'strict');
    return { pool: found, ids };
  }

  /** Adds ids to a pool. Those of another epoch are of no use any more. */
  async fill(key: string, fresh: Pool): Promise<void> {
    await this.#within('pools', 'readwrite', store => {
      read<Pool>(store.get(key), pool => {
        const kept = pool?.epoch === fresh.epoch ? pool.ids : [];
        store.put({ ...fresh, ids: [...kept, ...fresh.ids] }, key);
      });
    });
  }

  /** Remembers what the server last said about the right to write, for the next load without a network. */
  async rememberRight(key: string, mayWrite: boolean): Promise<void> {
    await this.#within('pools', 'readwrite', store => {
      read<Pool>(store.get(key), pool => {
        if (pool) store.put({ ...pool, mayWrite }, key);
      });
    });
  }

  /** The keys of pools that begin like this, and of which history each is. */
  async pools(start: string): Promise<{ key: string; epoch: number }[]> {
    const found: { key: string; epoch: number }[] = [];
    await this.#within('pools', 'readonly', store => {
      const cursor = store.openCursor(IDBKeyRange.bound(start, `${start}\uffff`));
      cursor.onsuccess = () => {
        const at = cursor.result;
        if (!at) return;
        found.push({ key: at.key as string, epoch: (at.value as Pool).epoch });
        at.continue();
      };
    });
    return found;
  }

  async forgetPool(key: string): Promise<void> {
    await this.#within('pools', 'readwrite', store => store.delete(key));
  }

  /** How many changes in a local copy the server has not confirmed, by the page that made them. */
  async unsaved(copy: string): Promise<Map<string, number>> {
    const byPage = new Map<string, number>();
    await this.#within('unsaved', 'readonly', store => {
      const cursor = store.openCursor(IDBKeyRange.bound([copy], [copy, []]));
      cursor.onsuccess = () => {
        const at = cursor.result;
        if (!at) return;
        byPage.set((at.key as [string, string])[1], at.value as number);
        at.continue();
      };
    });
    return byPage;
  }

  /** Zero forgets the page. */
  async setUnsaved(copy: string, page: string, changes: number): Promise<void> {
    await this.#within('unsaved', 'readwrite', store => {
      if (changes === 0) store.delete([copy, page]);
      else store.put(changes, [copy, page]);
    });
  }

  /** Forgets a page's changes, unless it has made more since they were counted. */
  async forgetUnsaved(copy: string, page: string, counted: number): Promise<void> {
    await this.#within('unsaved', 'readwrite', store => {
      read<number>(store.get([copy, page]), now => {
        if (now === counted) store.delete([copy, page]);
      });
    });
  }

  /** Who holds which ids, so that words keep their authors without a network. */
  async keepSeats(copy: string, seats: SeatTable): Promise<void> {
    await this.#within('seats', 'readwrite', store => store.put(seats, copy));
  }

  async seats(copy: string): Promise<SeatTable> {
    let found: SeatTable = [];
    await this.#within('seats', 'readonly', store => read<SeatTable>(store.get(copy), kept => (found = kept ?? [])));
    return found;
  }

  async forgetSeats(copy: string): Promise<void> {
    await this.#within('seats', 'readwrite', store => store.delete(copy));
  }

  async setAside(aside: Aside): Promise<void> {
    await this.#within('asides', 'readwrite', store => store.add(aside));
  }

  async asides(copy: string): Promise<Aside[]> {
    let found: Aside[] = [];
    await this.#within('asides', 'readonly', store => {
      read<Aside[]>(store.getAll(), all => (found = (all ?? []).filter(aside => aside.copy === copy)));
    });
    return found;
  }

  /** Those of every history whose copies' names begin like this, oldest first, each with the key that forgets it. */
  async asidesFrom(start: string): Promise<KeptAside[]> {
    const found: KeptAside[] = [];
    await this.#within('asides', 'readonly', store => {
      const cursor = store.openCursor();
      cursor.onsuccess = () => {
        const at = cursor.result;
        if (!at) return;
        const aside = at.value as Aside;
        if (aside.copy.startsWith(start)) found.push({ ...aside, id: Number(at.key) });
        at.continue();
      };
    });
    return found;
  }

  /** Writes down which of its words have been dealt with. */
  async settleAside(id: number, settled: readonly string[]): Promise<void> {
    await this.#within('asides', 'readwrite', store => {
      read<Aside>(store.get(id), aside => {
        if (aside) store.put({ ...aside, settled }, id);
      });
    });
  }

  async forgetAside(id: number): Promise<void> {
    await this.#within('asides', 'readwrite', store => store.delete(id));
  }

  #within(name: string, mode: IDBTransactionMode, run: (store: IDBObjectStore) => void, durability: IDBTransactionDurability = 'default'): Promise<void> {
    return new Promise((resolve, reject) => {
      const transaction = this.database.transaction(name, mode, { durability });
      transaction.oncomplete = () => resolve();
      transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error(`${name} could not be kept`));
      run(transaction.objectStore(name));
    });
  }
}

function read<T>(request: IDBRequest, then: (value: T | undefined) => void): void {
  request.onsuccess = () => then(request.result as T | undefined);
}

const NAME = 'insieme';
const opened = new WeakMap<IDBFactory, Promise<Device>>();

/** The device's one database, shared by every room of the page. Throws where a browser keeps nothing (some private windows). */
export function openDevice(factory: IDBFactory): Promise<Device> {
  const known = opened.get(factory);
  if (known) return known;
  const opening = open(factory);
  opened.set(factory, opening);
  opening.catch(() => opened.delete(factory));
  return opening;
}

function open(factory: IDBFactory): Promise<Device> {
  return new Promise((resolve, reject) => {
    const request = factory.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('pools');
      request.result.createObjectStore('unsaved');
      request.result.createObjectStore('seats');
      request.result.createObjectStore('asides', { autoIncrement: true });
    };
    request.onsuccess = () => resolve(new Device(request.result));
    request.onerror = () => reject(request.error ?? new Error('this device keeps nothing'));
  });
}
