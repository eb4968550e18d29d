/** What the sheet's foot says of a driver's cell: whose it is, its unit, and how a full year comes about. */
import type { Evaluation } from '../../../../shared/value/evaluate.ts';
import { parseKey } from '../../../../shared/value/keys.ts';
import { readField } from '../../../../shared/value/fields.ts';
import { DRIVER_FIELDS, SCENARIO_CELLS, type Driver } from '../../../../shared/value/model.ts';
import { texts, useText } from '../../../ui/text.ts';
import { useFieldName } from '../fields/words.ts';
import { SheetFoot } from '../sheet/SheetFoot.tsx';
import { type Figures, useFigures } from '../useFigures.ts';
import { useSnapshot } from '../ValueContext.tsx';
import { DRIVER_WORDS } from './words.ts';

const TEXTS = texts('value.driverFoot', { en: { of: '{{name}} of {{row}}', in: '{{name}} of {{row}} in {{scenario}}' }, it: { of: '{{name}} di {{row}}', in: '{{name}} di {{row}} in {{scenario}}' } });

export function DriverFoot({ evaluation }: { evaluation: Evaluation }) {
  const say = useText(TEXTS);
  const word = useText(DRIVER_WORDS);
  const nameOf = useFieldName();
  const figures = useFigures();
  const { drivers } = useSnapshot().model;
  const find = (id: string | undefined) => drivers.find(driver => driver.id === id);
  return (
    <SheetFoot describe={slot => {
      if (slot.startsWith('full:')) {
        const driver = find(slot.slice('full:'.length));
        return driver && { name: say('of', { name: word('full'), row: driver.code || driver.label }), formula: formulaOf(driver, evaluation, figures) };
      }
      const { row, name, to } = parseKey(slot);
      const driver = find(name === 'improvement' ? to[0] : row);
      if (!driver) return undefined;
      const values = { name: nameOf(slot), row: driver.code || driver.label, scenario: evaluation.scenario.code };
      return { name: say(name === 'improvement' ? 'in' : 'of', values), formula: name === 'baseline' ? driver.unit : undefined };
    }} />
  );
}

/** "1,150,000 × 30% × €0.42 × 90%"; what is missing is a question mark. */
function formulaOf(driver: Driver, { scenario }: Evaluation, { amount, money }: Figures): string {
  const show = (field: Parameters<typeof amount>[0], value: number | null): string => (value === null ? '?' : amount(field, readField(field, value).value ?? value));
  const improvement = scenario.drivers[driver.id]?.improvement ?? null;
  const parts = [
    show(DRIVER_FIELDS.baseline, driver.baseline), show(SCENARIO_CELLS.improvement, improvement), show(DRIVER_FIELDS.unitValue, driver.unitValue), show(DRIVER_FIELDS.confidence, driver.confidence),
  ];
  const known = [driver.baseline, improvement, driver.unitValue, driver.confidence];
  const result = known.includes(null) ? money(0) : money(known.reduce<number>((product, part) => product * (part ?? 0), 1));
  return `= ${parts.join(' × ')} = ${result}`;
}
