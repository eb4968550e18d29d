/** Value models as spreadsheets, at the http door. */
import { allows } from '../../shared/access.ts';
import { LIMITS } from '../../shared/limits.ts';
import { Refusal } from '../../shared/refusals.ts';
import { readDeed, RoomKind, roomIdOf } from '../../shared/rooms.ts';
import { TablesRead, ValueFileWish } from '../../shared/valueFiles.ts';
import { exportValue } from '../actions/valueFiles.ts';
import type { Parts } from '../parts.ts';
import { readTables } from '../tables/read.ts';
import { readBytes } from './readBytes.ts';
import { type Route, route } from './route.ts';

export function valueFileRoutes(parts: Pick<Parts, 'documents'>): Route[] {
  return [
    route({
      method: 'get', path: '/api/projects/:projectId/rooms/:kind/value/file', needs: 'project.read', query: ValueFileWish,
      handle: async ({ params, project, member, query, response }) => {
        const kind = RoomKind.safeParse(params['kind']);
        // A room that one may not read does not exist.
        if (!kind.success || !allows(member, readDeed(kind.data))) throw new Refusal('not-found');
        const { bytes, type, ending } = await exportValue(parts, roomIdOf(project.id, kind.data), query);
        response.setHeader('Content-Type', type);
        response.setHeader('Cache-Control', 'no-store');
        response.setHeader('Content-Disposition', `attachment; filename="insieme-value.${ending}"`);
        response.end(bytes);
      },
    }),
    route({
      // Reads a file for whoever may write in some room; it touches no room itself.
      method: 'post', path: '/api/projects/:projectId/value/tables', needs: 'room.shared.write', pace: 'rare', answer: TablesRead,
      handle: async ({ request }) => ({ tables: await readTables(await readBytes(request, LIMITS.tableBytes)) }),
    }),
  ];
}
