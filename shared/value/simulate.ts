/**
 * Monte Carlo: what may come out when every driver lands somewhere between its low and its high value.
 *
 * Baseline, improvement and unit value are drawn from triangular distributions, independently; confidence stays the
 * expected share that it is. Price and costs stay as agreed. Calculated in chunks, so that whoever runs it (a worker)
 * can report progress in between and stop. Same seed, same result. Currency units, today's money.
 */
import { paidInYear } from './flows.ts';
import type { Model, Scenario } from './model.ts';
import { seededRandom, triangular } from './random.ts';
import { type DriverRanges, rangesOf } from './ranges.ts';
import { loses } from './results.ts';
import { addedBy } from './sensitivity.ts';
import { type Terms, termsOf } from './terms.ts';

/** Plain data, fit to be posted to a worker. */
export interface Simulation {
  terms: Terms;
  /** In the order of `terms.drivers`; null where a driver cannot be calculated. */
  ranges: readonly (DriverRanges | null)[];
  confidence: readonly number[];
  /** Nobody has given any range: every draw is the likely case. */
  withoutRanges: boolean;
}

export interface Spread {
  mean: number;
  p5: number;
  p25: number;
  p50: number;
  p75: number;
  p95: number;
}
export interface Outlook {
  draws: number;
  seed: number;
  joint: Spread;
  client: Spread;
  seller: Spread;
  /** Shares of the draws, 0 to 1. */
  chanceJointLoses: number;
  chanceClientLoses: number;
  chanceSellerLoses: number;
  chanceEitherLoses: number;
  /** Joint net value: equal bins from lowest to highest, each with its number of draws. */
  histogram: readonly { from: number; to: number; draws: number }[];
}

export const BINS = 24;

export function simulationOf(model: Pick<Model, 'settings' | 'drivers' | 'options'>, scenario: Scenario): Simulation {
  const ranges = model.drivers.map(driver => rangesOf(driver, scenario.drivers[driver.id], addedBy(model, scenario, driver.id)));
  return {
    terms: termsOf(model, scenario), ranges,
    confidence: model.drivers.map(driver => driver.confidence ?? 0),
    withoutRanges: !ranges.some(range => range?.given),
  };
}

/** Yields the share done (0 to 1) after each chunk, and returns the outlook; leaving off early costs nothing. */
export function* simulate(of: Simulation, { draws, seed, chunk = 1_000 }: { draws: number; seed: number; chunk?: number }): Generator<number, Outlook> {
  const random = seededRandom(seed);
  const found = { joint: new Float64Array(draws), client: new Float64Array(draws), seller: new Float64Array(draws) };
  const play = playerOf(of.terms);
  const fullYears = new Float64Array(of.ranges.length);
  for (let nth = 0; nth < draws; nth += 1) {
    drawInto(fullYears, of, random);
    const client = play(fullYears);
    found.joint[nth] = client.joint;
    found.client[nth] = client.client;
    found.seller[nth] = client.joint - client.client;
    if ((nth + 1) % chunk === 0 && nth + 1 < draws) yield (nth + 1) / draws;
  }
  return outlookOf(found, draws, seed);
}

function drawInto(fullYears: Float64Array, { ranges, confidence }: Simulation, random: () => number): void {
  for (const [nth, range] of ranges.entries()) {
    // Three numbers are taken in any case: what one driver lacks does not shift the luck of the others.
    const [q, p, v] = [random(), random(), random()];
    fullYears[nth] = range
      ? triangular(range.baseline.low, range.baseline.likely, range.baseline.high, q) *
        triangular(range.improvement.low, range.improvement.likely, range.improvement.high, p) *
        triangular(range.unitValue.low, range.unitValue.likely, range.unitValue.high, v) *
        (confidence[nth] ?? 0)
      : 0;
  }
}

/** Net values of one draw. The same sums as in `flows.ts`, without making a table of each of ten thousand draws. */
function playerOf({ drivers, costs, price, years, discountRate }: Terms): (fullYears: Float64Array) => { joint: number; client: number } {
  const factors: number[] = [];
  for (let year = 1, factor = 1; year <= years; year += 1) factors.push((factor *= 1 + discountRate));
  return fullYears => {
    let joint = -(costs.clientOneOff + costs.sellerOneOff);
    let client = -costs.clientOneOff - price.upfront;
    for (const [year, factor] of factors.entries()) {
      let clients = 0;
      let sellers = 0;
      for (const [nth, driver] of drivers.entries()) {
        const benefit = (fullYears[nth] ?? 0) * (driver.ramp[year] ?? 0);
        if (driver.accruesTo === 'client') clients += benefit;
        else sellers += benefit;
      }
      joint += (clients + sellers - costs.clientYearly - costs.sellerYearly) / factor;
      client += (clients - costs.clientYearly - paidInYear(price, clients)) / factor;
    }
    return { joint, client };
  };
}

function outlookOf(found: { joint: Float64Array; client: Float64Array; seller: Float64Array }, draws: number, seed: number): Outlook {
  const chance = (lost: (nth: number) => boolean): number => count(draws, lost) / draws;
  const loss = (of: Float64Array) => (nth: number): boolean => loses(of[nth] ?? 0);
  const [client, seller] = [loss(found.client), loss(found.seller)];
  return {
    draws, seed,
    chanceJointLoses: chance(loss(found.joint)),
    chanceClientLoses: chance(client),
    chanceSellerLoses: chance(seller),
    chanceEitherLoses: chance(nth => client(nth) || seller(nth)),
    joint: spreadOf(found.joint), client: spreadOf(found.client), seller: spreadOf(found.seller),
    histogram: histogramOf(found.joint),
  };
}

function count(draws: number, holds: (nth: number) => boolean): number {
  let counted = 0;
  for (let nth = 0; nth < draws; nth += 1) if (holds(nth)) counted += 1;
  return counted;
}

function spreadOf(values: Float64Array): Spread {
  const sorted = values.toSorted();
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const mean = values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, p5: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95) };
}

function histogramOf(values: Float64Array): { from: number; to: number; draws: number }[] {
  const sorted = values.toSorted();
  const [low = 0, high = 0] = [sorted[0], sorted.at(-1)];
  const width = (high - low) / BINS;
  if (width === 0) return [{ from: low, to: high, draws: values.length }];
  const bins = Array.from({ length: BINS }, (_, nth) => ({ from: low + nth * width, to: low + (nth + 1) * width, draws: 0 }));
  for (const value of values) {
    const bin = bins[Math.min(BINS - 1, Math.floor((value - low) / width))];
    if (bin) bin.draws += 1;
  }
  return bins;
}
