/**
 * The journal in LMDB: one value for each entry under (room, seq), and snapshots beside it. Calls to `append` that come
 * together share one sync of the disk.
 */
import type { Gate } from '../gate.ts';
import { checkEntries } from '../journal.ts';
import { Conflict, Corrupt, type Entry, type Journal, type NewEntry, type Snapshot } from '../store.ts';
import { readEntry, writeEntry } from './entry.ts';
import type { Environment, Table } from './environment.ts';
import { above, keyOf, withNumber } from './keys.ts';
import { seal, unseal } from './sealed.ts';
import { Snapshots } from './snapshots.ts';

/** Read at one go: no more entries, and no more bytes than this and one entry. Between two of these others have their turn. */
const BATCH = { entries: 256, bytes: 4 * 1024 * 1024 };

/** Rooms whose keys and heads are kept at hand. */
const REMEMBERED = 20_000;

export class EmbeddedJournal implements Journal {
  readonly #env: Environment;
  readonly #gate: Gate;
  readonly #entries: Table;
  readonly #snapshots: Snapshots;
  /** The last seq of rooms written to lately. Nobody else writes here: whoever follows it needs no look. */
  readonly #heads = new Map<string, number>();
  readonly #prefixes = new Map<string, Buffer>();

  constructor(env: Environment, gate: Gate) {
    this.#env = env;
    this.#gate = gate;
    this.#entries = env.table('journal');
    this.#snapshots = new Snapshots(env);
  }

  append(entries: readonly NewEntry[], at: number): Promise<void> {
    return this.#gate.through(async () => {
      checkEntries(entries);
      const sealed = entries.map(entry => {
        const key = withNumber(this.#prefixOf(entry.room), entry.seq);
        return { ...entry, key, value: seal(key, writeEntry(entry.parts, at)) };
      });
      try {
        await this.#env.write(() => sealed.forEach(each => this.#appendOne(each)));
      } catch (error) {
        for (const { room } of entries) this.#heads.delete(room); // what was put is not there
        throw error;
      }
    });
  }

  /** Inside a write: throwing takes back the entries before it as well. */
  #appendOne({ room, seq, key, value }: NewEntry & { key: Buffer; value: Buffer }): void {
    if (this.#heads.get(room) !== seq - 1 || seq === 1) this.#checkFollows(room, seq, key);
    void this.#entries.put(key, value);
    this.#heads.set(room, seq); // at once: whoever is next in this same commit must see it
  }

  #checkFollows(room: string, seq: number, key: Buffer): void {
    const follows = seq === 1 || this.#entries.doesExist(keyOf([room, seq - 1]));
    if (!follows || this.#entries.doesExist(key)) throw new Conflict(`${room} ${seq}: not the next seq`);
  }

  #prefixOf(room: string): Buffer {
    let prefix = this.#prefixes.get(room);
    if (!prefix) {
      if (this.#prefixes.size >= REMEMBERED) this.#forgetRooms();
      this.#prefixes.set(room, (prefix = keyOf([room])));
    }
    return prefix;
  }

  #forgetRooms(): void {
    this.#prefixes.clear();
    this.#heads.clear();
  }

  head(room: string): Promise<number> {
    return this.#gate.through(() => {
      const prefix = keyOf([room]);
      const [last] = [...this.#entries.getRange({ start: above(prefix), end: prefix, reverse: true, limit: 1 })];
      return last ? seqOf(last.key) : 0;
    });
  }

  async *read(room: string, after: number): AsyncIterable<Entry> {
    let seq = after;
    for (;;) {
      const batch = await this.#gate.through(() => this.#batch(room, seq));
      if (batch.length === 0) return;
      for (const { key, value } of batch) yield entryIn(room, ++seq, key, value);
    }
  }

  #batch(room: string, after: number): KeptEntry[] {
    const batch: KeptEntry[] = [];
    let bytes = 0;
    for (const each of this.#entries.getRange({ start: keyOf([room, after + 1]), end: above(keyOf([room])), limit: BATCH.entries })) {
      batch.push(each);
      bytes += each.value.length;
      if (bytes > BATCH.bytes) break;
    }
    return batch;
  }

  snapshot(room: string): Promise<Snapshot | undefined> {
    return this.#gate.through(() => this.#snapshots.newest(room));
  }

  keepSnapshot(snapshot: Snapshot): Promise<void> {
    return this.#gate.through(() => this.#snapshots.keep(snapshot));
  }
}

interface KeptEntry {
  readonly key: Buffer;
  readonly value: Buffer;
}

function entryIn(room: string, seq: number, key: Buffer, value: Buffer): Entry {
  if (seqOf(key) !== seq) throw new Corrupt(`journal ${room}: ${seq} is missing`);
  return { room, seq, ...readEntry(unseal(key, value, `journal ${room} ${seq}`)) };
}

/** The seq is the last value of the key: a positive number, so its bytes are those of a double with the sign bit set. */
function seqOf(key: Buffer): number {
  const bytes = Buffer.from(key.subarray(-8));
  bytes[0] = (bytes[0] ?? 0) ^ 0x80;
  return bytes.readDoubleBE();
}
