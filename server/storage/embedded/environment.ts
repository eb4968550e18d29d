/**
 * The LMDB file behind everything embedded: its named databases, its transactions. Knows nothing of records or journals.
 */
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, open, type RootDatabase } from 'lmdb';
import { StoreUnavailable } from '../store.ts';
import { claim } from './claim.ts';

/** Bytes to bytes, sorted by key. */
export type Table = Database<Buffer, Buffer>;

/** Address space, not disk: the file grows as it is filled, and never has to be mapped anew. */
const MAP_BYTES = 64 * 1024 ** 3;
const TABLE = { keyEncoding: 'binary', encoding: 'binary' } as const;

export class Environment {
  readonly #root: RootDatabase<Buffer, Buffer>;
  readonly #giveBack: () => Promise<void>;
  #closing: Promise<void> | undefined;

  /** Throws `DataDirInUse`. */
  constructor(dataDir: string) {
    this.#giveBack = claim(privateFolder(dataDir, 'lock'), dataDir);
    // Without overlappingSync a write is visible only once it is on disk; with eventTurnBatching a full disk
    // would end the process by a rejection that nobody can catch.
    this.#root = open<Buffer, Buffer>({
      path: privateFolder(dataDir, 'store'), mapSize: MAP_BYTES, maxDbs: 16, overlappingSync: false, eventTurnBatching: false, ...TABLE,
    });
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

  /**
   * One value, on disk when it resolves. It saves the way back here that a transaction with work of ours in it takes:
   * on a busy loop that is the longest part of a commit.
   */
  async put(table: Table, key: Buffer, value: Buffer): Promise<void> {
    try {
      await table.put(key, value);
    } catch (error) {
      throw await cause(error);
    }
  }

  /** Any read will do: it fails when the file is gone. */
  ping(): void {
    this.#root.get(Buffer.from([0x00]));
  }

  async close(): Promise<void> {
    this.#closing ??= this.#root.close().then(this.#giveBack);
    return this.#closing;
  }
}

/** A folder of ours below DATA_DIR that nobody else on the machine reads. */
export function privateFolder(dataDir: string, name: string): string {
  const folder = join(dataDir, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  return folder;
}

/** LMDB says "commit failed" and holds the reason in a promise, which would end the process if nobody took it. */
async function cause(error: unknown): Promise<unknown> {
  if (!(error instanceof Error) || !('commitError' in error)) return error;
  const reason = await Promise.resolve(error.commitError).catch((late: unknown) => late);
  return new StoreUnavailable('The disk did not take what was written.', { cause: reason });
}
