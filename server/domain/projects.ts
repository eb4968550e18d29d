/** What may happen to a project, and which ones a search means. Decides; never reads a clock, a socket or a store. */
import type { MemberId, PersonId, ProjectId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members.ts';
import type { ChangeProject, FindProjects, Project, StartProject } from '../../shared/projects.ts';
import type { Workspace } from '../../shared/workspaces.ts';

/** Whoever starts a project leads it. That they may is settled before: they are a colleague of the workspace. */
export function startProject(
  starter: PersonId,
  workspace: Workspace,
  wish: StartProject,
  made: { projectId: ProjectId; memberId: MemberId; at: number },
): { project: Project; host: Member } {
  const { projectId, memberId, at } = made;
  return {
    project: {
      ...wish, id: projectId, sellerName: workspace.name, stage: 'listen', epoch: 1,
      createdBy: starter, createdAt: at, changedAt: at, archivedAt: null,
    },
    host: { id: memberId, projectId, personId: starter, side: 'seller', role: 'host', approver: false, joinedAt: at, removedAt: null },
  };
}

/** Undefined when nothing would differ: then nobody needs to hear of it. */
export function changeProject(project: Project, change: ChangeProject, at: number): Project | undefined {
  const { archived, ...plain } = change;
  const archivedAt = archived === undefined ? project.archivedAt : archived ? (project.archivedAt ?? at) : null;
  const next = { ...project, ...withoutUndefined(plain), archivedAt };
  const differs = next.title !== project.title || next.clientName !== project.clientName || next.stage !== project.stage || archivedAt !== project.archivedAt;
  return differs ? { ...next, changedAt: at } : undefined;
}

function withoutUndefined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}

/** Every word of the search must stand in the title or the client's name. */
export function isMeant(project: Project, { search, archived }: FindProjects): boolean {
  if ((project.archivedAt !== null) !== (archived === 'true')) return false;
  const text = folded(`${project.title} ${project.clientName}`);
  return folded(search).split(/\s+/).every(word => text.includes(word));
}

/** “Perché no?” and “perche no” are the same words to somebody who looks for them; so are both apostrophes. */
function folded(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase().trim();
}

type Dated = Pick<Project, 'id' | 'changedAt'>;
export function newestChangeFirst(a: Dated, b: Dated): number {
  return b.changedAt - a.changedAt || (a.id < b.id ? -1 : 1);
}
