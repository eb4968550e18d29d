/** The copies of one room that this device set aside for its person (`setAside`): to be looked at, settled, forgotten. */
import type { PersonId } from '../../shared/ids.ts';
import type { RoomId } from '../../shared/rooms.ts';
import { type KeptAside, openDevice } from './device.ts';
import { copiesOf } from './localCopy.ts';

export type { KeptAside } from './device.ts';

/** None where the device keeps nothing. */
export async function keptAsides(person: PersonId, room: RoomId, factory: IDBFactory = indexedDB): Promise<KeptAside[]> {
  const device = await openDevice(factory).catch(() => undefined); // some private windows keep nothing
  return (await device?.asidesFrom(copiesOf(person, room))) ?? [];
}

/** Writes down what has been dealt with; forgets the whole copy when that was the last of it. */
export async function settleAside(aside: KeptAside, settled: readonly string[], isAll: boolean, factory: IDBFactory = indexedDB): Promise<void> {
  const device = await openDevice(factory);
  if (isAll) await device.forgetAside(aside.id);
  else await device.settleAside(aside.id, settled);
}
