/** The examples' seats: who can sit where, and on which address. Exists with --demo alone. */
import type { PersonId } from '../../shared/ids.ts';
import type { Person } from '../../shared/people.ts';
import type { Project } from '../../shared/projects.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Language } from '../../shared/sides.ts';
import type { DemoSeat, DemoTable } from '../../shared/signIn.ts';
import { hostNames, seatUrl } from '../domain/demo.ts';
import type { Parts } from '../parts.ts';
import { members, people, projects, workspaces } from '../storage/collections.ts';
import { put, type Store } from '../storage/store.ts';

/** `host` is the Host header: `marta.localhost:3000`. */
export async function readDemoTable({ store }: Pick<Parts, 'store'>, host: string): Promise<DemoTable> {
  const all = await allProjects(store);
  const tables = await Promise.all(all.map(project => tableOf(store, project)));
  const hosts = hostNames(tables.flatMap(table => table.people.map(({ person }) => person)));
  return {
    projects: tables.map(({ project: { id, title, sellerName, clientName }, people: seated }) => ({
      projectId: id, title, sellerName, clientName,
      people: seated.map(({ person, member: { side, role, approver } }) => seat(person, { side, role, approver }, hosts, host)),
    })),
    here: whoseHost(hosts, host) ?? null,
  };
}

/** Sitting down is refused only on another person's address: their cookie lives there. */
export async function chooseSeat(parts: Pick<Parts, 'store'>, personId: PersonId, host: string): Promise<void> {
  const table = await readDemoTable(parts, host);
  const chosen = table.projects.flatMap(project => project.people).find(each => each.personId === personId);
  if (!chosen) throw new Refusal('not-found');
  if (table.here !== null && table.here !== personId) throw new Refusal('other-seat', { url: chosen.url });
}

/** Whoever nobody has changed yet speaks the language of the browser that sits down. */
export async function speakAsTheirBrowser({ store }: Pick<Parts, 'store'>, personId: PersonId, language: Language): Promise<void> {
  const person = await store.get(people, personId);
  if (person?.rev !== 1 || person.language === language) return;
  const { rev, ...rest } = person;
  await store.commit([put(people, { ...rest, language }, rev)]);
}

function seat(person: Person, place: Pick<DemoSeat, 'side' | 'role' | 'approver'>, hosts: ReadonlyMap<PersonId, string>, host: string): DemoSeat {
  const name = hosts.get(person.id) ?? 'localhost';
  return { personId: person.id, name: person.name, ...place, host: name, url: seatUrl(name, host) };
}

function whoseHost(hosts: ReadonlyMap<PersonId, string>, host: string): PersonId | undefined {
  const name = /^([^.:]+)\.localhost(?::\d+)?$/.exec(host)?.[1];
  return [...hosts].find(([, own]) => own === name)?.[0];
}

async function allProjects(store: Store): Promise<Project[]> {
  const all = await store.find(workspaces, 'all', []);
  return (await Promise.all(all.map(each => store.find(projects, 'byWorkspace', [each.id])))).flat();
}

async function tableOf(store: Store, project: Project) {
  const seated = (await store.find(members, 'byProject', [project.id])).filter(member => member.removedAt === null);
  const found = await Promise.all(seated.map(async member => ({ member, person: await store.get(people, member.personId) })));
  return { project, people: found.flatMap(({ member, person }) => (person ? [{ member, person }] : [])) };
}
