/** An example's drivers and scenarios as rows of cells, ready to be written into a room or calculated as they are. */
import type { NewRow } from '../../shared/documents/value.ts';
import type { Language } from '../../shared/sides.ts';
import type { CellValue } from '../../shared/value/fields.ts';
import type { Case } from './cases.ts';

/** The same on every machine, and long enough for a row's id. */
export const rowIdOf = (kind: 'drv' | 'scn' | 'wsh' | 'out' | 'opt' | 'fin' | 'con', id: string): string => `${kind}_demo-${id}`.padEnd(16, '-');

export const settingsOf = ({ years, discountRate, targetSellerShare }: Case): Record<string, CellValue> => ({ years, discountRate, targetSellerShare });

export function driverRows({ drivers }: Case, language: Language): NewRow[] {
  return drivers.map(({ id, label, unit, source, baseline, unitValue, confidence, accruesTo }) => ({
    id: rowIdOf('drv', id),
    values: { code: id, label: label[language], unit: unit[language], source: source[language], baseline, unitValue, confidence, accruesTo },
  }));
}

export function scenarioRows({ scenarios, drivers }: Case, language: Language): NewRow[] {
  return scenarios.map(({ id, name, story, nearlyApproved, improvement, ramp, costs, price }) => ({
    id: rowIdOf('scn', id),
    values: {
      code: id, name: withoutRemark(name[language]), story: story[language], nearlyApproved, ...costs, ...price,
      ...Object.fromEntries(ramp.map((share, nth) => [`ramp:${nth + 1}`, share])),
      ...Object.fromEntries(drivers.flatMap(ownRamp)),
      ...Object.fromEntries(Object.entries(improvement).map(([driver, share]) => [`improvement:${rowIdOf('drv', driver)}`, share])),
    },
  }));
}

function ownRamp({ id, ramp = [] }: Case['drivers'][number]): [string, CellValue][] {
  return ramp.map((share, nth) => [`ramp:${rowIdOf('drv', id)}:${nth + 1}`, share]);
}

/** "(almost approved)" is said by a field of its own. */
const withoutRemark = (name: string): string => name.replace(/\s*\([^)]*\)$/, '');
