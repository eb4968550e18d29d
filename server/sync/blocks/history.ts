/**
 * What one client id has written: its structs as bytes, end to end, with marks to find a clock again.
 *
 * Appending copies bytes once; marks are set when somebody first asks for a clock; deleted words are taken out before
 * bytes are handed to anybody (Sync 12), and only around the place where something was deleted. Knows no other client.
 */
import { joinBytes, Writer } from './bytes.ts';
import { Cursor, followsOn, passStruct } from './reader.ts';
import { forgetIn, slice } from './structs.ts';

const MARK_EVERY = 32;
/** So many structs more between two marks, and finding one among them takes noticeably longer. */
const MOST_GAINED = 1_024;
const EMPTY = new Uint8Array(0);

/** Where a struct begins: its clock, its place in the bytes, how many are before it. */
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
  #bytes: Uint8Array = EMPTY;
  #length = 0;
  #count = 0;
  /** Three numbers each: clock, place in the bytes, structs before it. Every so many structs, as far as `#marked`. */
  #marks: number[] = [];
  /** The same three for the first struct that no mark was set for yet. */
  #marked: Mark = { clock: 0, at: 0, count: 0 };
  /** Ranges deleted since the words were last taken out: start, end, … */
  #stale: number[] = [];
  /** The next clock of this client: everything before it is known. */
  end = 0;

  constructor(readonly client: number) {}

  /** Encoded bytes; never less than what will be handed out. */
  get length(): number {
    return this.#length;
  }

  /** Takes over bytes that hold everything up to `end`, without a copy: nobody may change them. */
  adopt({ bytes, count }: Tail, end: number): void {
    [this.#bytes, this.#length, this.#count, this.end] = [bytes, bytes.length, count, end];
    this.#forgetMarks();
  }

  /** `tail` begins at `this.end`. */
  append(tail: Tail, end: number): void {
    this.#reserve(tail.bytes.length);
    this.#bytes.set(tail.bytes, this.#length);
    this.#length += tail.bytes.length;
    this.#count += tail.count;
    this.end = end;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(64, this.#bytes.length * 2, this.#length + more));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }

  whole(): Tail {
    return { count: this.#count, bytes: this.#bytes.subarray(0, this.#length) };
  }

  /** Everything from `clock` on; 0 ≤ clock < end. */
  since(clock: number): Tail {
    if (clock <= 0) return this.whole();
    const { at, clock: first, count } = this.#markBefore(clock);
    return cutAt(this.client, { count: this.#count - count, bytes: this.#bytes.subarray(at, this.#length) }, first, clock);
  }

  /** The struct that holds this clock: a cursor before it, and its clocks. */
  structAt(clock: number): { cursor: Cursor; start: number; end: number } {
    const mark = this.#markBefore(clock);
    const cursor = new Cursor(this.#bytes, this.#length);
    cursor.at = mark.at;
    for (let start = mark.clock; ; ) {
      const before = cursor.at;
      const end = start + passStruct(cursor);
      if (end > clock) return { cursor: Object.assign(cursor, { at: before }), start, end };
      start = end;
    }
  }

  /**
   * The line that was typed up to this clock, each struct hanging on the one before, as far back as the mark before it:
   * a cursor before its first struct, that one's clock, and how many bytes were passed to find it.
   */
  lineTo(clock: number): { cursor: Cursor; start: number; passed: number } {
    const mark = this.#markBefore(clock);
    const cursor = new Cursor(this.#bytes, this.#length);
    let first = mark;
    cursor.at = mark.at;
    for (let start = mark.clock; start <= clock; ) {
      const at = cursor.at;
      if (!followsOn(cursor, this.client, start)) first = { clock: start, at, count: 0 };
      cursor.at = at;
      start += passStruct(cursor);
    }
    const passed = cursor.at - mark.at;
    return { cursor: Object.assign(cursor, { at: first.at }), start: first.clock, passed };
  }

  #markBefore(clock: number): Mark {
    return this.#markAt(this.#indexBefore(clock));
  }

  #markAt(index: number): Mark {
    const [clock = 0, at = 0, count = 0] = [this.#marks[index * 3], this.#marks[index * 3 + 1], this.#marks[index * 3 + 2]];
    return { clock, at, count };
  }

  /** Index of the last mark that does not lie behind `clock`. */
  #indexBefore(clock: number): number {
    this.#mark();
    let [low, high] = [0, this.#marks.length / 3 - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#marks[middle * 3] ?? Infinity) <= clock) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Sets marks on what came since. Each struct is passed once. */
  #mark(): void {
    const marked = this.#marked;
    if (marked.count === this.#count) return;
    const cursor = new Cursor(this.#bytes, this.#length);
    for (cursor.at = marked.at; marked.count < this.#count; marked.count++) {
      if (marked.count >= (this.#marks.at(-1) ?? -MARK_EVERY) + MARK_EVERY) this.#marks.push(marked.clock, marked.at, marked.count);
      marked.clock += passStruct(cursor);
      marked.at = cursor.at;
    }
  }

  #forgetMarks(): void {
    this.#marks = [];
    this.#marked = { clock: 0, at: 0, count: 0 };
  }

  /** Some of what is here was deleted. */
  deleted(start: number, end: number): void {
    this.#stale.push(start, end);
  }

  get isStale(): boolean {
    return this.#stale.length > 0;
  }

  /** Takes out the words of what was deleted. `ranges` is all that ever was: start, end, …; sorted. */
  forget(ranges: readonly number[]): void {
    if (this.#stale.length === 0) return;
    const blocks = this.#blocksOf(this.#stale);
    this.#stale = [];
    const writer = new Writer(this.#length + 1_024);
    const more: number[] = []; // for each block, how many structs and bytes it gained
    let from = 0;
    for (const block of blocks) {
      const [here, next] = [this.#markAt(block), this.#endOf(block)];
      writer.put(this.#bytes.subarray(from, here.at));
      const before = writer.length;
      const pieces = this.#writeForgotten(here, next, ranges, writer);
      more.push(pieces - (next.count - here.count), writer.length - before - (next.at - here.at));
      from = next.at;
    }
    writer.put(this.#bytes.subarray(from, this.#length));
    this.#bytes = new Uint8Array(writer.done()); // a copy without the room that was left to write in
    this.#length = this.#bytes.length;
    this.#moveMarks(blocks, more);
    // Between two marks lies too much now to be searched: they are set anew when somebody next asks.
    if (more.some((gained, at) => at % 2 === 0 && gained > MOST_GAINED)) this.#forgetMarks();
  }

  /** Which stretches between two marks these ranges touch, in order. */
  #blocksOf(ranges: readonly number[]): number[] {
    const blocks = new Set<number>();
    for (let at = 0; at < ranges.length; at += 2) {
      const last = this.#indexBefore((ranges[at + 1] ?? 1) - 1);
      for (let block = this.#indexBefore(ranges[at] ?? 0); block <= last; block++) blocks.add(block);
    }
    return [...blocks].sort((a, b) => a - b);
  }

  #endOf(block: number): Mark {
    return (block + 1) * 3 < this.#marks.length ? this.#markAt(block + 1) : { clock: this.end, at: this.#length, count: this.#count };
  }

  /** Answers the number of structs. */
  #writeForgotten(from: Mark, to: Mark, ranges: readonly number[], into: Writer): number {
    const cursor = new Cursor(this.#bytes, this.#length);
    let pieces = 0;
    cursor.at = from.at;
    for (let clock = from.clock; cursor.at < to.at; ) {
      const at = cursor.at;
      const length = passStruct(cursor);
      pieces += forgetIn({ client: this.client, clock, length, bytes: this.#bytes.subarray(at, cursor.at) }, ranges, into);
      clock += length;
    }
    return pieces;
  }

  /** The marks behind each block move by what it gained. */
  #moveMarks(blocks: readonly number[], more: readonly number[]): void {
    let [structs, bytes, next] = [0, 0, 0];
    for (let index = 0; index * 3 < this.#marks.length; index++) {
      this.#marks[index * 3 + 1]! += bytes;
      this.#marks[index * 3 + 2]! += structs;
      if (blocks[next] !== index) continue;
      structs += more[next * 2] ?? 0;
      bytes += more[next * 2 + 1] ?? 0;
      next++;
    }
    this.#count += structs;
    this.#marked = { clock: this.end, at: this.#length, count: this.#count };
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
  return { count: 0, bytes: EMPTY };
}
