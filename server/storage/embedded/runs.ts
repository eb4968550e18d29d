/**
 * Where journal entries stay: several of one room in one value, under (room, seq of the last). Entries of earlier
 * versions lie one by one under (room, seq) and come before them. Knows nothing of commits on their way.
 */
import { Corrupt } from '../store.ts';
import type { SealedEntry } from './entry.ts';
import type { Environment, Table } from './environment.ts';
import { above, keyOf } from './keys.ts';
import { numberOf } from './log.ts';

/** Read at one go: no more values, and no more bytes than this and one value. Between two of these others have their turn. */
const BATCH = { values: 256, bytes: 4 * 1024 * 1024 };
/** A value holds no more than this and one entry: whoever reads a few entries reads little else. */
const RUN_BYTES = 128 * 1024;
const HEAD_BYTES = 4;

export class Runs {
  readonly #singles: Table;
  readonly #runs: Table;

  constructor(env: Environment) {
    this.#singles = env.table('journal');
    this.#runs = env.table('runs');
  }

  /** Inside a write: entries of one room, one after the other. */
  put(room: string, entries: readonly SealedEntry[]): void {
    let run: SealedEntry[] = [];
    let bytes = 0;
    for (const entry of entries) {
      run.push(entry);
      bytes += entry.value.length;
      if (bytes < RUN_BYTES && entry !== entries.at(-1)) continue;
      void this.#runs.put(keyOf([room, entry.seq]), joined(run));
      run = [];
      bytes = 0;
    }
  }

  /** The last seq of a room, 0 when there is none. */
  head(room: string): number {
    return lastIn(this.#runs, room) ?? lastIn(this.#singles, room) ?? 0;
  }

  /** Some of the next entries of a room; none when there are no more. */
  after(room: string, seq: number): SealedEntry[] {
    const singles = valuesOf(this.#singles, room, seq).map(({ key, value }) => ({ room, seq: numberOf(key), value }));
    if (singles.length > 0) return singles;
    const entries = valuesOf(this.#runs, room, seq).flatMap(({ key, value }) => apart(room, numberOf(key), value));
    return entries.filter(entry => entry.seq > seq);
  }
}

function lastIn(table: Table, room: string): number | undefined {
  const prefix = keyOf([room]);
  for (const key of table.getKeys({ start: above(prefix), end: prefix, reverse: true, limit: 1 })) return numberOf(key);
  return undefined;
}

function valuesOf(table: Table, room: string, after: number): { key: Buffer; value: Buffer }[] {
  const values: { key: Buffer; value: Buffer }[] = [];
  let bytes = 0;
  for (const each of table.getRange({ start: keyOf([room, after + 1]), end: above(keyOf([room])), limit: BATCH.values })) {
    values.push(each);
    bytes += each.value.length;
    if (bytes > BATCH.bytes) break;
  }
  return values;
}

/** Each behind its length; their seqs follow from that of the last. */
function joined(entries: readonly SealedEntry[]): Buffer {
  const into = Buffer.allocUnsafe(entries.reduce((size, { value }) => size + HEAD_BYTES + value.length, 0));
  let end = 0;
  for (const { value } of entries) {
    end = into.writeUInt32BE(value.length, end);
    into.set(value, end);
    end += value.length;
  }
  return into;
}

function apart(room: string, last: number, run: Buffer): SealedEntry[] {
  const values: Buffer[] = [];
  for (let at = 0; at < run.length; ) {
    const end = at + HEAD_BYTES + (at + HEAD_BYTES <= run.length ? run.readUInt32BE(at) : Infinity);
    if (end > run.length) throw new Corrupt(`journal ${room}: what ends with ${last} ends early`);
    values.push(run.subarray(at + HEAD_BYTES, end));
    at = end;
  }
  return values.map((value, nth) => ({ room, seq: last - values.length + 1 + nth, value }));
}
