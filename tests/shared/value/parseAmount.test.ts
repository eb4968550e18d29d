/** What people type into number cells, in both languages, good and bad. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { count, money, readField, share, whole } from '../../../shared/value/fields.ts';
import { parseAmount } from '../../../shared/value/parseAmount.ts';

describe('a typed number', () => {
  test.each([
    ['en', '1150000', 1_150_000], ['en', '1,150,000', 1_150_000], ['en', '€1,150,000.50', 1_150_000.5], ['en', ' 12 000 ', 12_000], ['en', '0.42', 0.42], ['en', '.5', 0.5],
    ['en', '1e3', 1000], ['en', '1 000 EUR', 1000], ['en', '+7', 7],
    ['it', '1.150.000', 1_150_000], ['it', '1.150.000,50 €', 1_150_000.5], ['it', '0,42', 0.42], ['it', '12\u00a0000', 12_000], ['it', '1.234', 1234],
  ] as const)('in %s, "%s" is %d', (language, text, value) => {
    expect(parseAmount(text, language, money())).toEqual({ ok: true, value });
  });

  test.each([['13.21', 0.1321], ['13.21%', 0.1321], ['100 %', 1], ['0', 0], ['2.5', 0.025]])('as a share, "%s" is %d', (text, value) => {
    expect(parseAmount(text, 'en', share(0, 1))).toEqual({ ok: true, value });
  });

  test('that was emptied is nothing', () => expect(parseAmount('  ', 'it', money())).toEqual({ ok: true, value: null }));

  test.each([
    ['en', 'many', 'text'], ['en', '12 apples', 'text'], ['en', '1,5', 'foreign'], ['en', '1.150.000', 'foreign'], ['it', '1,150,000', 'foreign'], ['it', '1.5', 'foreign'],
    ['en', '-5', 'negative'], ['en', '1e309', 'infinite'], ['en', 'NaN', 'text'], ['en', '1e13', 'huge'], ['en', '--5', 'text'], ['en', '.', 'text'], ['en', '=1+1', 'text'],
  ] as const)('in %s, "%s" is refused: %s', (language, text, reason) => {
    expect(parseAmount(text, language, money())).toMatchObject({ ok: false, reason });
  });

  test('written the other way comes back with what was probably meant', () => {
    expect(parseAmount('1,5', 'en', count())).toMatchObject({ suggestion: 1.5, raw: '1,5' });
    expect(parseAmount('30.5', 'it', share(0, 1))).toMatchObject({ suggestion: 0.305 });
  });

  test('of years is whole and within the horizon', () => {
    expect(parseAmount('2.5', 'en', whole(1, 30))).toMatchObject({ reason: 'notWhole' });
    expect(parseAmount('0', 'en', whole(1, 30))).toMatchObject({ reason: 'tooSmall' });
  });

  test('is never something a cell could not hold, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ maxLength: 20 }), fc.constantFrom('en' as const, 'it' as const), (text, language) => {
      const parsed = parseAmount(text, language, money());
      if (parsed.ok && parsed.value !== null) expect(readField(money(), parsed.value).problem).toBeNull();
      if (!parsed.ok) expect(readField(money(), parsed.raw).problem).not.toBeNull();
    }), { numRuns: 2_000 });
  });

  test('comes back from how each language writes it', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), fc.constantFrom('en' as const, 'it' as const), (cents, language) => {
      const shown = new Intl.NumberFormat(language, { minimumFractionDigits: 2, useGrouping: 'always' }).format(cents / 100);
      expect(parseAmount(shown, language, money())).toEqual({ ok: true, value: cents / 100 });
    }));
  });
});

test.each([['many', 'text'], ['1,5', 'foreign'], [Number.NaN, 'infinite'], [Infinity, 'infinite'], [-1, 'negative'], [2e12, 'huge'], [true, 'text']] as const)('a cell that holds %s says why it is not counted', (raw, reason) => {
  expect(readField(money(), raw)).toMatchObject({ value: null, problem: { reason } });
});
