/**
 * Where journal entries go first: one value for each commit under a growing key, so that a commit of a hundred rooms
 * writes a few pages beside each other and not one page for each room. `runs.ts` is where they are moved to.
 *
 * What is not moved yet is held in memory, too, and found again here when a process begins. Knows no conflict.
 */
import { Corrupt } from '../store.ts';
import { type KeyFor, type Sealed, type SealedEntry, sealedIn } from './entry.ts';
import type { Environment, Table } from './environment.ts';
import { keyOf } from './keys.ts';
import { unseal } from './sealed.ts';

export class Log {
  readonly #env: Environment;
  readonly #table: Table;
  readonly #byRoom = new Map<string, Held>();
  /** The number of the next record. */
  #next = 1;
  /** Records that are being written. */
  readonly #writing = new Set<number>();
  /** Of all that is held. */
  bytes = 0;

  constructor(env: Environment) {
    this.#env = env;
    this.#table = env.table('log');
  }

  /** Takes up what an earlier process left, without what was moved. Throws `Corrupt`: nothing of it may be left out. */
  recover(movedUpTo: (room: string) => number, keyFor: KeyFor): void {
    for (const { key, value } of this.#table.getRange({})) {
      this.#next = numberOf(key) + 1;
      for (const entry of sealedIn(value, `journal record ${this.#next - 1}`)) {
        unseal(keyFor(entry.room, entry.seq), entry.value, `journal ${entry.room} ${entry.seq}`);
        const last = this.last(entry.room) ?? movedUpTo(entry.room);
        if (entry.seq > last + 1) throw new Corrupt(`journal ${entry.room}: ${last + 1} is missing`);
        if (entry.seq === last + 1) this.#hold(entry, Buffer.from(entry.value), 0, entry.value.length);
      }
    }
  }

  /** On disk when it resolves. */
  async put(record: Buffer): Promise<void> {
    const number = this.#next++;
    this.#writing.add(number);
    try {
      await this.#env.put(this.#table, keyOf([number]), record);
    } finally {
      this.#writing.delete(number);
    }
  }

  /** They are on disk. */
  hold(entries: readonly { room: string; seq: number }[], { record, places }: Sealed): void {
    for (const [nth, entry] of entries.entries()) this.#hold(entry, record, places[nth * 2] ?? 0, places[nth * 2 + 1] ?? 0);
  }

  #hold({ room, seq }: { room: string; seq: number }, record: Buffer, from: number, to: number): void {
    let held = this.#byRoom.get(room);
    if (!held) this.#byRoom.set(room, (held = new Held(room, seq)));
    held.push(record, from, to);
    this.bytes += to - from;
  }

  /** The last seq of a room that is held here. */
  last(room: string): number | undefined {
    return this.#byRoom.get(room)?.last;
  }

  after(room: string, seq: number): SealedEntry[] {
    return this.#byRoom.get(room)?.after(seq) ?? [];
  }

  /** Every room of which something is held. */
  rooms(): string[] {
    return [...this.#byRoom.keys()];
  }

  /** The first so many of a room have been moved. */
  drop(room: string, count: number): void {
    const held = this.#byRoom.get(room);
    if (!held) return;
    this.bytes -= held.drop(count);
    if (held.isEmpty) this.#byRoom.delete(room);
  }

  /** The last record of which everything is held here. */
  get reached(): number {
    return Math.min(this.#next, ...this.#writing) - 1;
  }

  /** Inside a write: everything in these records has been moved. */
  remove(upTo: number): void {
    for (const key of [...this.#table.getKeys({ end: keyOf([upTo + 1]) })]) void this.#table.remove(key);
  }
}

/** Entries of one room, one after the other. Thousands come in a second and stay for some: no object for each. */
class Held {
  readonly #records: Buffer[] = [];
  /** Two each: where in its record a value begins and ends. */
  readonly #places: number[] = [];

  constructor(
    readonly room: string,
    /** The seq of the first. */
    public first: number,
  ) {}

  get isEmpty(): boolean {
    return this.#records.length === 0;
  }

  get last(): number {
    return this.first + this.#records.length - 1;
  }

  push(record: Buffer, from: number, to: number): void {
    this.#records.push(record);
    this.#places.push(from, to);
  }

  after(seq: number): SealedEntry[] {
    const skipped = Math.max(0, seq + 1 - this.first);
    return this.#records.slice(skipped).map((record, nth) => {
      const at = (skipped + nth) * 2;
      return { room: this.room, seq: this.first + skipped + nth, value: record.subarray(this.#places[at], this.#places[at + 1]) };
    });
  }

  /** Answers how many bytes that were. */
  drop(count: number): number {
    const dropped = this.#places.splice(0, count * 2);
    this.first += this.#records.splice(0, count).length;
    return dropped.reduce((bytes, place, nth) => bytes + (nth % 2 === 0 ? -place : place), 0);
  }
}

/** A key of one positive number: its bytes are those of a double with the sign bit set. */
export function numberOf(key: Buffer): number {
  const bytes = Buffer.from(key.subarray(-8));
  bytes[0] = (bytes[0] ?? 0) ^ 0x80;
  return bytes.readDoubleBE();
}
