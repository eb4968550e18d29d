/**
 * Real single-character Yjs updates, made and read without a document: one writer, continuing clocks, each letter hung
 * on the one before it, as a person types. Reading answers which clocks of whom an update brings, and nothing else.
 */

const LETTERS = 'abcdefghijklmnopqrstuvwxyz ';
const ROOT = Buffer.from('body');
/** A content string; with an origin. */
const STRING = 4;
const HAS_ORIGIN = 0x80;
const HAS_RIGHT_ORIGIN = 0x40;
const HAS_PARENT_SUB = 0x20;

/** One person typing: `next()` is their next letter as an update (V1). */
export class Writer {
  clock = 0;
  readonly #scratch = Buffer.allocUnsafe(64);

  constructor(readonly clientId: number) {}

  next(): Uint8Array {
    const to = this.#scratch;
    let at = put(to, put(to, 0, 1), 1);
    at = put(to, put(to, at, this.clientId), this.clock);
    at = this.clock === 0 ? putParent(to, at) : this.#putOrigin(to, at);
    at = put(to, put(to, at, 1), LETTERS.charCodeAt(this.clock % LETTERS.length));
    this.clock++;
    return to.subarray(0, put(to, at, 0)); // nothing deleted
  }

  #putOrigin(to: Buffer, at: number): number {
    to[at] = STRING | HAS_ORIGIN; // one byte, not a number of variable length
    return put(to, put(to, at + 1, this.clientId), this.clock - 1);
  }
}

function putParent(to: Buffer, at: number): number {
  const begun = put(to, put(to, put(to, at, STRING), 1), ROOT.length);
  return begun + ROOT.copy(to, begun);
}

/** Writes a variable length integer, as lib0 does; answers where it ends. */
function put(to: Buffer, at: number, value: number): number {
  for (; value > 127; value = Math.floor(value / 128)) to[at++] = 128 | (value % 128);
  to[at++] = value;
  return at;
}

/** Reads through bytes; `at` is where it stands. */
export class Cursor {
  constructor(
    readonly bytes: Uint8Array,
    public at: number,
  ) {}

  uint(): number {
    const first = this.bytes[this.at++]!;
    if (first < 128) return first;
    let value = first & 127;
    for (let weight = 128; ; weight *= 128) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new RangeError('a message ends in the middle of a number');
      value += (byte & 127) * weight;
      if (byte < 128) return value;
    }
  }

  skip(): void {
    const length = this.uint();
    this.at += length;
  }
}

export type OnRange = (clientId: number, from: number, to: number) => void;

/** Tells of every run of clocks in a V1 update of plain text. Throws for anything that a person typing here never makes. */
export function readRanges(from: Cursor, onRange: OnRange): void {
  for (let clients = from.uint(); clients > 0; clients--) {
    const structs = from.uint();
    const clientId = from.uint();
    const begin = from.uint();
    let clock = begin;
    for (let left = structs; left > 0; left--) clock += readStruct(from);
    onRange(clientId, begin, clock);
  }
}

/** Answers its length in clocks. */
function readStruct(from: Cursor): number {
  const info = from.bytes[from.at++]!;
  if ((info & 0x1f) !== STRING) throw new Error(`a struct of kind ${info & 0x1f} where only text was typed`);
  if (info & HAS_ORIGIN) skipId(from);
  if (info & HAS_RIGHT_ORIGIN) skipId(from);
  if (!(info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN))) readParent(from, info);
  const length = from.uint(); // letters of ours are one byte each
  from.at += length;
  return length;
}

function readParent(from: Cursor, info: number): void {
  if (from.uint() === 1) from.skip();
  else skipId(from);
  if (info & HAS_PARENT_SUB) from.skip();
}

function skipId(from: Cursor): void {
  from.uint();
  from.uint();
}

/**
 * The same update of plain text under other client ids. What comes before whom is kept only if the new ids stand in the
 * order of the old ones.
 */
export function withIds(update: Uint8Array, ids: ReadonlyMap<number, number>): Uint8Array {
  const to = new Copier(new Cursor(update, 0), Buffer.allocUnsafe(update.length * 3), ids);
  for (let clients = to.number(); clients > 0; clients--) {
    const structs = to.number();
    to.id(); // client id and clock stand here as in any reference
    for (let left = structs; left > 0; left--) copyStruct(to);
  }
  if (to.number() !== 0) throw new Error('deletions where only text was typed');
  return Uint8Array.from(to.done);
}

function copyStruct(to: Copier): void {
  const info = to.byte();
  if ((info & 0x1f) !== STRING) throw new Error(`a struct of kind ${info & 0x1f} where only text was typed`);
  if (info & HAS_ORIGIN) to.id();
  if (info & HAS_RIGHT_ORIGIN) to.id();
  if (!(info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) && to.number() === 1) to.bytes();
  to.bytes();
}

/** Copies what it reads; answers it, too. */
class Copier {
  #at = 0;

  constructor(
    readonly from: Cursor,
    readonly to: Buffer,
    readonly ids: ReadonlyMap<number, number>,
  ) {}

  get done(): Uint8Array {
    return this.to.subarray(0, this.#at);
  }

  byte(): number {
    return (this.to[this.#at++] = this.from.bytes[this.from.at++]!);
  }
  number(): number {
    const value = this.from.uint();
    this.#at = put(this.to, this.#at, value);
    return value;
  }
  /** A client id and a clock. */
  id(): void {
    const old = this.from.uint();
    this.#at = put(this.to, this.#at, this.ids.get(old) ?? old);
    this.number();
  }
  /** A length, and so many bytes. */
  bytes(): void {
    for (let left = this.number(); left > 0; left--) this.byte();
  }
}
