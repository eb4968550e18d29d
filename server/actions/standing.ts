/** Who somebody is in a project: ids are always looked up together with their project, and missing looks like forbidden. */
import { allows, type Deed } from '../../shared/access.ts';
import type { PersonId, ProjectId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members.ts';
import type { Project } from '../../shared/projects.ts';
import { Refusal } from '../../shared/refusals.ts';
import { members, projects } from '../storage/collections.ts';
import type { Store, Stored } from '../storage/store.ts';

export interface Standing {
  project: Stored<Project>;
  member: Stored<Member>;
}

/** The person's present place in a project; undefined when either does not exist or the place has ended. */
export async function standingOf(store: Store, personId: PersonId, projectId: ProjectId): Promise<Standing | undefined> {
  const [project, member] = await Promise.all([
    store.get(projects, projectId),
    store.getUnique(members, 'byPerson', [projectId, personId]),
  ]);
  return project && member && member.removedAt === null ? { project, member } : undefined;
}

/** The same, or a refusal: 404 for those outside, 403 for members whose role is too small. */
export async function requireStanding(store: Store, personId: PersonId, projectId: ProjectId, deed: Deed): Promise<Standing> {
  const standing = await standingOf(store, personId, projectId);
  if (!standing) throw new Refusal('not-found');
  if (!allows(standing.member, deed)) throw new Refusal('not-allowed');
  return standing;
}
