/**
 * The tornado: how far the joint net value moves when one driver comes out low or high and all else as likely.
 *
 * A driver's low takes the low end of baseline, improvement and unit value together. Without any range a fifth less
 * and a fifth more of its yearly benefit is assumed, and said to be so. Currency units, today's money.
 */
import { presentValue } from './flows.ts';
import type { Model, Scenario } from './model.ts';
import { rangesOf } from './ranges.ts';
import { resultsOf } from './results.ts';
import { type Terms, termsOf } from './terms.ts';

export const ASSUMED_SPREAD = 0.2;

export interface Sensitivity {
  driver: string;
  /** Joint NPV when this driver comes out low, and high. */
  lowNpv: number;
  highNpv: number;
  /** highNpv − lowNpv. */
  spread: number;
  /** Nobody gave a range: ±20 % was taken. */
  assumed: boolean;
}
export interface Tornado {
  npv: number;
  /** Widest first. */
  drivers: readonly Sensitivity[];
}

export function tornadoOf(model: Pick<Model, 'settings' | 'drivers' | 'options'>, scenario: Scenario): Tornado {
  const terms = termsOf(model, scenario);
  const { npv } = resultsOf(terms);
  const drivers = terms.drivers.map(({ id, fullYear, ramp }): Sensitivity => {
    // NPV is linear in each driver, so one present value of its ramp says all.
    const perUnit = presentValue([0, ...ramp], terms.discountRate);
    const { low, high, assumed } = fullYearRange(model, scenario, terms, id);
    const at = (value: number): number => npv + (value - fullYear) * perUnit;
    return { driver: id, lowNpv: at(low), highNpv: at(high), spread: (high - low) * perUnit, assumed };
  });
  return { npv, drivers: drivers.sort((a, b) => b.spread - a.spread) };
}

function fullYearRange(model: Pick<Model, 'drivers' | 'options'>, scenario: Scenario, terms: Terms, id: string): { low: number; high: number; assumed: boolean } {
  const driver = model.drivers.find(each => each.id === id);
  const likely = terms.drivers.find(each => each.id === id)?.fullYear ?? 0;
  const ranges = driver && rangesOf(driver, scenario.drivers[id], addedBy(model, scenario, id));
  if (!ranges?.given) {
    const step = Math.abs(likely) * ASSUMED_SPREAD;
    return { low: likely - step, high: likely + step, assumed: true };
  }
  const of = (end: 'low' | 'high'): number => ranges.baseline[end] * ranges.improvement[end] * ranges.unitValue[end] * (driver?.confidence ?? 0);
  return { low: Math.min(of('low'), of('high')), high: Math.max(of('low'), of('high')), assumed: false };
}

/** What the switched-on options add to a driver's improvement. */
export function addedBy({ options }: Pick<Model, 'options'>, scenario: Scenario, driver: string): number {
  return options.reduce((sum, { id, effects }) => sum + (scenario.options[id] === true ? (effects[driver] ?? 0) : 0), 0);
}
