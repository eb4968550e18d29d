/**
 * Lists of values as bytes that sort as the values do: null, then booleans, numbers, strings by code point.
 *
 * Our own, because lmdb's encoding takes a zero character inside a string for the end of it:
 * two different keys would then be one.
 */
import { Misuse } from '../gate.ts';
import type { Key } from '../store.ts';

/** LMDB's bound for a key, bytes. */
const MAX_KEY = 1_978;
const TAG = { null: 0x05, false: 0x10, true: 0x11, number: 0x20, string: 0x30 } as const;
const END = Buffer.from([0x00, 0x01]);

export function keyOf(values: Key): Buffer {
  const key = Buffer.concat(values.map(encode));
  if (key.length > MAX_KEY) throw new Misuse(`A key takes ${key.length} bytes; ${MAX_KEY} fit.`);
  return key;
}

/** The same key with another number at its end, written into it. */
export function renumber(key: Buffer, value: number): Buffer {
  writeNumber(key, key.length - NUMBER_BYTES, value);
  return key;
}

/** Above everything that begins with this key: no tag and no end of a string reaches 0xff. */
export const above = (prefix: Buffer): Buffer => Buffer.concat([prefix, Buffer.from([0xff])]);

function encode(value: Key[number]): Buffer {
  if (value === null) return Buffer.from([TAG.null]);
  if (typeof value === 'boolean') return Buffer.from([value ? TAG.true : TAG.false]);
  return typeof value === 'number' ? encodeNumber(value) : encodeString(value);
}

const NUMBER_BYTES = 9;

function encodeNumber(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(NUMBER_BYTES);
  writeNumber(bytes, 0, value);
  return bytes;
}

/** IEEE 754, turned so that bytes compare like numbers: the sign bit flipped, negative ones inverted whole. */
function writeNumber(into: Buffer, at: number, value: number): void {
  into[at] = TAG.number;
  into.writeDoubleBE(value === 0 ? 0 : value, at + 1); // -0 is 0
  if (value < 0) for (let n = at + 1; n < at + NUMBER_BYTES; n++) into[n] = (into[n] ?? 0) ^ 0xff;
  else into[at + 1] = (into[at + 1] ?? 0) ^ 0x80;
}

/** UTF-8 sorts by code point. A zero inside becomes 00 ff, the end is 00 01, so that "a" comes before "a\0". */
function encodeString(value: string): Buffer {
  const bytes = value.includes('\0') ? escapeZeros(value) : Buffer.from(value);
  return Buffer.concat([Buffer.from([TAG.string]), bytes, END]);
}

function escapeZeros(value: string): Buffer {
  const pieces = value.split('\0').flatMap((piece, n) => (n === 0 ? [Buffer.from(piece)] : [Buffer.from([0x00, 0xff]), Buffer.from(piece)]));
  return Buffer.concat(pieces);
}
