/** Files behind figures at the http door. They are handed out to be saved, never to be shown by a browser under our address. */
import { EvidenceAbout, FileHash, KeepEvidence } from '../../shared/evidence.ts';
import { LIMITS } from '../../shared/limits.ts';
import { Refusal } from '../../shared/refusals.ts';
import { aboutEvidence, keepEvidence, readEvidence } from '../actions/evidence.ts';
import type { Parts } from '../parts.ts';
import { readBytes } from './readBytes.ts';
import { type Route, route } from './route.ts';

/** What cannot be a hash cannot be a file. */
function hashOf(params: Readonly<Record<string, string>>): FileHash {
  const hash = FileHash.safeParse(params['hash']);
  if (!hash.success) throw new Refusal('not-found');
  return hash.data;
}

export function evidenceRoutes(parts: Parts): Route[] {
  const all = '/api/projects/:projectId/evidence' as const;
  return [
    route({
      method: 'post', path: all, needs: 'room.shared.write', query: KeepEvidence, answer: EvidenceAbout,
      handle: async ({ member, query, request }) => keepEvidence(parts, member, query.name, await readBytes(request, LIMITS.evidenceBytes)),
    }),
    route({
      method: 'get', path: `${all}/:hash/about`, needs: 'room.shared.read', answer: EvidenceAbout,
      handle: ({ project, params }) => aboutEvidence(parts, project.id, hashOf(params)),
    }),
    route({
      method: 'get', path: `${all}/:hash`, needs: 'room.shared.read',
      handle: async ({ project, params, response }) => {
        const { name, bytes } = await readEvidence(parts, project.id, hashOf(params));
        response.attachment(name);
        response.setHeader('Content-Type', 'application/octet-stream');
        response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
        response.setHeader('Cache-Control', 'no-store');
        response.end(bytes);
      },
    }),
  ];
}
