/**
 * Promise vs reality: what drivers really brought in a year, beside the plan, and the gain share that is due for it.
 *
 * Due: g · max(0, Bc actual − H); paid in the year: F + due. Currency units. A driver nobody has measured yet counts
 * for nothing, and is said to be missing, so that no share is asked for what was not seen.
 */
import type { Model, Scenario } from './model.ts';
import { termsOf } from './terms.ts';

export interface DriverPromise {
  id: string;
  planned: number;
  actual: number | null;
  /** actual / planned; null while one of them is missing. */
  kept: number | null;
}
export interface YearPromise {
  year: number;
  drivers: readonly DriverPromise[];
  planned: number;
  actual: number;
  kept: number | null;
  /** No driver lacks its actual. */
  complete: boolean;
  gainShareDue: number;
  /** Fixed yearly fee and what is due of the gain. */
  paid: number;
}

export function promiseOf(model: Pick<Model, 'settings' | 'drivers' | 'options'>, scenario: Scenario, year: number): YearPromise {
  const terms = termsOf(model, scenario);
  const drivers = terms.drivers.map(({ id, fullYear, ramp }): DriverPromise => {
    const planned = fullYear * (ramp[year - 1] ?? 0);
    const actual = scenario.drivers[id]?.actual[year - 1] ?? null;
    return { id, planned, actual, kept: actual === null ? null : part(actual, planned) };
  });
  const planned = total(drivers.map(driver => driver.planned));
  const actual = total(drivers.map(driver => driver.actual ?? 0));
  const clients = new Set(terms.drivers.filter(({ accruesTo }) => accruesTo === 'client').map(({ id }) => id));
  const clientActual = total(drivers.filter(({ id }) => clients.has(id)).map(driver => driver.actual ?? 0));
  const gainShareDue = terms.price.gainShare * Math.max(0, clientActual - terms.price.threshold);
  return {
    year, drivers, planned, actual, kept: part(actual, planned),
    complete: drivers.every(driver => driver.actual !== null || driver.planned === 0),
    gainShareDue, paid: terms.price.yearly + gainShareDue,
  };
}

const total = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);
const part = (actual: number, planned: number): number | null => (planned > 0 ? actual / planned : null);
