/** Who has agreed to a driver's figures; each side can agree for itself alone, and only its own people's word counts. */
import { useMemo, useSyncExternalStore } from 'react';
import { type Agreement, agreedFigures, agreementField, agreementOf } from '../../../../shared/value/agreement.ts';
import { cellKey } from '../../../../shared/value/keys.ts';
import { type Driver, type SideOfValue, SIDES_OF_VALUE } from '../../../../shared/value/model.ts';
import { useReadable } from '../../../collab/CollabContext.tsx';
import { valueSide } from '../useSides.ts';
import { useSnapshot, useTable, type ValueTable } from '../ValueContext.tsx';

function read({ live, people }: ValueTable, driver: Driver, side: SideOfValue): Agreement {
  const cell = live.get().cells.get(cellKey(driver.id, agreementField(side)));
  const author = cell && people.authorOf(cell.by);
  return agreementOf(driver, side, author && valueSide(author.side));
}

export function useAgreement(driver: Driver, side: SideOfValue): Agreement {
  const table = useTable();
  useReadable(table.room.seats);
  return useSyncExternalStore(table.live.subscribe, () => read(table, driver, side));
}

/** Ids of drivers that both sides agree to. */
export function useAgreedByBoth(drivers: readonly Driver[]): ReadonlySet<string> {
  const table = useTable();
  const snapshot = useSnapshot();
  const seats = useReadable(table.room.seats);
  return useMemo(() => {
    void snapshot;
    void seats;
    return new Set(drivers.filter(driver => SIDES_OF_VALUE.every(side => read(table, driver, side) === 'agreed')).map(({ id }) => id));
  }, [table, snapshot, seats, drivers]);
}

/** One's own side agrees to the figures as they stand, or takes its word back. */
export function setAgreed({ desk }: Pick<ValueTable, 'desk'>, driver: Driver, side: SideOfValue, agreed: boolean): void {
  desk.write([[cellKey(driver.id, agreementField(side)), agreed ? agreedFigures(driver) : '']]);
}
