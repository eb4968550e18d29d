/** What is not known yet, and makes a result smaller than it may be: every cell that counts as nothing meanwhile. */
import { type CellKey, cellKey, linkedKey } from './keys.ts';
import type { Model, Scenario } from './model.ts';

export interface Missing {
  key: CellKey;
  /** Row that the sentence speaks of: a driver or the scenario itself. */
  row: string;
  field: 'baseline' | 'unitValue' | 'confidence' | 'improvement' | 'clientOneOff' | 'sellerOneOff' | 'clientYearly' | 'sellerYearly' | 'upfront' | 'yearly';
}

const OF_DRIVER = ['baseline', 'unitValue', 'confidence'] as const;
const OF_SCENARIO = ['clientOneOff', 'sellerOneOff', 'clientYearly', 'sellerYearly', 'upfront', 'yearly'] as const;

/** Drivers first, in their order, then the scenario's own cells. A driver without any part in the scenario lacks its improvement alone. */
export function missingIn({ drivers }: Pick<Model, 'drivers'>, scenario: Scenario): Missing[] {
  const ofDrivers = drivers.flatMap((driver): Missing[] => {
    const improvement = scenario.drivers[driver.id]?.improvement ?? null;
    // Nothing times anything is nothing: a driver that plays no part lacks nothing more.
    const own = improvement === 0 ? [] : OF_DRIVER.filter(field => driver[field] === null);
    return [
      ...own.map(field => ({ key: cellKey(driver.id, field), row: driver.id, field })),
      ...(improvement === null ? [{ key: linkedKey(scenario.id, 'improvement', driver.id), row: driver.id, field: 'improvement' as const }] : []),
    ];
  });
  const own = OF_SCENARIO.filter(field => scenario[field] === null);
  return [...ofDrivers, ...own.map(field => ({ key: cellKey(scenario.id, field), row: scenario.id, field }))];
}
