/**
 * What a scenario comes down to: benefits per driver and year, costs of both sides, price. All in currency units.
 *
 * Everything further on (results, split, risk) is calculated from these terms alone, so that what a person tries
 * (another price, half the benefits) is another set of terms. Missing amounts count as nothing here; `missing.ts`
 * says which they are.
 */
import type { Driver, DriverInScenario, Model, Option, Scenario, SideOfValue } from './model.ts';

export interface DriverTerms {
  id: string;
  accruesTo: SideOfValue;
  /** Q · p · v · c: what a full year brings. */
  fullYear: number;
  /** Ramp of years 1 to N; a full year is 1. */
  ramp: readonly number[];
}
export interface Costs {
  clientOneOff: number;
  sellerOneOff: number;
  clientYearly: number;
  sellerYearly: number;
}
export interface Price {
  upfront: number; // F0
  yearly: number; // F
  gainShare: number; // g, of the client's yearly benefit above the threshold
  threshold: number; // H
}
export interface Terms {
  years: number;
  /** d, a year. */
  discountRate: number;
  targetSellerShare: number;
  drivers: readonly DriverTerms[];
  costs: Costs;
  price: Price;
}

/** The terms of a scenario as it stands, with the options it has switched on. */
export function termsOf({ settings, drivers, options }: Pick<Model, 'settings' | 'drivers' | 'options'>, scenario: Scenario): Terms {
  const on = options.filter(({ id }) => scenario.options[id] === true);
  const years = settings.years ?? 0;
  return {
    years,
    discountRate: settings.discountRate ?? 0,
    targetSellerShare: settings.targetSellerShare ?? 0,
    drivers: drivers.map(driver => driverTerms(driver, scenario, on, years)),
    costs: costsOf(scenario, on),
    price: {
      upfront: sum(scenario.upfront, ...on.map(option => option.upfront)),
      yearly: sum(scenario.yearly, ...on.map(option => option.yearly)),
      gainShare: scenario.gainShare ?? 0,
      threshold: scenario.threshold ?? 0,
    },
  };
}

function driverTerms(driver: Driver, scenario: Scenario, on: readonly Option[], years: number): DriverTerms {
  const { improvement = null, ramp = [] } = scenario.drivers[driver.id] ?? {};
  const added = sum(...on.map(({ effects }) => effects[driver.id] ?? 0));
  const p = improvement === null && added === 0 ? null : (improvement ?? 0) + added;
  return {
    id: driver.id,
    accruesTo: driver.accruesTo,
    fullYear: fullYear(driver.baseline, p, driver.unitValue, driver.confidence),
    ramp: wholeRamp(ramp.length > 0 ? ramp : scenario.ramp, years),
  };
}

/** b = Q · p · v · c, in currency a year; 0 while any of them is missing. */
export function fullYear(baseline: number | null, improvement: number | null, unitValue: number | null, confidence: number | null): number {
  if (baseline === null || improvement === null || unitValue === null || confidence === null) return 0;
  return baseline * improvement * unitValue * confidence;
}

/** A year nobody filled in goes on like the one before it; before the first number everything runs in full. */
export function wholeRamp(ramp: readonly (number | null)[], years: number): number[] {
  let last = 1;
  return Array.from({ length: years }, (_, nth) => (last = ramp[nth] ?? last));
}

function costsOf(scenario: Scenario, on: readonly Option[]): Costs {
  const both = (of: (costs: Scenario | Option) => number | null): number => sum(of(scenario), ...on.map(of));
  return {
    clientOneOff: both(costs => costs.clientOneOff), sellerOneOff: both(costs => costs.sellerOneOff),
    clientYearly: both(costs => costs.clientYearly), sellerYearly: both(costs => costs.sellerYearly),
  };
}

const sum = (...amounts: readonly (number | null)[]): number => amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);

/** What a scenario says of a driver, empty where it says nothing. */
export const NOTHING_SAID: DriverInScenario = { improvement: null, improvementLow: null, improvementHigh: null, ramp: [], actual: [] };

/** The same terms with every benefit times a factor: 0.8 is a fifth less than hoped. */
export const scaleBenefits = (terms: Terms, factor: number): Terms =>
  ({ ...terms, drivers: terms.drivers.map(driver => ({ ...driver, fullYear: driver.fullYear * factor })) });

export const withPrice = (terms: Terms, price: Partial<Price>): Terms => ({ ...terms, price: { ...terms.price, ...price } });
