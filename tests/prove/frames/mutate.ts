/** Damages bytes as lines, faults and people do: bits, lengths, cuts, doublings, pieces of something else. Knows no format. */
import type { Random } from '../common/random.ts';

const TELLING = [0, 1, 0x7f, 0x80, 0xff, 0xfe, 0x40, 10, 100, 101] as const;
/** Numbers as lib0 writes them: 2^31, 2^32 - 1, 2^45, 2^53 - 1, more than 2^53, and one that never ends. */
const NUMBERS = [
  [0x80, 0x80, 0x80, 0x80, 0x08], [0xff, 0xff, 0xff, 0xff, 0x0f], [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x08],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f], [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f], Array.from({ length: 20 }, () => 0xff),
] as const;

type Damage = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const join = (...parts: ArrayLike<number>[]) => Uint8Array.from(parts.flatMap(part => Array.from(part)));

const DAMAGES: readonly Damage[] = [
  (bytes, random) => changed(bytes, random.below(bytes.length), byte => byte ^ (1 << random.below(8))),
  (bytes, random) => changed(bytes, random.below(bytes.length), () => random.pick(TELLING)),
  (bytes, random) => changed(bytes, random.below(bytes.length), byte => byte + 1),
  (bytes, random) => bytes.slice(0, random.below(bytes.length)),
  (bytes, random) => { const at = random.below(bytes.length); return join(bytes.subarray(0, at), bytes.subarray(at + random.between(1, 4))); },
  (bytes, random) => { const at = random.below(bytes.length + 1); return join(bytes.subarray(0, at), random.bytes(random.between(1, 5)), bytes.subarray(at)); },
  (bytes, random) => { const at = random.below(bytes.length + 1); return join(bytes.subarray(0, at), random.pick(NUMBERS), bytes.subarray(at + random.below(2))); },
  (bytes, random) => { const [from, to] = [random.below(bytes.length), random.below(bytes.length + 1)]; return join(bytes, bytes.subarray(Math.min(from, to), Math.max(from, to))); },
  (bytes, random, other) => join(bytes.subarray(0, random.below(bytes.length + 1)), other.subarray(random.below(other.length + 1))),
  (bytes, random) => { const [one, two] = [random.below(bytes.length), random.below(bytes.length)]; return changed(changed(bytes, one, () => bytes[two] ?? 0), two, () => bytes[one] ?? 0); },
];

function changed(bytes: Uint8Array, at: number, to: (byte: number) => number): Uint8Array {
  const copy = bytes.slice();
  if (at < copy.length) copy[at] = to(copy[at]!);
  return copy;
}

/** One to three damages; `other` lends pieces. */
export function damage(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  let damaged = bytes;
  for (let left = random.pick([1, 1, 1, 2, 3]); left > 0 && damaged.length > 0; left--) damaged = random.pick(DAMAGES)(damaged, random, other);
  return damaged;
}
