/** Legal Yjs client ids for a page, at the http door (Sync 5): the documented request before a sync line is opened. */
import * as z from 'zod';
import { allows } from '../../shared/access.ts';
import { Refusal } from '../../shared/refusals.ts';
import { readDeed, RoomKind, roomIdOf, SeatsTaken, writeDeed } from '../../shared/rooms.ts';
import type { Parts } from '../parts.ts';
import { type Route, route } from './route.ts';

export function seatRoutes({ documents }: Pick<Parts, 'documents'>): Route[] {
  return [
    route({
      method: 'post', path: '/api/projects/:projectId/rooms/:kind/seats', needs: 'project.read',
      body: z.object({}), answer: SeatsTaken,
      handle: async ({ params, project, member }) => {
        const kind = RoomKind.safeParse(params['kind']);
        // A room that one may not read does not exist.
        if (!kind.success || !allows(member, readDeed(kind.data))) throw new Refusal('not-found');
        const room = roomIdOf(project.id, kind.data);
        const clientIds = await documents.takeSeats(room, member.id);
        return { room, epoch: project.epoch, memberId: member.id, mayWrite: allows(member, writeDeed(kind.data)), clientIds };
      },
    }),
  ];
}
