/** Choosing between scenarios: comparison, wishes, constraints, options, financing, what came true, what is missing. */
import { describe, expect, test } from 'vitest';
import { agreedFigures, agreementOf, isUnsourced } from '../../../shared/value/agreement.ts';
import { compare } from '../../../shared/value/compare.ts';
import { verdictOn } from '../../../shared/value/constraints.ts';
import { evaluate, evaluateAll, onTable } from '../../../shared/value/evaluate.ts';
import { financingCost } from '../../../shared/value/financing.ts';
import { fitOf } from '../../../shared/value/fit.ts';
import { missingIn } from '../../../shared/value/missing.ts';
import type { Constraint, Financing, Model, Option, Scenario } from '../../../shared/value/model.ts';
import { promiseOf } from '../../../shared/value/promise.ts';
import { termsOf, wholeRamp } from '../../../shared/value/terms.ts';
import { driverId, exampleModel, exampleScenario } from '../../support/exampleModel.ts';

const codeOf = (model: Model, id: string) => model.scenarios.find(each => each.id === id)?.code;
const changed = (model: Model, code: string, change: Partial<Scenario>): Model =>
  ({ ...model, scenarios: model.scenarios.map(each => (each.code === code ? { ...each, ...change } : each)) });

describe('a comparison', () => {
  test('of case B puts M0 first by return and M1 first by value, and says what lies between', () => {
    const model = exampleModel('B');
    const { best, roiIsNotValue } = compare(model);
    expect(best.roi.map(id => codeOf(model, id))).toEqual(['M0']);
    expect(best.npv.map(id => codeOf(model, id))).toEqual(['M1']);
    expect([roiIsNotValue?.byRoi, roiIsNotValue?.byNpv].map(id => codeOf(model, id!))).toEqual(['M0', 'M1']);
    expect([roiIsNotValue!.putsInMore, roiIsNotValue!.getsMore].map(Math.round)).toEqual([106_310, 44_018]);
  });

  test('never calls a scenario best in which somebody loses', () => {
    const model = exampleModel('C');
    const { best, scenarios } = compare(model);
    expect(Object.values(best).flat().map(id => codeOf(model, id))).not.toContain('H0');
    expect(scenarios.map(({ scenario }) => scenario.code)).toEqual(['H0', 'H1', 'H2']);
  });

  test('leaves out archived scenarios, and marks nothing where nothing is known', () => {
    const { best, scenarios, roiIsNotValue } = compare(changed(exampleModel('B'), 'M1', { archived: true }));
    expect(scenarios).toHaveLength(2);
    expect(best.fit).toEqual([]);
    expect(roiIsNotValue).toMatchObject({ putsInMore: expect.any(Number) as number });
    expect(compare({ ...exampleModel('A'), scenarios: [] })).toMatchObject({ scenarios: [], best: { npv: [] }, roiIsNotValue: null });
  });

  test('weighs the wishes of the client', () => {
    const wishes = [{ id: 'wsh_a', label: 'Calm', weight: 3 }, { id: 'wsh_b', label: 'Quick', weight: 1 }, { id: 'wsh_c', label: 'Cheap', weight: 2 }];
    const scenario = { ...exampleModel('A').scenarios[1]!, scores: { wsh_a: 5, wsh_b: 1 } };
    expect(fitOf(wishes, scenario)).toEqual({ share: (3 * 5 + 1) / 4 / 5, unscored: ['wsh_c'] });
    expect(fitOf(wishes, { ...scenario, scores: {} }).share).toBeNull();
  });

  test('names the constraints that a scenario breaks', () => {
    const constraint = (measure: Constraint['measure'], limit: number | null = null): Constraint => ({ id: `con_${measure}`, label: measure, measure, limit });
    const s1 = exampleScenario('S1');
    expect(verdictOn(constraint('upfrontAtMost', 95_000), s1)).toBe('kept');
    expect(verdictOn(constraint('firstYearPaidAtMost', 165_000), s1)).toBe('violated'); // 95,000 + 70,757
    expect(verdictOn(constraint('paybackAtMost', 1), s1)).toBe('violated');
    expect(verdictOn(constraint('clientNpvAtLeast', 250_000), s1)).toBe('kept');
    expect(verdictOn(constraint('paybackAtMost'), s1)).toBe('open');
    expect(verdictOn(constraint('judged'), { ...s1, scenario: { ...s1.scenario, kept: { con_judged: 'violated' } } })).toBe('violated');
    const { scenarios } = compare({ ...exampleModel('A'), constraints: [constraint('upfrontAtMost', 100_000)] });
    expect(scenarios.map(({ violated }) => violated.length)).toEqual([1, 0, 0]);
  });
});

test('evaluating again what did not change costs nothing', () => {
  const model = exampleModel('A');
  const before = evaluateAll(model);
  const after = evaluateAll(changed(model, 'S2', { upfront: 1 }));
  expect(after[0]).toBe(before[0]);
  expect(after[2]).not.toBe(before[2]);
  expect(evaluate({ ...model, settings: { ...model.settings } }, model.scenarios[0]!)).not.toBe(before[0]);
});

test('on the table lies what was put there, else the almost approved, else the first that is not archived', () => {
  const model = exampleModel('A');
  expect(onTable(model)?.code).toBe('S0');
  expect(onTable({ ...model, settings: { ...model.settings, onTable: model.scenarios[2]!.id } })?.code).toBe('S2');
  expect(onTable(changed(changed(model, 'S0', { archived: true }), 'S1', {}))?.code).toBe('S1');
});

