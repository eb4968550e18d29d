/**
 * The LMDB file behind everything embedded: its named databases, its transactions, and the rule that one process
 * alone has it. Knows nothing of records or journals.
 */
import { chmodSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, open, type RootDatabase } from 'lmdb';
import { DataDirInUse, StoreUnavailable } from '../store.ts';

/** Bytes to bytes, sorted by key. */
export type Table = Database<Buffer, Buffer>;

/** Address space, not disk: the file grows as it is filled, and never has to be mapped anew. */
const MAP_BYTES = 64 * 1024 ** 3;
const TABLE = { keyEncoding: 'binary', encoding: 'binary' } as const;

/** Folders open in this process; LMDB would share them silently. */
const openHere = new Set<string>();

export class Environment {
  readonly #root: RootDatabase<Buffer, Buffer>;
  readonly #place: string;

  /** Throws `DataDirInUse`. */
  constructor(dataDir: string) {
    const folder = privateFolder(dataDir, 'store');
    this.#place = realpathSync(folder);
    if (openHere.has(this.#place)) throw new DataDirInUse(dataDir, process.pid);
    // Without overlappingSync a write is visible only once it is on disk; with eventTurnBatching a full disk
    // would end the process by a rejection that nobody can catch.
    this.#root = open<Buffer, Buffer>({
      path: this.#place, mapSize: MAP_BYTES, maxDbs: 16, overlappingSync: false, eventTurnBatching: false, ...TABLE,
    });
    try {
      this.#claim(dataDir);
    } catch (error) {
      void this.#root.close();
      throw error;
    }
    openHere.add(this.#place);
  }

  /**
   * LMDB's own table of readers is the lock: each process holds a line in it for as long as it lives, and those of
   * the dead are cleared by asking the kernel. First we stand in it, then we look who else does: of two who come
   * at the same moment at most one passes.
   */
  #claim(dataDir: string): void {
    this.ping();
    this.#root.readerCheck();
    const other = readers(this.#root.readerList()).find(pid => pid !== process.pid);
    if (other !== undefined) throw new DataDirInUse(dataDir, other);
  }

  table(name: string): Table {
    return this.#root.openDB<Buffer, Buffer>({ name, ...TABLE });
  }

  /**
   * All of `work` or nothing of it, on disk when it resolves; what it throws comes out again. Calls that come together
   * share one sync. It must be synchronous.
   */
  async write<R>(work: () => R): Promise<R> {
    try {
      return await this.#root.childTransaction(work);
    } catch (error) {
      throw await cause(error);
    }
  }

  /** Any read will do: it fails when the file is gone. */
  ping(): void {
    this.#root.get(Buffer.from([0x00]));
  }

  async close(): Promise<void> {
    if (openHere.delete(this.#place)) await this.#root.close();
  }
}

/** A folder of ours below DATA_DIR that nobody else on the machine reads. */
export function privateFolder(dataDir: string, name: string): string {
  const folder = join(dataDir, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  return folder;
}

/** The first column of LMDB's list of readers. */
function readers(list: string): number[] {
  return [...list.matchAll(/^\s*(\d+)\s/gm)].map(line => Number(line[1]));
}

/** LMDB says "commit failed" and holds the reason in a promise, which would end the process if nobody took it. */
async function cause(error: unknown): Promise<unknown> {
  if (!(error instanceof Error) || !('commitError' in error)) return error;
  const reason = await Promise.resolve(error.commitError).catch((late: unknown) => late);
  return new StoreUnavailable('The disk did not take what was written.', { cause: reason });
}
