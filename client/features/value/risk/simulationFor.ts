/**
 * What a scenario is drawn from: its drivers with their low and high values. Where nobody gave any, a fifth less and a
 * fifth more of the improvement is assumed, as in the tornado, and counted, so that the screen can say so.
 */
import type { Model, Scenario } from '../../../../shared/value/model.ts';
import type { DriverRanges } from '../../../../shared/value/ranges.ts';
import { ASSUMED_SPREAD } from '../../../../shared/value/sensitivity.ts';
import { type Simulation, simulationOf } from '../../../../shared/value/simulate.ts';

export type Basis = Pick<Model, 'settings' | 'drivers' | 'options'>;

export interface Drawable {
  simulation: Simulation;
  /** Drivers that can be calculated, and those of them for which nobody gave a range. */
  drivers: number;
  assumed: number;
}

const remembered = new WeakMap<Scenario, { basis: Basis; drawable: Drawable }>();

/** The same object as long as nothing that it depends on changes. */
export function simulationFor(basis: Basis, scenario: Scenario): Drawable {
  const known = remembered.get(scenario);
  if (known && known.basis.settings === basis.settings && known.basis.drivers === basis.drivers && known.basis.options === basis.options) return known.drawable;
  const plain = simulationOf(basis, scenario);
  const drawn = plain.ranges.filter(range => range !== null);
  const drawable = {
    simulation: { ...plain, ranges: plain.ranges.map(range => (range === null || range.given ? range : assumed(range))) },
    drivers: drawn.length, assumed: drawn.filter(({ given }) => !given).length,
  };
  remembered.set(scenario, { basis, drawable });
  return drawable;
}

function assumed(range: DriverRanges): DriverRanges {
  const { likely } = range.improvement;
  const ends = [likely * (1 - ASSUMED_SPREAD), likely * (1 + ASSUMED_SPREAD)];
  return { ...range, improvement: { low: Math.min(...ends), likely, high: Math.max(...ends) } };
}