describe('an option', () => {
  const option: Option = {
    id: 'opt_service', label: 'Maintenance', about: 'maintenance', clientOneOff: 0, sellerOneOff: 1000, clientYearly: 0, sellerYearly: 2000, upfront: 0, yearly: 3000,
    effects: { [driverId('A3')]: 0.05 },
  };
  test('adds its costs, its price and its effect once it is switched on', () => {
    const model = { ...exampleModel('A'), options: [option] };
    const s1 = model.scenarios[1]!;
    const [off, on] = [termsOf(model, s1), termsOf(model, { ...s1, options: { [option.id]: true } })];
    expect(off).toEqual(exampleScenario('S1').terms);
    expect(on.costs).toMatchObject({ sellerOneOff: off.costs.sellerOneOff + 1000, sellerYearly: off.costs.sellerYearly + 2000 });
    expect(on.price.yearly).toBe(off.price.yearly + 3000);
    expect(on.drivers[2]!.fullYear).toBeCloseTo(12_000 * 0.5 * 21.5 * 0.8, 6);
  });
});

describe('financing one car of 18,000', () => {
  const offer = (change: Partial<Financing>): Financing => ({
    id: 'fin_car', label: '', form: 'loan', amount: 18_000, months: 60, nominalRate: null, fee: 0, upfront: 0, monthly: null, residual: 0, riskBearer: '', included: '', ...change,
  });
  test.each([
    ['loan', { nominalRate: 0.059, fee: 250 }, { monthly: 347.15, total: 21_079.24, apr: 0.0668 }],
    ['lease', { form: 'lease', months: 48, upfront: 2000, monthly: 262, residual: 6300 }, { monthly: 262, total: 20_876, apr: 0.0646 }],
  ] as const)('by a %s', (_form, change, expected) => {
    const cost = financingCost(offer(change))!;
    expect(cost.monthly).toBeCloseTo(expected.monthly, 2);
    expect(cost.total).toBeCloseTo(expected.total, 2);
    expect(cost.apr).toBeCloseTo(expected.apr, 4);
  });
  test('by a rental has no rate, because the car goes back', () => {
    expect(financingCost(offer({ form: 'rental', months: 48, monthly: 398 }))).toEqual({ monthly: 398, total: 19_104, apr: null });
  });
  test('without interest costs none, and with a number missing says nothing', () => {
    expect(financingCost(offer({ nominalRate: 0 }))).toMatchObject({ monthly: 300, total: 18_000, apr: expect.closeTo(0, 6) as number });
    expect(financingCost(offer({}))).toBeUndefined();
    expect(financingCost(offer({ form: 'lease' }))).toBeUndefined();
    expect(financingCost(offer({ form: 'lease', monthly: 1 }))?.apr).toBeNull();
  });
});

describe('promise and reality', () => {
  const actual = { A1: 48_900, A2: 31_200, A3: 44_050, A4: 9_800, A5: 8_700 };
  const withActuals = (measured: Partial<typeof actual>) => {
    const { model, scenario } = exampleScenario('S1');
    const drivers = Object.fromEntries(Object.entries(scenario.drivers).map(([id, said]) => {
      const code = model.drivers.find(each => each.id === id)!.code as keyof typeof actual;
      return [id, { ...said, actual: [measured[code] ?? null, null, null] }];
    }));
    return promiseOf(model, { ...scenario, drivers }, 1);
  };
  test('of S1 in year 1 is 92.8 % kept, with 8,530 due', () => {
    const promise = withActuals(actual);
    expect(promise).toMatchObject({ actual: 142_650, complete: true });
    expect(promise.kept).toBeCloseTo(0.9276, 4);
    expect(promise.gainShareDue).toBeCloseTo(8_530, 6);
    expect(promise.paid).toBeCloseTo(68_530, 6);
  });
  test('asks no share for what nobody has measured, and says that it is missing', () => {
    expect(withActuals({ A1: 48_900 })).toMatchObject({ actual: 48_900, complete: false, gainShareDue: 0, paid: 60_000 });
  });
});

describe('what is missing', () => {
  test('is every cell that counts as nothing meanwhile', () => {
    const model = exampleModel('A');
    const holes = { ...changed(model, 'S1', { sellerYearly: null }), drivers: model.drivers.map(driver => (driver.code === 'A2' ? { ...driver, unitValue: null } : driver)) };
    const s1 = holes.scenarios[1]!;
    expect(missingIn(holes, s1)).toEqual([
      { key: `${driverId('A2')}/unitValue`, row: driverId('A2'), field: 'unitValue' },
      { key: `${s1.id}/sellerYearly`, row: s1.id, field: 'sellerYearly' },
    ]);
    expect(missingIn(model, model.scenarios[1]!)).toEqual([]);
    expect(missingIn(model, { ...s1, sellerYearly: 1, drivers: {} }).map(({ field }) => field)).toEqual(Array(5).fill('improvement'));
  });

  test('of a ramp goes on like the year before', () => {
    expect(wholeRamp([null, 0.5, null], 4)).toEqual([1, 0.5, 0.5, 0.5]);
    expect(wholeRamp([], 2)).toEqual([1, 1]);
  });
});

describe('an agreement', () => {
  const [driver] = exampleModel('A').drivers;
  const agreed = { ...driver!, agreedClient: agreedFigures(driver!) };
  test('holds for the figures that were agreed to, and lapses when they change', () => {
    expect(agreementOf(agreed, 'client', 'client')).toBe('agreed');
    expect(agreementOf({ ...agreed, baseline: 1 }, 'client', 'client')).toBe('changed');
    expect(agreementOf(agreed, 'seller', 'seller')).toBe('open');
  });
  test('cannot be given in the place of the other side', () => expect(agreementOf(agreed, 'client', 'seller')).toBe('open'));
  test('is another thing than a source', () => {
    expect(isUnsourced(agreed)).toBe(false);
    expect(isUnsourced({ ...agreed, source: ' ' })).toBe(true);
  });
});
