/** Where the value comes from: the drivers as a spreadsheet, each with its evidence, its full year and who has agreed. */
import { CircleHelp, FileQuestion } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Evaluation } from '../../../../shared/value/evaluate.ts';
import { isUnsourced } from '../../../../shared/value/agreement.ts';
import { cellKey, linkedKey } from '../../../../shared/value/keys.ts';
import type { Driver } from '../../../../shared/value/model.ts';
import { useText } from '../../../ui/text.ts';
import { Card } from '../Card.tsx';
import type { Beyond } from '../sheet/Sheet.ts';
import { RowGroup } from '../sheet/RowGroup.tsx';
import { SheetTable } from '../sheet/SheetTable.tsx';
import { useModelSheet } from '../sheet/useModelSheet.ts';
import { type Figures, useFigures } from '../useFigures.ts';
import { useSnapshot, useTable } from '../ValueContext.tsx';
import { AddDriver } from './AddDriver.tsx';
import { DriverFoot } from './DriverFoot.tsx';
import { DriverRow } from './DriverRow.tsx';
import styles from './drivers.module.css';
import { pastedDrivers } from './pastedDrivers.ts';
import { TotalRow } from './TotalRow.tsx';
import { useAgreedByBoth } from './useAgreement.ts';
import { DRIVER_WORDS } from './words.ts';

type Filter = 'all' | 'notAgreed' | 'unsourced';

export function DriverCard({ evaluation }: { evaluation: Evaluation }) {
  const say = useText(DRIVER_WORDS);
  const { drivers } = useSnapshot().model;
  const [filter, setFilter] = useState<Filter>('all');
  const [added, setAdded] = useState<string>();
  const agreedByBoth = useAgreedByBoth(drivers);
  const missing = { notAgreed: drivers.filter(({ id }) => !agreedByBoth.has(id)), unsourced: drivers.filter(isUnsourced) };
  const shown = filter === 'all' || missing[filter].length === 0 ? drivers : missing[filter];
  const chip = (kind: 'notAgreed' | 'unsourced', icon: ReactNode) => missing[kind].length > 0 && (
    <button type="button" className={styles.chip} aria-pressed={filter === kind} onClick={() => { setFilter(filter === kind ? 'all' : kind); }}>{icon}{say(kind, { count: missing[kind].length })}</button>
  );
  const actions = (
    <div className={styles.chips}>
      {chip('unsourced', <FileQuestion size={15} strokeWidth={1.75} aria-hidden />)}
      {chip('notAgreed', <CircleHelp size={15} strokeWidth={1.75} aria-hidden />)}
    </div>
  );
  return (
    <Card title={say('title')} actions={actions} flush>
      {drivers.length === 0 ? <p className={styles.none}>{say('none')}</p> : <Drivers evaluation={evaluation} shown={shown} all={drivers} added={added} />}
      <AddDriver onAdd={setAdded} />
    </Card>
  );
}

interface DriversProps {
  evaluation: Evaluation;
  shown: readonly Driver[];
  all: readonly Driver[];
  /** The one this person has just added. */
  added: string | undefined;
}

function Drivers({ evaluation, shown, all, added }: DriversProps) {
  const say = useText(DRIVER_WORDS);
  const { money } = useFigures();
  const { desk } = useTable();
  // `?driver=` comes from a note on the canvas.
  const asked = useSearchParams()[0].get('driver');
  const [open, setOpen] = useState<string | undefined>(asked ?? undefined);
  const scenarioId = evaluation.scenario.id;
  const fullYears = useMemo(() => new Map(evaluation.terms.drivers.map(({ id, fullYear }) => [id, fullYear])), [evaluation.terms]);
  const ids = shown.map(({ id }) => id).join(' ');
  const rows = useMemo(() => ids.split(' ').map(id => slotsOf(id, scenarioId)), [ids, scenarioId]);
  const grow = (beyond: Beyond, figures: Figures): void => {
    const { drivers, improvements } = pastedDrivers(beyond, { scenarioId, codes: all.map(({ code }) => code) }, figures);
    desk.addAll(drivers);
    desk.write(improvements);
  };
  const row = (driver: Driver, nth: number): ReactNode => (
    <DriverRow
      key={driver.id} driver={driver} nth={nth} scenarioId={scenarioId} fullYear={fullYears.get(driver.id) ?? 0} open={open === driver.id} onOpen={setOpen}
      before={all[all.indexOf(driver) - 2]?.id ?? null} after={all[all.indexOf(driver) + 1]?.id ?? null} place={placeOf(all, driver.id)}
    />
  );
  const sheet = useModelSheet(rows, slot => money(fullYears.get(slot.slice(FULL.length)) ?? 0), grow);
  useLayoutEffect(() => {
    if (added !== undefined) sheet.goTo(cellKey(added, 'label'));
  }, [sheet, added]);
  return (
    <SheetTable sheet={sheet} label={say('title')} className={`${styles.drivers} ${shown.length > LONG ? styles.long : ''}`} rowCount={shown.length > LONG ? shown.length + 2 : undefined} foot={<DriverFoot evaluation={evaluation} />}>
      <colgroup>{COLUMNS.map(name => <col key={name} className={styles[`col-${name}`]} />)}</colgroup>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>{say('driver')}</th><th scope="col">{say('baseline')}</th><th scope="col">{say('improvement')}</th><th scope="col">{say('unitValue')}</th>
          <th scope="col">{say('confidence')}</th><th scope="col">{say('full')}</th><th scope="col">{say('agreed')}</th>
        </tr>
      </thead>
      {shown.length <= LONG ? <tbody>{shown.map(row)}</tbody> : groupsOf(shown).map((group, nth) => (
        <RowGroup
          key={nth} first={nth === 0} kept={group.some(({ id }) => id === open)} columns={COLUMNS.length} about={group.length * ROW_HEIGHT}
          slots={new Set(group.flatMap(({ id }) => slotsOf(id, scenarioId)))}
        >
          {() => group.map((driver, at) => row(driver, nth * GROUP + at))}
        </RowGroup>
      ))}
      <TotalRow evaluation={evaluation} />
    </SheetTable>
  );
}

const COLUMNS = ['code', 'driver', 'baseline', 'improvement', 'unitValue', 'confidence', 'full', 'agreed'] as const;
/** The slot of a full year is a figure: named without a slash. */
const FULL = 'full:';
const slotsOf = (id: string, scenarioId: string): string[] =>
  [cellKey(id, 'label'), cellKey(id, 'baseline'), linkedKey(scenarioId, 'improvement', id), cellKey(id, 'unitValue'), cellKey(id, 'confidence'), `${FULL}${id}`];

/** More drivers than this are drawn in groups, as they come near the screen. */
const LONG = 60;
const GROUP = 15;
const ROW_HEIGHT = 58;

function groupsOf(drivers: readonly Driver[]): Driver[][] {
  return Array.from({ length: Math.ceil(drivers.length / GROUP) }, (_, nth) => drivers.slice(nth * GROUP, (nth + 1) * GROUP));
}

function placeOf(all: readonly Driver[], id: string): 'first' | 'last' | 'only' | 'middle' {
  if (all.length === 1) return 'only';
  if (all[0]?.id === id) return 'first';
  return all.at(-1)?.id === id ? 'last' : 'middle';
}
