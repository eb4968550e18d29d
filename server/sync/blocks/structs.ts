/**
 * One Yjs struct (V1) as bytes: cut it, and take its words out when they were deleted.
 *
 * What Yjs does to items (`splitItem`, `gc`), done to their encoding. Knows no document.
 */
import { Unreadable } from '../trouble.ts';
import { Writer } from './bytes.ts';
import { Cursor, decodeUtf8, GC, passOrigins } from './reader.ts';

const DELETED = 1;
const JSON_VALUES = 2;
const STRING = 4;
const ANY_VALUES = 8;
const KIND = 0x1f;
const HAS_ORIGIN = 0x80;
const HAS_RIGHT_ORIGIN = 0x40;

/** A struct of `client` that begins at `clock` and has `length` units, in `bytes`. */
export interface Struct {
  client: number;
  clock: number;
  length: number;
  bytes: Uint8Array;
}

/** The units [from, to) of a struct as a struct of their own; the right part's origin is the unit before it. */
export function slice(struct: Struct, from: number, to: number): Struct {
  if (from === 0 && to === struct.length) return struct;
  const writer = new Writer(struct.bytes.length + 32);
  new Cutter(struct).write(writer, from, to);
  return { client: struct.client, clock: struct.clock + from, length: to - from, bytes: writer.done() };
}

/** Writes a struct cut where deleted ranges begin and end, emptied inside them and whole outside; answers the number of pieces. */
export function forgetIn(struct: Struct, ranges: readonly number[], into: Writer): number {
  const cutter = new Cutter(struct);
  let [at, pieces] = [0, 0];
  for (let next = firstAfter(ranges, struct.clock); next < ranges.length && at < struct.length; next += 2) {
    const from = Math.max((ranges[next] ?? Infinity) - struct.clock, at);
    if (from >= struct.length) break;
    if (from > at) pieces += cutter.write(into, at, from);
    at = Math.min((ranges[next + 1] ?? Infinity) - struct.clock, struct.length);
    pieces += cutter.writeEmptied(into, from, at);
  }
  return at < struct.length ? pieces + cutter.write(into, at, struct.length) : pieces;
}

/** One struct that is cut into as many pieces as it has letters, perhaps: what it says is read once for all of them. */
class Cutter {
  readonly #kind: number;
  #content: WriteContent | undefined;

  constructor(readonly struct: Struct) {
    this.#kind = (struct.bytes[0] ?? 0) & KIND;
  }

  write(into: Writer, from: number, to: number): 1 {
    if (from === 0 && to === this.struct.length) into.put(this.struct.bytes);
    else if (this.#kind === GC) writeCollected(into, to - from);
    else {
      this.#content ??= contentOf(this.struct, this.#kind);
      writeHead(into, this.struct, this.#kind, from);
      this.#content(into, from, to);
    }
    return 1;
  }

  /** The same with nothing left of what it said; place and length stay, so that others still find it. */
  writeEmptied(into: Writer, from: number, to: number): 1 {
    if (this.#kind === GC) writeCollected(into, to - from);
    else {
      writeHead(into, this.struct, DELETED, from);
      into.varUint(to - from);
    }
    return 1;
  }
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

function writeCollected(into: Writer, length: number): void {
  into.byte(GC);
  into.varUint(length);
}

/** What comes before the content of the piece that begins at `offset`. */
function writeHead(into: Writer, struct: Struct, kind: number, offset: number): void {
  if (offset > 0) return writeHeadOfRight(into, struct, kind, offset);
  into.byte(((struct.bytes[0] ?? 0) & ~KIND) | kind);
  into.put(struct.bytes.subarray(1, afterHead(struct).at));
}

/** With an origin the parent is taken from it: its key is not written again, its bit stays as Yjs leaves it. */
function writeHeadOfRight(into: Writer, { bytes, client, clock }: Struct, kind: number, offset: number): void {
  const cursor = new Cursor(bytes);
  const info = cursor.byte();
  into.byte((info & ~KIND) | kind | HAS_ORIGIN);
  into.varUint(client);
  into.varUint(clock + offset - 1);
  if (info & HAS_ORIGIN) passId(cursor);
  if (!(info & HAS_RIGHT_ORIGIN)) return;
  into.varUint(cursor.varUint());
  into.varUint(cursor.varUint());
}

/** Where a struct's content begins. */
function afterHead({ bytes }: Struct): Cursor {
  const cursor = new Cursor(bytes);
  passOrigins(cursor, cursor.byte());
  return cursor;
}

function passId(cursor: Cursor): void {
  cursor.varUint();
  cursor.varUint();
}

/** Writes the units [from, to) of a content; asked from front to back. */
type WriteContent = (into: Writer, from: number, to: number) => void;

function contentOf(struct: Struct, kind: number): WriteContent {
  const cursor = afterHead(struct);
  switch (kind) {
    case DELETED: return (into, from, to) => { into.varUint(to - from); };
    case JSON_VALUES: return valuesIn(cursor, () => { cursor.json(true); });
    case STRING: return stringIn(cursor);
    case ANY_VALUES: return valuesIn(cursor, () => { cursor.any(); });
    default: throw new Unreadable('content that cannot be cut');
  }
}

function valuesIn(cursor: Cursor, pass: () => void): WriteContent {
  cursor.varUint();
  let at = 0;
  const moveTo = (value: number) => { for (; at < value; at++) pass(); };
  return (into, from, to) => {
    moveTo(from);
    const start = cursor.at;
    moveTo(to);
    into.varUint(to - from);
    into.put(cursor.bytes.subarray(start, cursor.at));
  };
}

/** Half a surrogate pair has no UTF-8: each half becomes U+FFFD, exactly as when Yjs splits an item. */
function stringIn(cursor: Cursor): WriteContent {
  const { from: start, to: end } = cursor.block();
  const text = decodeUtf8(cursor.bytes, start, end);
  return (into, from, to) => {
    const left = halves(text, from) ? `\ufffd${text.slice(from + 1, to)}` : text.slice(from, to);
    const bytes = encoder.encode(halves(text, to) ? `${left.slice(0, -1)}\ufffd` : left);
    into.varUint(bytes.length);
    into.put(bytes);
  };
}

function halves(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return at > 0 && at < text.length && before >= 0xd800 && before <= 0xdbff;
}

const encoder = new TextEncoder();
