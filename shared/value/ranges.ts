/**
 * Low, likely and high values of a driver in a scenario: what tornado and simulation play through.
 *
 * The likely value is the one that is calculated with. Where only one end is given the other is the likely value;
 * a pair in the wrong order is put right. Full years are in currency units: Q · p · v · c.
 */
import type { Driver, DriverInScenario } from './model.ts';
import { NOTHING_SAID } from './terms.ts';

export interface Range {
  low: number;
  likely: number;
  high: number;
}
export interface DriverRanges {
  baseline: Range;
  improvement: Range;
  unitValue: Range;
  /** Somebody gave at least one low or high value. */
  given: boolean;
}

/** `added`: what switched-on options add to the improvement. Null while the driver cannot be calculated at all. */
export function rangesOf(driver: Driver, said: DriverInScenario = NOTHING_SAID, added = 0): DriverRanges | null {
  const baseline = rangeOf(driver.baselineLow, driver.baseline, driver.baselineHigh);
  const unitValue = rangeOf(driver.unitValueLow, driver.unitValue, driver.unitValueHigh);
  const improvement = rangeOf(said.improvementLow, said.improvement ?? (added === 0 ? null : 0), said.improvementHigh);
  if (!baseline || !unitValue || !improvement || driver.confidence === null) return null;
  const ends = [driver.baselineLow, driver.baselineHigh, driver.unitValueLow, driver.unitValueHigh, said.improvementLow, said.improvementHigh];
  return {
    baseline, unitValue, given: ends.some(end => end !== null),
    improvement: { low: improvement.low + added, likely: improvement.likely + added, high: improvement.high + added },
  };
}

function rangeOf(low: number | null, likely: number | null, high: number | null): Range | null {
  if (likely === null) return null;
  return { low: Math.min(likely, low ?? likely, high ?? likely), likely, high: Math.max(likely, low ?? likely, high ?? likely) };
}
