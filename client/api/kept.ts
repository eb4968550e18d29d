/**
 * What this device remembers of a few answers (who I am, this project, its people), so that a page can be opened
 * without a network. Read by their schemas like any other answer; forgotten with the session.
 *
 * Words of documents are kept by `client/collab/`; nothing of anybody's comments, versions or letters is kept at all.
 */
const NAME = 'insieme answers';
const STORE = 'answers';

let recalled = false;
/** True once this page has shown something from memory: it asks again as soon as it can. */
export const hasRecalled = (): boolean => recalled;

export async function keepAnswer(address: string, answer: unknown): Promise<void> {
  await within('readwrite', store => store.put(answer, address));
}

/** Undefined when there is none, or where the device keeps nothing. */
export async function keptAnswer(address: string): Promise<unknown> {
  const request = await within('readonly', store => store.get(address) as IDBRequest<unknown>);
  if (request?.result !== undefined) recalled = true;
  return request?.result;
}

export async function forgetAnswer(address: string): Promise<void> {
  await within('readwrite', store => store.delete(address));
}

export async function forgetAnswers(): Promise<void> {
  await within('readwrite', store => store.clear());
}

/** Keeping is a help, never a condition: where a browser keeps nothing (some private windows), nothing is kept. */
async function within<T>(mode: IDBTransactionMode, run: (store: IDBObjectStore) => IDBRequest<T>): Promise<IDBRequest<T> | undefined> {
  const database = await open().catch(() => undefined);
  if (!database) return undefined;
  try {
    return await done(database.transaction(STORE, mode), run);
  } catch {
    return undefined;
  } finally {
    database.close();
  }
}

function done<T>(transaction: IDBTransaction, run: (store: IDBObjectStore) => IDBRequest<T>): Promise<IDBRequest<T>> {
  return new Promise((resolve, reject) => {
    const request = run(transaction.objectStore(STORE));
    transaction.oncomplete = () => { resolve(request); };
    transaction.onabort = transaction.onerror = () => { reject(transaction.error ?? new Error('nothing is kept here')); };
  });
}

async function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => { request.result.createObjectStore(STORE); };
    request.onsuccess = () => { resolve(request.result); };
    request.onerror = () => { reject(request.error ?? new Error('this device keeps nothing')); };
  });
}
