/**
 * Reads a Yjs update (encoding V1) for where its structs and delete ranges begin and end, without building items.
 *
 * A struct is checked as strictly as a page would read it (UTF-8, JSON, nesting, lengths), so that nothing gets in
 * that an honest page could not apply. Knows bytes alone: nothing of rooms, senders or what is already known.
 * Format: yjs `writeStructs` / `writeDeleteSet` with UpdateEncoderV1, lib0 variable-length integers.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { Refused, Unreadable } from '../trouble.ts';

/** Consecutive structs of one client: `count` structs from `clock` to `end`, in `bytes[from..to)`. */
export interface Run {
  client: number;
  clock: number;
  end: number;
  count: number;
  from: number;
  to: number;
}

export interface DeleteRange {
  client: number;
  clock: number;
  length: number;
}

export interface ReadUpdate {
  runs: Run[];
  deletes: DeleteRange[];
}

/** Deeper nesting than any editor writes, far below what would overflow a page's stack. */
const MAX_DEPTH = 100;
/** A page's clocks stay far below; larger ones exist only to make honest edits look known. */
const MAX_CLOCK = 2 ** 31;
/** What was collected: a length, and nothing else. */
export const GC = 0;
const DELETED = 1;
const KIND = 0x1f;
const HAS_ORIGIN = 0x80;
const HAS_RIGHT_ORIGIN = 0x40;
const HAS_PARENT_SUB = 0x20;

/** Moves over bytes; every read checks the end first, so a lying length cannot reserve memory. */
export class Cursor {
  at = 0;
  constructor(
    readonly bytes: Uint8Array,
    readonly end = bytes.length,
  ) {}

  byte(): number {
    if (this.at >= this.end) throw new Unreadable('ended early');
    return this.bytes[this.at++]!;
  }

  /** Unsigned, at most 2^53 - 1. */
  varUint(): number {
    const byte = this.byte();
    if (byte < 0x80) return byte;
    return this.longVarUint(byte);
  }

  private longVarUint(first: number): number {
    let number = first & 0x7f;
    let factor = 128;
    let byte: number;
    do {
      byte = this.byte();
      number += (byte & 0x7f) * factor;
      factor *= 128;
      if (number > Number.MAX_SAFE_INTEGER || factor > 2 ** 56) throw new Unreadable('number too large');
    } while (byte >= 0x80);
    return number;
  }

  /** A count of things of at least one byte each: more than the bytes left is a lie. */
  count(): number {
    const count = this.varUint();
    if (count > this.end - this.at) throw new Unreadable('count too large');
    return count;
  }

  skip(length: number): void {
    if (length > this.end - this.at) throw new Unreadable('ended early');
    this.at += length;
  }

  /** Skips a length-prefixed run of bytes and answers where it lay. */
  block(): { from: number; to: number } {
    const length = this.varUint();
    const from = this.at;
    this.skip(length);
    return { from, to: this.at };
  }

  /** Skips a string, as a page would decode it; answers its length in UTF-16 units. */
  string(): number {
    const { from, to } = this.block();
    return utf16Length(this.bytes, from, to);
  }

  /** Skips a string that holds JSON. */
  json(orUndefined = false): void {
    const { from, to } = this.block();
    const text = decodeUtf8(this.bytes, from, to);
    if (orUndefined && text === 'undefined') return;
    try {
      JSON.parse(text);
    } catch (cause) {
      throw new Unreadable('not JSON', { cause });
    }
  }

  skipVarInt(): void {
    let byte = this.byte();
    let length = 1;
    while (byte >= 0x80) {
      byte = this.byte();
      if (++length > 8) throw new Unreadable('number too large');
    }
  }

  any(depth = 0): void {
    if (depth > MAX_DEPTH) throw new Unreadable('nested too deeply');
    switch (this.byte()) {
      case 127: case 126: case 121: case 120: return;
      case 125: return this.skipVarInt();
      case 124: return this.skip(4);
      case 123: case 122: return this.skip(8);
      case 119: this.string(); return;
      case 118: return this.anyObject(depth);
      case 117: return this.anyArray(depth);
      case 116: this.block(); return;
      default: throw new Unreadable('unknown value');
    }
  }

  /** A value that Yjs spreads: of anything but an object, every page that reads it breaks. */
  object(): void {
    if (this.byte() !== 118) throw new Unreadable('not an object');
    this.anyObject(0);
  }

  private anyObject(depth: number): void {
    for (let left = this.count(); left > 0; left--) {
      this.string();
      this.any(depth + 1);
    }
  }

