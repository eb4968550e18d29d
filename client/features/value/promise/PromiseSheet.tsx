/** Driver by driver: what was promised for the year, what came, and which part of the plan that is. What came is written here. */
import { useMemo } from 'react';
import { type CellKey, linkedKey } from '../../../../shared/value/keys.ts';
import type { Model, Scenario } from '../../../../shared/value/model.ts';
import type { DriverPromise, YearPromise } from '../../../../shared/value/promise.ts';
import { useText } from '../../../ui/text.ts';
import { CellNote } from '../fields/CellNote.tsx';
import { FigureCell, SheetCell } from '../sheet/SheetCell.tsx';
import { SheetFoot } from '../sheet/SheetFoot.tsx';
import { SheetTable } from '../sheet/SheetTable.tsx';
import { useModelSheet } from '../sheet/useModelSheet.ts';
import { useNotedCells } from '../sheet/useNotedCells.ts';
import { useFigures } from '../useFigures.ts';
import styles from './promise.module.css';
import { WORDS } from './words.ts';

interface Props {
  model: Model;
  scenario: Scenario;
  promise: YearPromise;
}

/** Calculated slots: `planned:drv_…`, `kept:drv_…`. */
const slotsOf = (scenario: string, driver: string, year: number): [string, CellKey, string] =>
  [`planned:${driver}`, linkedKey(scenario, 'actual', driver, year), `kept:${driver}`];

export function PromiseSheet({ model: { drivers }, scenario: { id: scenario }, promise }: Props) {
  const say = useText(WORDS);
  const { money, share } = useFigures();
  const { year } = promise;
  const ids = promise.drivers.map(({ id }) => id).join(' ');
  const rows = useMemo(() => ids.split(' ').filter(id => id !== '').map(id => slotsOf(scenario, id, year)), [ids, scenario, year]);
  const of = (slot: string): DriverPromise | undefined => promise.drivers.find(({ id }) => slot.endsWith(id));
  const sheet = useModelSheet(rows, slot => {
    const driver = of(slot);
    return slot.startsWith('planned:') ? money(driver?.planned ?? 0) : driver?.kept == null ? '' : share(driver.kept);
  });
  const codeOf = (id: string): string => drivers.find(driver => driver.id === id)?.code ?? '';
  const describe = (slot: string) => {
    const driver = promise.drivers.find(({ id }) => slot.includes(id));
    if (!driver) return undefined;
    const values = { code: codeOf(driver.id), year };
    if (slot.startsWith('planned:')) return { name: say('plannedCell', values), formula: say('formula') };
    return { name: say(slot.startsWith('kept:') ? 'keptCell' : 'cell', values) };
  };
  const measured = promise.drivers.some(({ actual }) => actual !== null);
  return (
    <div className={styles.scroll}>
      <SheetTable sheet={sheet} label={say('title')} className={styles.sheet} foot={<SheetFoot describe={describe} />}>
        <thead>
          <tr><th scope="col">{say('driver')}</th><th scope="col">{say('planned')}</th><th scope="col">{say('actual')}</th><th scope="col">{say('kept')}</th></tr>
        </thead>
        <tbody>
          {promise.drivers.map((driver, nth) => {
            const known = drivers.find(({ id }) => id === driver.id);
            return <DriverRow key={driver.id} driver={driver} code={known?.code ?? ''} label={known?.label ?? ''} slots={rows[nth]} />;
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('all')}</th>
            <td>{money(promise.planned)}</td>
            <td>{measured && money(promise.actual)}</td>
            <td>{measured && promise.kept !== null && share(promise.kept)}</td>
          </tr>
        </tfoot>
      </SheetTable>
    </div>
  );
}

function DriverRow({ driver, code, label, slots }: { driver: DriverPromise; code: string; label: string; slots: [string, CellKey, string] | undefined }) {
  const { money, share } = useFigures();
  const noted = useNotedCells(useMemo(() => (slots ? [slots[1]] : []), [slots]));
  if (!slots) return null;
  const [planned, actual, kept] = slots;
  return (
    <>
      <tr>
        <th scope="row"><span className={styles.code}>{code}</span>{label}</th>
        <FigureCell slot={planned}>{money(driver.planned)}</FigureCell>
        <SheetCell cell={actual} />
        <FigureCell slot={kept} className={driver.kept !== null && driver.kept < 1 ? styles.less : undefined}>{driver.kept === null ? '' : share(driver.kept)}</FigureCell>
      </tr>
      {noted.length > 0 && <tr><td colSpan={4} className={styles.notes}>{noted.map(key => <CellNote key={key} cell={key} named />)}</td></tr>}
    </>
  );
}
