import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, hashOf, sha256Hex } from '../../../shared/verify/canonical.ts';

describe('the canonical form', () => {
  test('is that of RFC 8785: keys by code unit, shortest numbers, no blanks', () => {
    const value = { '€': 1, '\r': 2, '\uFB33': 3, 1: 4, '😀': 5, '\u0080': 6, 'ö': 7, numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27, -0] };
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"1":4,"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],"\u0080":6,"ö":7,"€":1,"😀":5,"\uFB33":3}',
    );
  });

  test('has the well-known SHA-256 of the empty text', () => {
    expect(sha256Hex(new Uint8Array())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  test('is found again after any journey through JSON', () => {
    fc.assert(fc.property(fc.jsonValue({ noUnicodeString: false }), value => {
      const { hash, bytes } = hashOf(value);
      const back: unknown = JSON.parse(new TextDecoder().decode(bytes));
      expect(hashOf(back).hash).toBe(hash);
      expect(sha256Hex(bytes)).toBe(hash);
    }));
  });

  test('differs as soon as one letter does', () => {
    expect(hashOf({ text: 'thirteen' }).hash).not.toBe(hashOf({ text: 'thirteem' }).hash);
  });

  test('of what JSON cannot hold does not exist', () => {
    for (const value of [undefined, NaN, Infinity, { a: NaN }]) expect(() => canonicalJson(value)).toThrow();
  });
});
