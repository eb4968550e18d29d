/** Documents for actions: read, edit as a member (Sync 14), take client ids (Sync 5). Rooms open and close underneath. */
import * as Y from 'yjs';
import { newRoomDoc } from '../../shared/documents/roots.ts';
import type { MemberId } from '../../shared/ids.ts';
import type { RoomId } from '../../shared/rooms.ts';
import type { Documents } from '../actions/documents.ts';
import { drawUp } from './room.ts';
import type { Rooms, Visit } from './rooms.ts';

export function createDocuments(rooms: Rooms): Documents {
  /** Ids under which the server may still write in a member's name; each serves one edit. */
  const unused = new Map<string, number[]>();

  async function nextId({ seats }: Visit, room: RoomId, as: MemberId): Promise<number> {
    const ids = unused.get(`${room} ${as}`) ?? [];
    if (ids.length === 0) ids.push(...(await seats.issue(as, true)));
    unused.set(`${room} ${as}`, ids);
    return ids.shift()!;
  }

  async function within<T>(room: RoomId, run: (visit: Visit) => Promise<T>): Promise<T> {
    const visit = await rooms.enter(room);
    try {
      return await run(visit);
    } finally {
      visit.leave();
    }
  }

  return {
    read: room =>
      within(room, async visit => {
        const { whole, seq } = await visit.room.read();
        const doc = newRoomDoc();
        Y.applyUpdate(doc, whole);
        return { doc, seq };
      }),
    edit: (room, as, change) =>
      within(room, async visit => {
        const clientId = await nextId(visit, room, as);
        await visit.room.edit({ memberId: as, clientId }, change);
      }),
    seed: (room, as, change) =>
      within(room, async visit => {
        const clientId = await nextId(visit, room, as);
        const update = drawUp(undefined, clientId, change);
        return update !== undefined && (await visit.journal.appendFirst([{ memberId: as, clientId, update }]));
      }),
    takeSeats: (room, member) => within(room, visit => visit.seats.issue(member, false)),
  };
}
