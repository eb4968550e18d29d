/**
 * What one client id has written: its structs as bytes, end to end, with marks to find a clock again.
 *
 * Appending copies bytes once; cutting at a clock walks from the nearest mark; deleted words are taken out before
 * bytes are handed to anybody (Sync 12). Knows nothing of other clients.
 */
import { Cursor, passStruct } from './reader.ts';
import { emptied, slice, type Struct, joinBytes } from './structs.ts';

const MARK_EVERY = 32;

interface Mark {
  clock: number;
  at: number;
  count: number;
}

/** Structs from some clock on: how many, and their bytes. */
export interface Tail {
  count: number;
  bytes: Uint8Array;
}

export class History {
  #bytes = new Uint8Array(64);
  #length = 0;
  #marks: Mark[] = [];
  #markedAt = -MARK_EVERY;
  #count = 0;
  /** Deletions told since the words were last taken out. */
  #stale = false;
  /** The next clock of this client: everything before it is known. */
  end = 0;

  constructor(readonly client: number) {}

  /** Encoded bytes; never less than what will be handed out. */
  get length(): number {
    return this.#length;
  }

  /** `tail` begins at `this.end`. */
  append(tail: Tail, end: number): void {
    if (this.#count - this.#markedAt >= MARK_EVERY) this.#mark();
    this.#reserve(tail.bytes.length);
    this.#bytes.set(tail.bytes, this.#length);
    this.#length += tail.bytes.length;
    this.#count += tail.count;
    this.end = end;
  }

  #mark(): void {
    this.#marks.push({ clock: this.end, at: this.#length, count: this.#count });
    this.#markedAt = this.#count;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }

  whole(): Tail {
    return { count: this.#count, bytes: this.#bytes.subarray(0, this.#length) };
  }

  /** Everything from `clock` on; 0 ≤ clock < end. */
  since(clock: number): Tail {
    if (clock <= 0) return this.whole();
    const mark = this.#markBefore(clock);
    return cutAt(this.client, { count: this.#count - mark.count, bytes: this.whole().bytes.subarray(mark.at) }, mark.clock, clock);
  }

  #markBefore(clock: number): Mark {
    let [low, high] = [0, this.#marks.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#marks[middle]?.clock ?? Infinity) <= clock) low = middle;
      else high = middle - 1;
    }
    return this.#marks[low] ?? { clock: 0, at: 0, count: 0 };
  }

  /** Some of what is here was deleted. */
  someDeleted(): void {
    this.#stale = true;
  }

  /** Takes out the words of the deleted ranges (start, end, start, end, …; sorted). */
  forget(ranges: readonly number[]): void {
    if (!this.#stale) return;
    this.#stale = false;
    const [old, last] = [this.whole(), this.end];
    this.#bytes = new Uint8Array(64);
    this.#length = this.#count = this.end = 0;
    this.#marks = [];
    this.#markedAt = -MARK_EVERY;
    const kept = new Batch(this);
    forEachStruct(this.client, old, 0, struct => { forgetIn(struct, ranges, piece => { kept.push(piece); }); });
    kept.flush();
    this.end = last;
  }
}

/** Gathers structs into appends of one mark's length, so that marks stay as dense as they were. */
class Batch {
  #bytes: Uint8Array[] = [];
  #end = 0;

  constructor(readonly into: History) {}

  push({ bytes, clock, length }: Struct): void {
    this.#bytes.push(bytes);
    this.#end = clock + length;
    if (this.#bytes.length >= MARK_EVERY) this.flush();
  }

  flush(): void {
    if (this.#bytes.length === 0) return;
    this.into.append({ count: this.#bytes.length, bytes: joinBytes(this.#bytes) }, this.#end);
    this.#bytes = [];
  }
}

/** Cuts a struct where deleted ranges begin and end, and hands on its pieces: emptied inside a range, whole outside. */
function forgetIn(struct: Struct, ranges: readonly number[], keep: (piece: Struct) => void): void {
  const end = struct.clock + struct.length;
  let at = struct.clock;
  for (let next = firstAfter(ranges, at); next < ranges.length && at < end; next += 2) {
    const [from, to] = [Math.max(ranges[next] ?? end, at), Math.min(ranges[next + 1] ?? end, end)];
    if (from >= end) break;
    if (from > at) keep(slice(struct, at - struct.clock, from - struct.clock));
    keep(emptied(slice(struct, from - struct.clock, to - struct.clock)));
    at = to;
  }
  if (at < end) keep(slice(struct, at - struct.clock, end - struct.clock));
}

/** Index of the first range that ends after `clock`. */
function firstAfter(ranges: readonly number[], clock: number): number {
  let [low, high] = [0, ranges.length / 2];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle * 2 + 1] ?? Infinity) <= clock) low = middle + 1;
    else high = middle;
  }
  return low * 2;
}

function forEachStruct(client: number, { count, bytes }: Tail, first: number, visit: (struct: Struct, cursor: Cursor) => void): void {
  const cursor = new Cursor(bytes);
  let clock = first;
  for (let passed = 0; passed < count; passed++) {
    const from = cursor.at;
    const length = passStruct(cursor);
    visit({ client, clock, length, bytes: bytes.subarray(from, cursor.at) }, cursor);
    clock += length;
  }
}

/** Structs that begin at `first`, cut so that they begin at `clock`; a struct across it is cut in two. */
export function cutAt(client: number, { count, bytes }: Tail, first: number, clock: number): Tail {
  const cursor = new Cursor(bytes);
  let at = first;
  for (let left = count; left > 0; left--) {
    if (at === clock) return { count: left, bytes: bytes.subarray(cursor.at) };
    const from = cursor.at;
    const length = passStruct(cursor);
    if (at + length > clock) {
      const rest = slice({ client, clock: at, length, bytes: bytes.subarray(from, cursor.at) }, clock - at, length);
      return { count: left, bytes: joinBytes([rest.bytes, bytes.subarray(cursor.at)]) };
    }
    at += length;
  }
  return { count: 0, bytes: new Uint8Array(0) };
}
