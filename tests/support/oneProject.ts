/** A project of Nodo and Modastile with people on every side, in a running app: kept straight in its store. */
import type { Member } from '../../shared/members.ts';
import type { Person } from '../../shared/people.ts';
import type { Project } from '../../shared/projects.ts';
import type { Side } from '../../shared/sides.ts';
import type { Workspace } from '../../shared/workspaces.ts';
import { colleagues, members, projects, workspaces } from '../../server/storage/collections.ts';
import { put } from '../../server/storage/store.ts';
import type { Browser } from './browse.ts';
import type { TestApp } from './startApp.ts';

export interface Seated {
  person: Person;
  member: Member;
  browser: Browser;
}

/** The side is in the name: Marta and Carla (seller), Ivo and Lia (internal), Paolo and Giulia (client). */
const SIDES = { marta: 'seller', carla: 'seller', ivo: 'internal', lia: 'internal', paolo: 'client', giulia: 'client' } as const satisfies Record<string, Side>;
export type Name = keyof typeof SIDES;

export interface OneProject {
  workspace: Workspace;
  project: Project;
  /** Where its routes begin: `/api/projects/prj_…`. */
  path: string;
  /** Takes a seat: a host for Marta, editors for all others, Giulia approves, unless said otherwise. */
  seat(name: Name, more?: Partial<Member>): Promise<Seated>;
}

export async function oneProject(app: TestApp, more: Partial<Project> = {}): Promise<OneProject> {
  const { store, parts } = app;
  const at = parts.clock();
  const workspace: Workspace = { id: parts.makeId('wsp'), name: 'Nodo Software', createdAt: at };
  const marta = await app.person('Marta Villa', { email: `marta.${workspace.id.slice(4, 12).toLowerCase()}@nodo.example` });
  const project: Project = {
    id: parts.makeId('prj'), workspaceId: workspace.id, title: 'One customer, one record', sellerName: workspace.name, clientName: 'Modastile',
    currency: 'EUR', language: 'en', template: 'blank', stage: 'listen', createdBy: marta.id, createdAt: at, changedAt: at, archivedAt: null, epoch: 1,
    ...more,
  };
  await store.commit([
    put(workspaces, workspace, null),
    put(colleagues, { id: `${workspace.id}:${marta.id}`, workspaceId: workspace.id, personId: marta.id, owner: true, joinedAt: at }, null),
    put(projects, project, null),
  ]);
  let seated = 0;
  return {
    workspace, project, path: `/api/projects/${project.id}`,
    async seat(name, place = {}) {
      seated += 1;
      const email = `${name}.${seated}.${project.id.slice(4, 12).toLowerCase()}@firm.example`;
      const person = name === 'marta' ? marta : await app.person(`${name} ${SIDES[name]}`, { email });
      const member: Member = {
        id: parts.makeId('mbr'), projectId: project.id, personId: person.id, side: SIDES[name],
        role: name === 'marta' ? 'host' : 'editor', approver: name === 'giulia', joinedAt: at + seated, removedAt: null, ...place,
      };
      await store.commit([put(members, member, null)]);
      return { person, member, browser: await app.signIn(person) };
    },
  };
}
