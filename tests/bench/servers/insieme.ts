/**
 * Insieme as it runs in production: `createApp` with every door, the embedded store with its journal on, real sessions,
 * members and issued client ids. What a benchmark needs beyond that is many people at once, and those are made here.
 *
 * One limit is lifted, because a measured line stands for more than a person: frames per socket.
 */
import type { PersonId, ProjectId } from '../../../shared/ids.ts';
import { LIMITS } from '../../../shared/limits.ts';
import type { Member } from '../../../shared/members.ts';
import type { Project } from '../../../shared/projects.ts';
import { roomIdOf } from '../../../shared/rooms.ts';
import { createApp } from '../../../server/app.ts';
import { ALL_COLLECTIONS } from '../../../server/auth/collections.ts';
import { loadConfig } from '../../../server/config.ts';
import { letHeapGrow } from '../../../server/heap.ts';
import { makeId, makeToken } from '../../../server/ids.ts';
import { listen } from '../../../server/listen.ts';
import { createLog } from '../../../server/log.ts';
import { Outbox } from '../../../server/mail/outbox.ts';
import { members, people, projects, workspaces } from '../../../server/storage/collections.ts';
import { openStore } from '../../../server/storage/open.ts';
import { put, type Write } from '../../../server/storage/store.ts';
import { warmUp } from '../../../server/warmUp.ts';
import type { Seat } from '../wire/dialect.ts';
import { type Asked, obey } from '../processes/child.ts';

letHeapGrow();
Object.assign(LIMITS, { socketFramesPerTenSeconds: 1_000_000 });

const AT_ONCE = 200;
const config = loadConfig({ DATA_DIR: process.env['DATA_DIR'], PORT: '0' }, []);
const store = await openStore({ dataDir: config.dataDir, mongoUri: undefined, collections: ALL_COLLECTIONS });
const clock = Date.now;
const log = createLog('warn', process.stderr);
const secret = process.env['SECRET'] ?? makeToken();
const app = createApp({ config, store, clock, makeId, log, mail: new Outbox(clock) }, { secret });
await warmUp(app);
const { port } = await listen(app.server, { host: '127.0.0.1', port: 0, portChosen: true });

obey(port, asked => answer(asked), async () => {
  await app.close();
  await store.close();
});

function answer(asked: Asked): Promise<unknown> {
  if (asked.do === 'seat') return seat(Number(asked['rooms']), Number(asked['people']), asked['ids'] === true);
  return Promise.reject(new Error(`Nobody here knows how to ${asked.do}.`));
}

/** Rooms of so many people each, one seat for each of them; the same people sit in all rooms. */
async function seat(rooms: number, perRoom: number, allIds: boolean): Promise<Seat[]> {
  const who = await makePeople(perRoom);
  const made = await makeProjects(rooms, who.map(({ id }) => id));
  const cookies = await inBatches(who, ({ id }) => app.auth.sessionFor(id, 'password'));
  return inBatches(made, async ({ member, nth, project }) => {
    const room = roomIdOf(project, 'shared');
    const ids = await app.parts.documents.takeSeats(room, member.id);
    return { room, clientId: ids[0]!, clientIds: allIds ? ids : [], cookie: cookies[nth]! };
  });
}

async function makePeople(count: number): Promise<{ id: PersonId }[]> {
  const made = Array.from({ length: count }, (_, nth) => ({
    id: makeId('psn'), name: `Person ${nth}`, email: `${makeToken().slice(0, 12).toLowerCase()}@firm.example`, language: 'en' as const, scheme: 'auto' as const, createdAt: clock(),
  }));
  await commitAll(made.map(person => put(people, person, null)));
  return made;
}

async function makeProjects(count: number, who: readonly PersonId[]): Promise<{ member: Member; nth: number; project: ProjectId }[]> {
  const workspace = { id: makeId('wsp'), name: 'Nodo Software', createdAt: clock() };
  const base: Omit<Project, 'id'> = {
    workspaceId: workspace.id, title: 'One customer', sellerName: 'Nodo', clientName: 'Modastile', currency: 'EUR', language: 'en', template: 'blank',
    stage: 'listen', createdBy: who[0]!, createdAt: clock(), changedAt: clock(), archivedAt: null, epoch: 1,
  };
  const made = Array.from({ length: count }, () => ({ ...base, id: makeId('prj') }));
  const seated = made.flatMap(({ id }) => who.map((personId, nth) => ({ project: id, nth, member: memberOf(id, personId) })));
  await commitAll([put(workspaces, workspace, null), ...made.map(each => put(projects, each, null)), ...seated.map(({ member }) => put(members, member, null))]);
  return seated;
}

const memberOf = (projectId: ProjectId, personId: PersonId): Member => ({
  id: makeId('mbr'), projectId, personId, side: 'seller', role: 'editor', approver: false, joinedAt: clock(), removedAt: null,
});

async function commitAll(writes: readonly Write[]): Promise<void> {
  for (let at = 0; at < writes.length; at += 500) await store.commit(writes.slice(at, at + 500));
}

async function inBatches<T, R>(items: readonly T[], make: (item: T) => Promise<R>): Promise<R[]> {
  const made: R[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) made.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(make))));
  return made;
}
