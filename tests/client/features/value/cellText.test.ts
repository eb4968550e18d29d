/** Cells are typed and read as each language writes them; what is no number stays as it was typed. */
import { describe, expect, test } from 'vitest';
import { fieldOf } from '../../../../shared/value/keys.ts';
import type { Field } from '../../../../shared/value/fields.ts';
import { cellValueOf, editText, shows, suggestionFor } from '../../../../client/features/value/fields/cellText.ts';
import { figuresIn } from '../../../../client/features/value/useFigures.ts';

const [en, it] = [figuresIn('en', 'EUR'), figuresIn('it', 'EUR')];
const field = (name: string): Field => {
  const found = fieldOf(`drv_x/${name}`);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
};
const improvement = fieldOf('scn_x/improvement:drv_x') as Field;

describe('a cell', () => {
  test.each([
    ['1,150,000', '1.150.000', field('baseline'), 1_150_000],
    ['€0.42', '0,42 €', field('unitValue'), 0.42],
    ['30%', '30 %', improvement, 0.3],
    ['2.5', '2,5', improvement, 0.025],
  ])('reads %s and %s as the same', (english, italian, of, value) => {
    expect([cellValueOf(of, english, en), cellValueOf(of, italian, it)]).toEqual([value, value]);
  });

  test('shows what it holds with its unit, and edits it without', () => {
    expect(shows(field('unitValue'), 0.42, it)).toEqual({ kind: 'value', text: '0,42\u00a0€' });
    expect(shows(field('baseline'), 1_150_000, en)).toEqual({ kind: 'value', text: '1,150,000' });
    expect([editText(field('baseline'), 1_150_000.5, it), editText(improvement, 0.025, en)]).toEqual(['1150000,5', '2.5%']);
  });

  test('says when nobody knows yet, which is not the same as empty', () => {
    expect(cellValueOf(field('baseline'), '?', en)).toBeNull();
    expect(shows(field('baseline'), null, en)).toEqual({ kind: 'unknown' });
    expect([shows(field('baseline'), undefined, en), shows(field('baseline'), '', en)]).toEqual([{ kind: 'empty' }, { kind: 'empty' }]);
  });

  test.each(['a lot', 'NaN', '1e309', '-5', '9999999999999999'])('keeps %s, which it cannot calculate with', typed => {
    const kept = cellValueOf(field('baseline'), typed, en);
    expect(shows(field('baseline'), kept, en).kind).toBe('problem');
  });

  test('keeps of a very long text what the cell holds, and no half character', () => {
    const label = field('label');
    const kept = cellValueOf(label, '🙂'.repeat(3_000), en) as string;
    expect(kept.length).toBeLessThanOrEqual(label.kind === 'text' ? label.most : 0);
    expect(kept).toMatch(/^(🙂)+$/u);
  });

  test('offers what was probably meant by a number of the other language', () => {
    const kept = cellValueOf(field('unitValue'), '1.234,56', en);
    expect([kept, suggestionFor(field('unitValue'), kept, en)]).toEqual(['1.234,56', 1_234.56]);
  });

  test('edits to the very same value it shows', () => {
    for (const value of [0.1320927834, 12.5, 0.000001, 58_000]) {
      expect(cellValueOf(field('unitValue'), editText(field('unitValue'), value, it), it)).toBeCloseTo(value, 9);
    }
  });
});
