/** For whoever signs out on purpose: this device forgets their rooms, except those whose words the server has not got yet. */
import type { PersonId } from '../../shared/ids.ts';
import { RoomId } from '../../shared/rooms.ts';
import { poolKey } from './clientIds.ts';
import { openDevice } from './device.ts';
import { copyName } from './localCopy.ts';

/** A room that is still open closes by itself: its line has just ended. */
export async function forgetPerson(factory: IDBFactory, person: PersonId): Promise<void> {
  const device = await openDevice(factory).catch(() => undefined); // some private windows keep nothing
  const start = poolKey(person, '');
  for (const { key, epoch } of (await device?.pools(start)) ?? []) {
    const copy = copyName(person, RoomId.parse(key.slice(start.length)), epoch);
    if ((await device?.unsaved(copy))?.size) continue;
    await device?.forgetPool(key);
    await device?.forgetSeats(copy);
    factory.deleteDatabase(copy);
  }
}