  private anyArray(depth: number): void {
    for (let left = this.count(); left > 0; left--) this.any(depth + 1);
  }
}

/** From here on asking the system whether all of it is ASCII is quicker than looking at each byte. */
const LONG_TEXT = 256;

/** Counts without decoding: every sequence is one unit, those of four bytes are two. */
export function utf16Length(bytes: Uint8Array, from: number, to: number): number {
  if (to - from >= LONG_TEXT && isAscii(bytes.subarray(from, to))) return to - from;
  let units = 0;
  let ascii = true;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) units++;
    else {
      ascii = false;
      if (byte >= 0xc0) units += byte >= 0xf0 ? 2 : 1;
    }
  }
  if (!ascii && !isUtf8(bytes.subarray(from, to))) throw new Unreadable('not UTF-8');
  return units;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
export function decodeUtf8(bytes: Uint8Array, from: number, to: number): string {
  try {
    return utf8.decode(bytes.subarray(from, to));
  } catch (cause) {
    throw new Unreadable('not UTF-8', { cause });
  }
}

/** What structs hang on, gathered while they are passed. Flat lists of numbers: this is the hottest path there is. */
export class Refs {
  /** The client whose structs are being passed. */
  owner = 0;
  /** Three each: owner, then client and clock of an origin, a right origin or a parent. */
  readonly hangs: number[] = [];
  /** Five each: owner, then both neighbours of a struct that names two. */
  readonly between: number[] = [];
  /** Three each: owner, then the right neighbour of a struct that names no left one. */
  readonly before: number[] = [];
  /** Four each: owner, where it begins in the bytes, first clock and end of a struct of several values that may stand under a key. */
  readonly several: number[] = [];

  on(client: number, clock: number): void {
    this.hangs.push(this.owner, client, clock);
  }

  /** Empty again: one of these serves many updates. */
  clear(): void {
    this.hangs.length = 0;
    this.between.length = 0;
    this.before.length = 0;
    this.several.length = 0;
  }

  /** Most are words of a text, which is known when they name their place themselves. */
  noteSeveral(info: number, at: number, start: number, end: number): void {
    if (!isLive(info & KIND) || !(info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN | HAS_PARENT_SUB))) return;
    this.several.push(this.owner, at, start, end);
  }
}

/** Whether a struct of this kind says anything, or only that something was deleted. */
export const isLive = (kind: number): boolean => kind !== GC && kind !== DELETED;

/** Steps over one struct and answers its length in clocks. Skip structs (gaps) are refused. */
export function passStruct(cursor: Cursor, refs?: Refs): number {
  const info = cursor.byte();
  const kind = info & KIND;
  if (kind === GC) return lengthOf(cursor.varUint());
  if (kind === 10) throw new Refused('gap');
  passOrigins(cursor, info, refs);
  return passContent(cursor, kind);
}

export function passOrigins(cursor: Cursor, info: number, refs?: Refs): void {
  if (info & HAS_ORIGIN) passNeighbours(cursor, info, refs);
  else if (info & HAS_RIGHT_ORIGIN) passRight(cursor, refs);
  else {
    if (cursor.varUint() === 1) cursor.string();
    else passId(cursor, refs);
    if (info & HAS_PARENT_SUB) cursor.string();
  }
}

function passNeighbours(cursor: Cursor, info: number, refs: Refs | undefined): void {
  if (!(info & HAS_RIGHT_ORIGIN)) return passId(cursor, refs);
  const [client, clock] = [cursor.varUint(), cursor.varUint()];
  refs?.on(client, clock);
  const [rightClient, rightClock] = [cursor.varUint(), cursor.varUint()];
  refs?.on(rightClient, rightClock);
  refs?.between.push(refs.owner, client, clock, rightClient, rightClock);
}

function passRight(cursor: Cursor, refs: Refs | undefined): void {
  const client = cursor.varUint();
  const clock = cursor.varUint();
  refs?.on(client, clock);
  refs?.before.push(refs.owner, client, clock);
}

function passId(cursor: Cursor, refs: Refs | undefined): void {
  const client = cursor.varUint();
  const clock = cursor.varUint();
  refs?.on(client, clock);
}

function passContent(cursor: Cursor, kind: number): number {
  switch (kind) {
    case 1: return lengthOf(cursor.varUint());
    case 2: return passMany(cursor, () => cursor.json(true));
    case 3: cursor.block(); return 1;
    case 4: return lengthOf(cursor.string());
    case 5: cursor.json(); return 1;
    case 6: cursor.string(); cursor.json(); return 1;
    case 7: return passType(cursor);
    case 8: return passMany(cursor, () => cursor.any());
    case 9: cursor.string(); cursor.object(); return 1;
    default: throw new Unreadable('unknown content');
  }
}

