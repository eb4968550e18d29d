/**
 * One Yjs struct (V1) as bytes: cut it, and take its words out when they were deleted.
 *
 * What Yjs does to items (`splitItem`, `gc`), done to their encoding. Knows no document.
 */
import { Unreadable } from '../trouble.ts';
import { joinBytes, Writer } from './bytes.ts';
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

const kindOf = ({ bytes }: Struct): number => (bytes[0] ?? 0) & KIND;

/** The units [from, to) of a struct as a struct of their own; the right part's origin is the unit before it. */
export function slice(struct: Struct, from: number, to: number): Struct {
  if (from === 0 && to === struct.length) return struct;
  const cut = { client: struct.client, clock: struct.clock + from, length: to - from };
  if (kindOf(struct) === GC) return { ...cut, bytes: joinBytes([Uint8Array.of(GC), varUint(cut.length)]) };
  const { head, content } = parts(struct);
  return { ...cut, bytes: joinBytes([from === 0 ? head : headOfRight(struct, from), sliceContent(content, kindOf(struct), from, to)]) };
}

/** The same struct with nothing left of what it said; its place and length stay, so that others still find it. */
export function emptied(struct: Struct): Struct {
  if (kindOf(struct) === GC || kindOf(struct) === DELETED) return struct;
  const { head } = parts(struct);
  const bytes = joinBytes([head, varUint(struct.length)]);
  bytes[0] = ((bytes[0] ?? 0) & ~KIND) | DELETED;
  return { ...struct, bytes };
}

/** Cuts a struct where deleted ranges begin and end, and hands on its pieces: emptied inside a range, whole outside. */
export function forgetIn(struct: Struct, ranges: readonly number[], keep: (piece: Struct) => void): void {
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

function parts({ bytes }: Struct): { head: Uint8Array; content: Cursor } {
  const content = new Cursor(bytes);
  passOrigins(content, content.byte());
  return { head: bytes.subarray(0, content.at), content };
}

/** With an origin the parent is taken from it: its key is not written again, its bit stays as Yjs leaves it. */
function headOfRight({ bytes, client, clock }: Struct, offset: number): Uint8Array {
  const cursor = new Cursor(bytes);
  const info = cursor.byte();
  if (info & HAS_ORIGIN) passId(cursor);
  const from = cursor.at;
  if (info & HAS_RIGHT_ORIGIN) passId(cursor);
  return joinBytes([Uint8Array.of(info | HAS_ORIGIN), varUint(client), varUint(clock + offset - 1), bytes.subarray(from, cursor.at)]);
}

function passId(cursor: Cursor): void {
  cursor.varUint();
  cursor.varUint();
}

function sliceContent(content: Cursor, kind: number, from: number, to: number): Uint8Array {
  switch (kind) {
    case DELETED: return joinBytes([varUint(to - from)]);
    case JSON_VALUES: return sliceValues(content, from, to, () => { content.json(true); });
    case STRING: return sliceString(content, from, to);
    case ANY_VALUES: return sliceValues(content, from, to, () => { content.any(); });
    default: throw new Unreadable('content that cannot be cut');
  }
}

function sliceValues(content: Cursor, from: number, to: number, pass: () => void): Uint8Array {
  content.varUint();
  for (let at = 0; at < from; at++) pass();
  const start = content.at;
  for (let at = from; at < to; at++) pass();
  return joinBytes([varUint(to - from), content.bytes.subarray(start, content.at)]);
}

/** Half a surrogate pair has no UTF-8: each half becomes U+FFFD, exactly as when Yjs splits an item. */
function sliceString(content: Cursor, from: number, to: number): Uint8Array {
  const { from: start, to: end } = content.block();
  const text = decodeUtf8(content.bytes, start, end);
  const left = halves(text, from) ? `\ufffd${text.slice(from + 1, to)}` : text.slice(from, to);
  const bytes = encoder.encode(halves(text, to) ? `${left.slice(0, -1)}\ufffd` : left);
  return joinBytes([varUint(bytes.length), bytes]);
}

function halves(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return at > 0 && at < text.length && before >= 0xd800 && before <= 0xdbff;
}

const encoder = new TextEncoder();

/** lib0's variable-length unsigned integer, alone. */
function varUint(number: number): Uint8Array {
  const writer = new Writer(9);
  writer.varUint(number);
  return writer.done();
}
