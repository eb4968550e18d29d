/** What may come out: ranges, tornado, simulation, waterfall. */
import { describe, expect, test } from 'vitest';
import type { Model } from '../../../shared/value/model.ts';
import { triangular } from '../../../shared/value/random.ts';
import { resultsOf } from '../../../shared/value/results.ts';
import { tornadoOf } from '../../../shared/value/sensitivity.ts';
import { type Outlook, simulate, simulationOf } from '../../../shared/value/simulate.ts';
import { termsOf } from '../../../shared/value/terms.ts';
import { waterfallOf } from '../../../shared/value/waterfall.ts';
import { driverId, exampleModel, exampleScenario } from '../../support/exampleModel.ts';

/** Case A where A1 may turn out between a third and thrice of its baseline. */
function uncertain(): Model {
  const model = exampleModel('A');
  return { ...model, drivers: model.drivers.map(driver => (driver.id === driverId('A1') ? { ...driver, baselineLow: 100_000, baselineHigh: 3_000_000 } : driver)) };
}
function run(model: Model, seed: number, draws = 10_000): { outlook: Outlook; steps: number[] } {
  const running = simulate(simulationOf(model, model.scenarios[1]!), { draws, seed });
  const steps: number[] = [];
  for (;;) {
    const next = running.next();
    if (next.done) return { outlook: next.value, steps };
    steps.push(next.value);
  }
}

describe('a tornado', () => {
  test('takes a fifth less and more where nobody gave a range, and agrees with calculating it anew', () => {
    const { model, scenario, terms } = exampleScenario('S1');
    const { npv, drivers } = tornadoOf(model, scenario);
    expect(drivers.map(({ driver }) => driver)[0]).toBe(driverId('A1'));
    expect(drivers.every(({ assumed }) => assumed)).toBe(true);
    for (const { driver, lowNpv, highNpv } of drivers) {
      const at = (factor: number) => resultsOf({ ...terms, drivers: terms.drivers.map(each => (each.id === driver ? { ...each, fullYear: each.fullYear * factor } : each)) }).npv;
      expect(lowNpv).toBeCloseTo(at(0.8), 4);
      expect(highNpv).toBeCloseTo(at(1.2), 4);
      expect(lowNpv).toBeLessThan(npv);
    }
  });

  test('takes the ends that people gave', () => {
    const model = uncertain();
    const [widest] = tornadoOf(model, model.scenarios[1]!).drivers;
    const low = { ...model, drivers: model.drivers.map(driver => (driver.id === driverId('A1') ? { ...driver, baseline: 100_000 } : driver)) };
    expect(widest).toMatchObject({ driver: driverId('A1'), assumed: false });
    expect(widest!.lowNpv).toBeCloseTo(resultsOf(termsOf(low, low.scenarios[1]!)).npv, 4);
  });
});

describe('a simulation', () => {
  test('gives the same for the same seed, and something else for another', () => {
    const [first, again, other] = [run(uncertain(), 7).outlook, run(uncertain(), 7).outlook, run(uncertain(), 8).outlook];
    expect(again).toEqual(first);
    expect(other.joint.mean).not.toBe(first.joint.mean);
  });

  test('without ranges ends where the calculation ends', () => {
    const { results, model, scenario } = exampleScenario('S1');
    expect(simulationOf(model, scenario).withoutRanges).toBe(true);
    const { outlook } = run(model, 1, 100);
    for (const [spread, npv] of [[outlook.joint, results.npv], [outlook.client, results.clientNpv], [outlook.seller, results.sellerNpv]] as const) {
      expect(spread.p5).toBeCloseTo(npv, 4);
      expect(spread.p95).toBeCloseTo(npv, 4);
    }
    expect(outlook).toMatchObject({ chanceEitherLoses: 0, histogram: [{ draws: 100 }] });
  });

  test('finds the mean that triangular distributions have, within its own noise', () => {
    const model = uncertain();
    const { outlook } = run(model, 3, 40_000);
    const mean = (100_000 + 1_150_000 + 3_000_000) / 3;
    const expected = { ...model, drivers: model.drivers.map(driver => (driver.id === driverId('A1') ? { ...driver, baseline: mean } : driver)) };
    expect(outlook.joint.mean / resultsOf(termsOf(expected, expected.scenarios[1]!)).npv).toBeCloseTo(1, 1);
    expect(outlook.joint.p5).toBeLessThan(outlook.joint.p50);
    expect(outlook.histogram.reduce((sum, bin) => sum + bin.draws, 0)).toBe(40_000);
  });

  test('knows the chances of losing', () => {
    const model = uncertain();
    const risky = { ...model, scenarios: model.scenarios.map(scenario => ({ ...scenario, upfront: 330_000 })) };
    const { outlook } = run(risky, 5);
    expect(outlook.chanceClientLoses).toBeGreaterThan(0.05);
    expect(outlook.chanceClientLoses).toBeLessThan(0.95);
    expect(outlook.chanceEitherLoses).toBeGreaterThanOrEqual(outlook.chanceClientLoses);
    expect(outlook.chanceSellerLoses).toBe(0);
  });

  test('says how far it is and can be left at any moment', () => {
    expect(run(uncertain(), 1).steps).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
    const left = simulate(simulationOf(uncertain(), uncertain().scenarios[1]!), { draws: 10_000, seed: 1 });
    left.next();
    expect(left.return(undefined as never).done).toBe(true);
  });

  test('draws within its range, and the likely value where there is none', () => {
    expect(triangular(0, 5, 10, 0)).toBe(0);
    expect(triangular(0, 5, 10, 0.5)).toBe(5);
    expect(triangular(0, 5, 10, 0.999999)).toBeLessThanOrEqual(10);
    expect(triangular(4, 4, 4, 0.3)).toBe(4);
    expect(triangular(5, 5, 10, 0)).toBe(5);
  });
});

test('a waterfall leads from the drivers to the net value without a gap', () => {
  const evaluation = exampleScenario('S1');
  const steps = waterfallOf(evaluation);
  expect(steps).toHaveLength(10);
  steps.slice(1, -1).forEach((step, nth) => expect(step.from).toBe(steps[nth]!.to));
  expect(steps.at(-2)!.to).toBeCloseTo(evaluation.results.npv, 4);
});
