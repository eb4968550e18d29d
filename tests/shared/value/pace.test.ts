/**
 * How quick the calculation is: 50 drivers × 10 scenarios × 10 years aim at 5 ms, 10,000 draws × 20 drivers at 1 s.
 *
 * The bounds here are ten and three times as wide, for machines that do other things meanwhile; the best of several
 * runs counts. The figures themselves are printed.
 */
import { expect, test } from 'vitest';
import { evaluate } from '../../../shared/value/evaluate.ts';
import { compare } from '../../../shared/value/compare.ts';
import type { DriverInScenario, Model } from '../../../shared/value/model.ts';
import { simulate, simulationOf } from '../../../shared/value/simulate.ts';
import { exampleModel } from '../../support/exampleModel.ts';

const YEARS = 10;

function largeModel(drivers: number, scenarios: number): Model {
  const model = exampleModel('A');
  const made = Array.from({ length: drivers }, (_, n) => ({ ...model.drivers[n % 5]!, id: `drv_${n}`, baselineLow: 100, baselineHigh: 2_000_000, unitValueLow: 0.1 }));
  const said: DriverInScenario = { improvement: 0.1, improvementLow: 0.05, improvementHigh: 0.3, ramp: Array<number>(YEARS).fill(0.7), actual: [] };
  return {
    ...model,
    settings: { ...model.settings, years: YEARS },
    drivers: made,
    scenarios: Array.from({ length: scenarios }, (_, n) => ({
      ...model.scenarios[n % 3]!, id: `scn_${n}`, drivers: Object.fromEntries(made.map(({ id }) => [id, said])),
    })),
  };
}

function bestMs(runs: number, run: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

test('50 drivers × 10 scenarios × 10 years are calculated in a few milliseconds', () => {
  const model = largeModel(50, 10);
  // A new copy of the settings: nothing of the run before is remembered.
  const ms = bestMs(20, () => {
    const fresh = { ...model, settings: { ...model.settings } };
    for (const scenario of fresh.scenarios) evaluate(fresh, scenario);
  });
  process.stdout.write(`recalculation: ${ms.toFixed(2)} ms\n`);
  expect(ms).toBeLessThan(50);
  expect(compare(model).scenarios).toHaveLength(10);
});

test('10,000 draws over 20 drivers stay within the second', () => {
  const model = largeModel(20, 1);
  const ms = bestMs(3, () => {
    const running = simulate(simulationOf(model, model.scenarios[0]!), { draws: 10_000, seed: 1 });
    while (!running.next().done);
  });
  process.stdout.write(`Monte Carlo: ${ms.toFixed(0)} ms\n`);
  expect(ms).toBeLessThan(3_000);
});
