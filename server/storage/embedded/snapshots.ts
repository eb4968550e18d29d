/**
 * Snapshots in parts, so that 20 MB neither wait for one free run of pages nor hold up the journal behind them.
 * The head record, written last, makes a snapshot exist; parts without one are swept by the next.
 */
import { randomBytes } from 'node:crypto';
import { Corrupt, type Snapshot } from '../store.ts';
import type { Environment, Table } from './environment.ts';
import { above, keyOf } from './keys.ts';
import { seal, unseal } from './sealed.ts';

const PART_BYTES = 512 * 1024;
const KEPT = 3;

interface Head {
  readonly seq: number;
  readonly name: string; // of its parts
  readonly bytes: number;
}

export class Snapshots {
  readonly #env: Environment;
  /** [room, 'head', seq] → Head · [room, 'part', name, n] → bytes */
  readonly #table: Table;
  /** One at a time: sweeping must not meet parts whose head is still to come. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(env: Environment) {
    this.#env = env;
    this.#table = env.table('snapshots');
  }

  /** The newest that is whole; a broken one steps aside for the one before. */
  newest(room: string): Snapshot | undefined {
    for (const { head } of this.#heads(room)) {
      const state = head && this.#state(room, head);
      if (head && state) return { room, seq: head.seq, state };
    }
    return undefined;
  }

  keep(snapshot: Snapshot): Promise<void> {
    const kept = this.#last.then(() => this.#keep(snapshot));
    this.#last = kept.catch(() => undefined); // whoever asked is told; the next has its own chance
    return kept;
  }

  async #keep({ room, seq, state }: Snapshot): Promise<void> {
    const name = randomBytes(9).toString('base64url');
    for (const [n, part] of partsOf(state).entries()) {
      const key = keyOf([room, 'part', name, n]);
      await this.#env.write(() => void this.#table.put(key, seal(key, part)));
    }
    const key = keyOf([room, 'head', seq]);
    const head: Head = { seq, name, bytes: state.length };
    await this.#env.write(() => {
      void this.#table.put(key, seal(key, Buffer.from(JSON.stringify(head))));
      this.#sweep(room);
    });
  }

  /** Inside a write: keeps the newest few heads and the parts that they name. */
  #sweep(room: string): void {
    const heads = this.#heads(room);
    heads.slice(KEPT).forEach(({ key }) => void this.#table.remove(key));
    const names = new Set(heads.slice(0, KEPT).flatMap(({ head }) => head?.name ?? []));
    const named = [...names].map(name => keyOf([room, 'part', name]));
    const prefix = keyOf([room, 'part']);
    const keys = [...this.#table.getKeys({ start: prefix, end: above(prefix) })];
    keys.filter(key => !named.some(name => key.subarray(0, name.length).equals(name))).forEach(key => void this.#table.remove(key));
  }

  /** Newest first; undefined for a head that is broken. */
  #heads(room: string): { key: Buffer; head: Head | undefined }[] {
    const prefix = keyOf([room, 'head']);
    const range = { start: above(prefix), end: prefix, reverse: true };
    return [...this.#table.getRange(range)].map(({ key, value }) => {
      const bytes = whole(key, value);
      return { key, head: bytes && (JSON.parse(bytes.toString()) as Head) };
    });
  }

  #state(room: string, { name, bytes }: Head): Uint8Array | undefined {
    const prefix = keyOf([room, 'part', name]);
    const parts = [...this.#table.getRange({ start: prefix, end: above(prefix) })].map(({ key, value }) => whole(key, value));
    const state = new Uint8Array(bytes);
    let filled = 0;
    for (const part of parts) {
      if (!part || filled + part.length > bytes) return undefined;
      state.set(part, filled);
      filled += part.length;
    }
    return filled === bytes ? state : undefined;
  }
}

function partsOf(state: Uint8Array): Uint8Array[] {
  return Array.from({ length: Math.ceil(state.length / PART_BYTES) }, (_, n) => state.subarray(n * PART_BYTES, (n + 1) * PART_BYTES));
}

/** The bytes behind the checksum; undefined when it does not hold. */
function whole(key: Buffer, sealed: Buffer): Buffer | undefined {
  try {
    return unseal(key, sealed, 'snapshot');
  } catch (error) {
    if (error instanceof Corrupt) return undefined;
    throw error;
  }
}
