/**
 * Where journal entries go first: one value for each commit under a growing key, so that a commit of a hundred rooms
 * writes a few pages beside each other and not one page for each room. `runs.ts` is where they are moved to.
 *
 * What is not moved yet is held in memory, too, and found again here when a process begins. Knows no conflict.
 */
import { Corrupt } from '../store.ts';
import { type KeyFor, type SealedEntry, sealedIn } from './entry.ts';
import type { Environment, Table } from './environment.ts';
import { keyOf } from './keys.ts';
import { unseal } from './sealed.ts';

export class Log {
  readonly #table: Table;
  readonly #byRoom = new Map<string, SealedEntry[]>();
  /** The number of the next record. */
  #next = 1;
  /** Records that are being written. */
  readonly #writing = new Set<number>();
  /** Of all that is held. */
  bytes = 0;

  constructor(env: Environment) {
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
        if (entry.seq === last + 1) this.hold([{ ...entry, value: Buffer.from(entry.value) }]);
      }
    }
  }

  /** Inside a write. Answers the number of the record. */
  put(record: Buffer): number {
    const number = this.#next++;
    this.#writing.add(number);
    void this.#table.put(keyOf([number]), record);
    return number;
  }

  /** A record is on disk, or never will be. */
  settled(number: number | undefined): void {
    if (number !== undefined) this.#writing.delete(number);
  }

  /** They are on disk. */
  hold(entries: readonly SealedEntry[]): void {
    for (const entry of entries) {
      const held = this.#byRoom.get(entry.room);
      if (held) held.push(entry);
      else this.#byRoom.set(entry.room, [entry]);
      this.bytes += entry.value.length;
    }
  }

  /** The last seq of a room that is held here. */
  last(room: string): number | undefined {
    return this.#byRoom.get(room)?.at(-1)?.seq;
  }

  after(room: string, seq: number): SealedEntry[] {
    return this.#byRoom.get(room)?.filter(entry => entry.seq > seq) ?? [];
  }

  /** Every room of which something is held, with all that is now. */
  rooms(): [string, readonly SealedEntry[]][] {
    return [...this.#byRoom].map(([room, entries]) => [room, [...entries]]);
  }

  /** They have been moved. */
  drop(room: string, count: number): void {
    const held = this.#byRoom.get(room) ?? [];
    for (const { value } of held.splice(0, count)) this.bytes -= value.length;
    if (held.length === 0) this.#byRoom.delete(room);
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

/** A key of one positive number: its bytes are those of a double with the sign bit set. */
export function numberOf(key: Buffer): number {
  const bytes = Buffer.from(key.subarray(-8));
  bytes[0] = (bytes[0] ?? 0) ^ 0x80;
  return bytes.readDoubleBE();
}
