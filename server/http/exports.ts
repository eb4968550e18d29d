/** Files to take away at the http door. */
import { EXPORT_TYPES, ExportWish } from '../../shared/exports.ts';
import { exportProposal, type FileMaker } from '../actions/exports.ts';
import { Workshop } from '../exports/workshop.ts';
import type { Parts } from '../parts.ts';
import { type Route, route } from './route.ts';

export function exportRoutes(parts: Parts, maker: FileMaker = new Workshop()): Route[] {
  return [
    route({
      // Rare: a file costs seconds of a processor, and nobody needs thirty of them in five minutes.
      method: 'get', path: '/api/projects/:projectId/exports/proposal', needs: 'room.shared.read', pace: 'rare', query: ExportWish,
      handle: async ({ member, project, query, response }) => {
        const { name, bytes } = await exportProposal(parts, maker, member, project, query);
        response.setHeader('Content-Type', EXPORT_TYPES[query.format]);
        response.setHeader('Cache-Control', 'no-store');
        response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
        response.end(bytes);
      },
    }),
  ];
}
