/**
 * The sync side as a process of its own, to be killed in the middle of something: real store, real gateway, no sign-in.
 * Run with `node --import tsx`; a cookie `as=<person>` says who comes, `POST /seats?as=<person>` takes client ids.
 */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Project } from '../../shared/projects.ts';
import { roomIdOf } from '../../shared/rooms.ts';
import type { Asking } from '../../server/actions/whoIs.ts';
import { createLog } from '../../server/log.ts';
import { COLLECTIONS, members, projects } from '../../server/storage/collections.ts';
import { openStore } from '../../server/storage/open.ts';
import { put } from '../../server/storage/store.ts';
import { createSync } from '../../server/sync/sync.ts';
import { idFor, makeMember } from './makeMember.ts';

const NAMES = ['marta', 'ivo', 'lia', 'paolo', 'giulia'] as const;
type Name = (typeof NAMES)[number];

const store = await openStore({ dataDir: process.env['DATA_DIR']!, mongoUri: undefined, collections: COLLECTIONS });
const project: Project = {
  id: idFor('prj', 'one'), workspaceId: idFor('wsp', 'one'), title: 'One customer', sellerName: 'Nodo', clientName: 'Modastile', currency: 'EUR',
  language: 'en', template: 'blank', stage: 'listen', createdBy: idFor('psn', 'marta'), createdAt: 0, changedAt: 0, archivedAt: null, epoch: 1,
};
if (!(await store.get(projects, project.id))) {
  await store.commit([put(projects, project, null), ...NAMES.map(name => put(members, makeMember(name), null))]);
}
const log = createLog('error', process.stderr);
const sync = createSync({ store, clock: Date.now, log, gate: { whoIs: async headers => askingOf(nameIn(headers)), originIsOurs: () => true }, lingerMs: 50 });

const server = createServer((request, response) => {
  const name = new URL(request.url ?? '', 'http://x').searchParams.get('as') as Name;
  void sync.documents.takeSeats(roomIdOf(project.id, 'shared'), idFor('mbr', name)).then(ids => response.end(JSON.stringify(ids)));
});
server.on('upgrade', (request, socket, head) => sync.upgrade(request, socket, head));
server.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));

function nameIn(headers: IncomingHttpHeaders): Name | undefined {
  return NAMES.find(name => headers.cookie === `as=${name}`);
}

function askingOf(name: Name | undefined): Asking | undefined {
  if (!name) return undefined;
  const person = { id: idFor('psn', name), name, email: `${name}@firm.example`, language: 'en' as const, scheme: 'auto' as const, createdAt: 0, rev: 1 };
  return { person, sessionId: name, signedInWith: 'demo' };
}
