/** The reference results of the three worked examples, to the cent; they stand in server/demo/reference-results.md. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { resultsOf } from '../../../shared/value/results.ts';
import { paybackYears, presentValue } from '../../../shared/value/flows.ts';
import { scaleBenefits, withPrice } from '../../../shared/value/terms.ts';
import { driverId, exampleModel, exampleScenario } from '../../support/exampleModel.ts';

const COLUMNS = ['fullYear', 'pvb', 'pvc', 'npv', 'roi', 'simpleRoi', 'payback', 'breakEven', 'client', 'seller', 'share', 'fair', 'npvAt80'] as const;
type Column = (typeof COLUMNS)[number];

/** The table of the reference file: scenario → figures; `hide` and `–` are null. */
function table(): [string, Record<Column, number | null>][] {
  const lines = readFileSync('server/demo/reference-results.md', 'utf8').split('\n').filter(line => /^\| [SMH]\d /.test(line));
  return lines.map(line => {
    const [, code = '', ...cells] = line.split('|').map(cell => cell.trim());
    const figures = COLUMNS.map((column, nth) => [column, figure(cells[nth]!)] as const);
    return [code, Object.fromEntries(figures) as Record<Column, number | null>];
  });
}
function figure(text: string): number | null {
  if (text === 'hide' || text === '–') return null;
  const value = Number(text.replaceAll(',', '').replace('−', '-').replace(/\s*%$/, ''));
  return text.endsWith('%') ? value / 100 : value;
}

describe('every figure of the reference table', () => {
  test('is there for nine scenarios', () => expect(table().map(([code]) => code).sort()).toEqual(['H0', 'H1', 'H2', 'M0', 'M1', 'M2', 'S0', 'S1', 'S2']));

  test.each(table())('is met by %s', (code, expected) => {
    const { results, terms } = exampleScenario(code);
    const cents = { fullYear: results.fullYear, pvb: results.pvb, pvc: results.pvc, npv: results.npv, client: results.clientNpv, seller: results.sellerNpv, npvAt80: resultsOf(scaleBenefits(terms, 0.8)).npv };
    for (const [name, value] of Object.entries(cents)) expect.soft(Math.abs(value - expected[name as Column]!), name).toBeLessThanOrEqual(0.0100001);
    expect.soft(results.roi).toBeCloseTo(expected.roi!, 4);
    expect.soft(results.simpleRoi).toBeCloseTo(expected.simpleRoi!, 4);
    expect.soft(results.paybackYears).toBeCloseTo(expected.payback!, 4);
    expect.soft(results.breakEven).toBeCloseTo(expected.breakEven!, 4);
    if (expected.share === null) return expect(results.sellerShare).toBeNull();
    expect(results.sellerShare).toBeCloseTo(expected.share, 4);
    expect(results.fair.kind === 'fair' && results.fair.gainShare).toBeCloseTo(expected.fair!, 6);
  });
});

describe('scenario S1 in flows', () => {
  const { results } = exampleScenario('S1');
  test.each([
    ['benefit', [0, 153_784.56, 326_792.19, 384_461.40]],
    ['joint', [-150_000, 93_784.56, 266_792.19, 324_461.40]],
    ['paid', [95_000, 70_756.91, 105_358.44, 116_892.28]],
    ['client', [-153_000, 59_027.65, 197_433.75, 243_569.12]],
    ['seller', [3_000, 34_756.91, 69_358.44, 80_892.28]],
  ] as const)('has these %s amounts', (name, expected) => {
    results.flows.forEach((flow, year) => expect(Math.abs(flow[name] - expected[year]!)).toBeLessThanOrEqual(0.01));
  });

  test('brings a full year of each driver', () => {
    const { terms } = exampleScenario('S1');
    expect(terms.drivers.map(driver => Math.round(driver.fullYear * 100) / 100)).toEqual([130_410, 113_925, 92_880, 21_542.40, 25_704]);
  });
});

describe('the edges of the reference', () => {
  const { terms, model } = exampleScenario('S1');

  test('without discounting', () => expect(resultsOf({ ...terms, discountRate: 0 }).npv).toBeCloseTo(535_038.15, 2));
  test('without any benefit there is no payback', () => {
    const none = resultsOf(scaleBenefits(terms, 0));
    expect(none).toMatchObject({ paybackYears: null, breakEven: null, sellerShare: null });
    expect(none.npv).toBeCloseTo(-304_625.82, 2);
  });
  test('at the break-even factor nothing is left', () => expect(Math.abs(resultsOf(scaleBenefits(terms, 0.4185785)).npv)).toBeLessThan(1));
  test('with all confidences at one', () => {
    const sure = terms.drivers.map(driver => ({ ...driver, fullYear: driver.fullYear / model.drivers.find(({ id }) => id === driver.id)!.confidence! }));
    const results = resultsOf({ ...terms, drivers: sure });
    expect(results.npv).toBeCloseTo(600_059.71, 2);
    expect(results.roi).toBeCloseTo(1.9698, 4);
  });
  test('the fair gain share gives the seller its target, and both the published amounts', () => {
    const results = resultsOf(withPrice(terms, { gainShare: 0.1321 }));
    expect(Math.round(resultsOf(withPrice(terms, { gainShare: 0.132093 })).clientNpv)).toBe(296_196);
    expect(results.sellerShare).toBeCloseTo(0.3, 4);
  });
});

test('a published three-year cash-flow table comes out the same', () => {
  const benefits = presentValue([0, 1_606_511, 3_061_331, 4_229_760], 0.1);
  const costs = presentValue([53_150, 666_715, 636_772, 647_783], 0.1);
  expect([Math.round(costs), Math.round(benefits), Math.round(benefits - costs)]).toEqual([1_672_201, 7_168_371, 5_496_170]);
  expect((benefits - costs) / costs).toBeCloseTo(3.29, 2);
});

test('payback lies within the year in which the sum turns', () => {
  expect(paybackYears([-100, 50, 100])).toBe(1.5);
  expect(paybackYears([-100, 100, 0])).toBe(1);
  expect(paybackYears([0, 5])).toBe(0);
  expect(paybackYears([-100, 10])).toBeNull();
  expect(paybackYears([])).toBeNull();
});

test('the examples name their drivers by the codes of the reference', () => {
  expect(exampleModel('A').drivers.map(({ id }) => id)).toEqual(['A1', 'A2', 'A3', 'A4', 'A5'].map(driverId));
});
