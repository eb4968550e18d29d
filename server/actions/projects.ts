/** What a person can ask for about projects: load, let the domain decide, keep, announce. */
import type { ProjectId, WorkspaceId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members.ts';
import type { Person } from '../../shared/people.ts';
import type { ChangeProject, FindProjects, Project, ProjectView, StartProject } from '../../shared/projects.ts';
import { Refusal } from '../../shared/refusals.ts';
import { roomIdOf } from '../../shared/rooms.ts';
import type { Workspace } from '../../shared/workspaces.ts';
import { isPresent } from '../domain/members.ts';
import { changeProject as decideChange, isMeant, newestChangeFirst, startProject as decideStart } from '../domain/projects.ts';
import type { Parts } from '../parts.ts';
import { colleagues, members, projects, workspaces } from '../storage/collections.ts';
import { Corrupt, put, type Store, type Stored } from '../storage/store.ts';
import { seedRoom } from '../templates/seed.ts';
import { again } from './again.ts';

type Seeding = Pick<Parts, 'store' | 'documents'>;
type Needed = Seeding & Pick<Parts, 'clock' | 'makeId' | 'news'>;

export async function startProject(parts: Needed, person: Pick<Person, 'id'>, wish: StartProject): Promise<ProjectView> {
  const workspace = await requireColleague(parts.store, person.id, wish.workspaceId);
  const made = { projectId: parts.makeId('prj'), memberId: parts.makeId('mbr'), at: parts.clock() };
  const { project, host } = decideStart(person.id, workspace, wish, made);
  await parts.store.commit([put(projects, project, null), put(members, host, null)]);
  await ensureSeeded(parts, project);
  parts.news.tellPerson(person.id, 'project:changed', { projectId: project.id });
  return viewOf(project, host);
}

/** Whoever is no colleague of a workspace does not learn that it exists. */
async function requireColleague(store: Store, personId: Person['id'], workspaceId: WorkspaceId): Promise<Stored<Workspace>> {
  const [workspace, colleague] = await Promise.all([
    store.get(workspaces, workspaceId),
    store.get(colleagues, `${workspaceId}:${personId}`),
  ]);
  if (!workspace || !colleague) throw new Refusal('not-found');
  return workspace;
}

/**
 * Writes the template into a shared room that nobody has written in. The record is kept first, so a crash between
 * the two leaves a project without its board; the next opening finds the journal empty and comes here again.
 */
export async function ensureSeeded({ store, documents }: Seeding, project: Project): Promise<void> {
  const room = roomIdOf(project.id, 'shared');
  if ((await store.journal.head(room)) > 0) return;
  const starter = await store.getUnique(members, 'byPerson', [project.id, project.createdBy]);
  if (starter) await documents.seed(room, starter.id, doc => seedRoom(doc, project));
}

export async function openProject(parts: Seeding, project: Project, member: Member): Promise<ProjectView> {
  await ensureSeeded(parts, project);
  return viewOf(project, member);
}

export async function listProjects({ store }: Pick<Parts, 'store'>, person: Pick<Person, 'id'>, wanted: FindProjects): Promise<ProjectView[]> {
  const places = (await store.find(members, 'byPerson', [person.id])).filter(isPresent);
  const found = await Promise.all(places.map(async member => ({ member, project: await store.get(projects, member.projectId) })));
  const meant = found.flatMap(({ member, project }) => (project && isMeant(project, wanted) ? [viewOf(project, member)] : []));
  const dated = await Promise.all(meant.map(async view => ({ ...view, changedAt: Math.max(view.changedAt, await lastWritten(store, view.id)) })));
  return dated.sort(newestChangeFirst);
}

/** When somebody last wrote at the shared table, ms since 1970; 0 while nobody has. No private room counts: the date would tell of it. */
async function lastWritten({ journal }: Store, projectId: ProjectId): Promise<number> {
  const room = roomIdOf(projectId, 'shared');
  const head = await journal.head(room);
  try {
    for await (const { at } of journal.read(room, Math.max(0, head - 1))) return at;
  } catch (error) {
    if (!(error instanceof Corrupt)) throw error; // a broken room says so when it is opened; the list of all others stands
  }
  return 0;
}

export async function changeProject(parts: Needed, projectId: ProjectId, member: Member, change: ChangeProject): Promise<ProjectView> {
  const { project, changed } = await again(async () => {
    const present = await parts.store.get(projects, projectId);
    if (!present) throw new Refusal('not-found');
    const next = decideChange(present, change, parts.clock());
    if (next) await parts.store.commit([put(projects, next, present.rev)]);
    return { project: next ?? present, changed: next !== undefined };
  });
  if (changed) parts.news.tell(projectId, 'project.read', 'project:changed', { projectId });
  return viewOf(project, member);
}

/** An allow-list, as everything that leaves: who started a project stays with us. */
export function viewOf(project: Project, me: Member): ProjectView {
  const { id, workspaceId, title, sellerName, clientName, currency, language, template, stage, createdAt, changedAt, archivedAt, epoch } = project;
  return {
    id, workspaceId, title, sellerName, clientName, currency, language, template, stage, createdAt, changedAt, archivedAt, epoch,
    me: { memberId: me.id, side: me.side, role: me.role, approver: me.approver },
  };
}
