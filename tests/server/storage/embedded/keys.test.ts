/** Keys as bytes: they must sort as their values do, and no two may be one. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { above, keyOf } from '../../../../server/storage/embedded/keys.ts';
import type { Key } from '../../../../server/storage/store.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '\0', '\u0001', 'é', '～', '😀', ' ') });
const value = fc.oneof(fc.constant(null), fc.boolean(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), text);
const key: fc.Arbitrary<Key> = fc.array(value, { maxLength: 4 });

describe('a key', () => {
  test('sorts as its values do', () => {
    fc.assert(
      fc.property(key, key, (one, other) => {
        expect(Math.sign(Buffer.compare(keyOf(one), keyOf(other)))).toBe(compare(one, other));
      }),
      { numRuns: 5_000 },
    );
  });

  test('lies below the bound of whatever it begins, and other keys do not', () => {
    fc.assert(
      fc.property(key, key, (one, more) => {
        const bound = above(keyOf(one));
        expect(Buffer.compare(keyOf([...one, ...more]), bound)).toBe(-1);
        if (compare(one, more) === -1 && !beginsWith(more, one)) expect(Buffer.compare(keyOf(more), bound)).toBe(1);
      }),
      { numRuns: 5_000 },
    );
  });

  test('takes zero and minus zero for one', () => {
    expect(keyOf([-0])).toEqual(keyOf([0]));
  });

  test('that is too long for the engine is refused before anything is written', () => {
    expect(() => keyOf(['a'.repeat(2_000)])).toThrow('1978');
  });
});

/** Null, false, true, numbers, texts by code point; the shorter list first. */
function compare(one: Key, other: Key): number {
  for (const [n, value] of one.entries()) {
    const against = other[n];
    if (against === undefined) return 1;
    const order = compareValues(value, against);
    if (order !== 0) return order;
  }
  return one.length === other.length ? 0 : -1;
}

function compareValues(one: Key[number], other: Key[number]): number {
  const kinds = Math.sign(kindOf(one) - kindOf(other));
  if (kinds !== 0 || one === null || other === null) return kinds;
  if (typeof one === 'string') return Math.sign(Buffer.compare(Buffer.from(one), Buffer.from(String(other))));
  return Math.sign(Number(one) - Number(other));
}

const kindOf = (value: Key[number]): number => (value === null ? 0 : { boolean: 1, number: 2, string: 3 }[typeof value as 'boolean' | 'number' | 'string']);
const beginsWith = (whole: Key, start: Key): boolean => start.every((value, n) => compareValues(value, whole[n] ?? null) === 0) && whole.length >= start.length;
