/** What a person can ask for about who is in a project: load, let the domain decide, keep, announce. */
import type { MemberId, ProjectId } from '../../shared/ids.ts';
import type { ChangeMember, Member, MemberView } from '../../shared/members.ts';
import { Refusal } from '../../shared/refusals.ts';
import { changeMember as decideChange, endPlace, isPresent } from '../domain/members.ts';
import type { Parts } from '../parts.ts';
import { members, people, projects } from '../storage/collections.ts';
import { put, type Store, type Stored } from '../storage/store.ts';
import { again } from './again.ts';

type Needed = Pick<Parts, 'store' | 'clock' | 'news'>;

/** Former members too: what they wrote keeps its author. */
export async function listMembers({ store }: Pick<Parts, 'store'>, projectId: ProjectId): Promise<MemberView[]> {
  const all = await store.find(members, 'byProject', [projectId]);
  return Promise.all(all.map(member => viewOf(store, member)));
}

export async function changeMember(parts: Needed, projectId: ProjectId, memberId: MemberId, change: ChangeMember): Promise<MemberView> {
  const changed = await again(() => decideAndKeep(parts.store, projectId, memberId, (present, member) => decideChange(present, member, change)));
  announceChange(parts, changed);
  return viewOf(parts.store, changed);
}

/** Ends somebody's place, or one's own. Asking again when it has ended is answered like any place that is not there. */
export async function endMembership(parts: Needed, projectId: ProjectId, memberId: MemberId): Promise<void> {
  const at = parts.clock();
  const ended = await again(() => decideAndKeep(parts.store, projectId, memberId, (present, member) => endPlace(present, member, at)));
  parts.news.tellPerson(ended.personId, 'member:ended', { projectId });
  announceChange(parts, ended);
}

/** Live lines are judged again before the others hear of it: nothing is sent on a right that has ended. */
function announceChange({ news }: Needed, { id, projectId }: Member): void {
  news.reconsider(id);
  news.tell(projectId, 'people.read', 'members:changed', { projectId });
}

/**
 * The project's record is written with the member's, unchanged: two hosts who demote each other at the same
 * moment touch different members, and only a record both write makes the second one look again.
 */
async function decideAndKeep(
  store: Store, projectId: ProjectId, memberId: MemberId, decide: (present: Stored<Member>[], member: Stored<Member>) => Member,
): Promise<Member> {
  const project = await store.get(projects, projectId);
  const present = (await store.find(members, 'byProject', [projectId])).filter(isPresent);
  const member = present.find(each => each.id === memberId);
  if (!project || !member) throw new Refusal('not-found');
  const next = decide(present, member);
  await store.commit([put(members, next, member.rev), put(projects, project, project.rev)]);
  return next;
}

async function viewOf(store: Store, member: Member): Promise<MemberView> {
  const person = await store.get(people, member.personId);
  if (!person) throw new Error(`Member ${member.id} belongs to nobody we know.`);
  const { id, side, role, approver, joinedAt, personId, removedAt } = member;
  return { id, side, role, approver, joinedAt, personId, name: person.name, removed: removedAt !== null };
}