function passType(cursor: Cursor): 1 {
  const type = cursor.varUint();
  if (type > 6) throw new Unreadable('unknown type');
  if (type === 3 || type === 5) cursor.string();
  return 1;
}

function passMany(cursor: Cursor, one: () => void): number {
  const count = lengthOf(cursor.count());
  for (let left = count; left > 0; left--) one();
  return count;
}

/** A struct without length would never move a clock, one too long would swallow a history. */
function lengthOf(length: number): number {
  if (length < 1) throw new Unreadable('a struct of no length');
  if (length > MAX_CLOCK) throw new Refused('too-far');
  return length;
}

/** Reads a whole update; bytes after its end are refused. `refs` gathers what its structs hang on. */
export function readUpdate(bytes: Uint8Array, refs?: Refs): ReadUpdate {
  const cursor = new Cursor(bytes);
  const runs = readRuns(cursor, refs);
  const deletes = readDeletes(cursor);
  if (cursor.at !== bytes.length) throw new Unreadable('bytes after the end');
  return { runs, deletes };
}

/** Reads the structs of an update, up to its delete set. */
export function readRuns(cursor: Cursor, refs?: Refs): Run[] {
  const runs: Run[] = [];
  for (let left = cursor.count(); left > 0; left--) runs.push(readRun(cursor, refs));
  // Yjs would forget the first of two runs of one client.
  if (runs.length > 1 && new Set(runs.map(run => run.client)).size < runs.length) throw new Unreadable('two runs of one client');
  return runs;
}

function readRun(cursor: Cursor, refs?: Refs): Run {
  const count = cursor.count();
  const client = cursor.varUint();
  const clock = cursor.varUint();
  const from = cursor.at;
  if (refs) refs.owner = client;
  let end = clock;
  for (let left = count; left > 0; left--) {
    const [at, start] = [cursor.at, end];
    end += passStruct(cursor, refs);
    if (refs && end - start > 1) refs.noteSeveral(cursor.bytes[at]!, at, start, end);
  }
  if (end > MAX_CLOCK) throw new Refused('too-far');
  return { client, clock, end, count, from, to: cursor.at };
}

/** Reads a delete set, from where the cursor stands. */
export function readDeletes(cursor: Cursor): DeleteRange[] {
  const deletes: DeleteRange[] = [];
  for (let clients = cursor.count(); clients > 0; clients--) {
    const client = cursor.varUint();
    for (let left = cursor.count(); left > 0; left--) {
      const clock = cursor.varUint();
      const length = lengthOf(cursor.varUint());
      deletes.push({ client, clock, length });
    }
  }
  return deletes;
}

/** A struct's neighbours and place, before its content. */
export interface Head {
  kind: number;
  origin: { client: number; clock: number } | undefined;
  right: { client: number; clock: number } | undefined;
  /** Only without neighbours: the name of a root, or the struct that holds the place. */
  parent: string | { client: number; clock: number } | undefined;
  sub: string | undefined;
}

/** Reads what comes before a struct's content and stops there. Bytes have been checked before. */
export function readHead(cursor: Cursor): Head {
  const info = cursor.byte();
  const head: Head = { kind: info & KIND, origin: undefined, right: undefined, parent: undefined, sub: undefined };
  if (head.kind === GC) return head;
  if (info & HAS_ORIGIN) head.origin = readId(cursor);
  if (info & HAS_RIGHT_ORIGIN) head.right = readId(cursor);
  if (info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) return head;
  head.parent = cursor.varUint() === 1 ? readString(cursor) : readId(cursor);
  if (info & HAS_PARENT_SUB) head.sub = readString(cursor);
  return head;
}

/** Whether the struct at the cursor, of `client` and from `clock` on, hangs on what this client wrote just before. */
export function followsOn(cursor: Cursor, client: number, clock: number): boolean {
  return (cursor.byte() & HAS_ORIGIN) !== 0 && cursor.varUint() === client && cursor.varUint() === clock - 1;
}

function readId(cursor: Cursor): { client: number; clock: number } {
  const client = cursor.varUint();
  return { client, clock: cursor.varUint() };
}

function readString(cursor: Cursor): string {
  const { from, to } = cursor.block();
  return decodeUtf8(cursor.bytes, from, to);
}
