/** What may happen to somebody's place in a project. Decides; never reads a clock, a socket or a store. */
import { allows } from '../../shared/access.ts';
import type { ChangeMember, Member } from '../../shared/members.ts';
import { Refusal } from '../../shared/refusals.ts';

export const isPresent = (member: Member): boolean => member.removedAt === null;

/** `present`: everybody in the project now. Only the client approves, and somebody keeps leading. */
export function changeMember(present: readonly Member[], member: Member, change: ChangeMember): Member {
  if (change.approver && member.side !== 'client') throw new Refusal('approver-not-client');
  const changed = { ...member, role: change.role ?? member.role, approver: change.approver ?? member.approver };
  requireHost(present.map(each => (each.id === member.id ? changed : each)));
  return changed;
}

/** The record stays, so that what they wrote keeps its author. */
export function endPlace(present: readonly Member[], member: Member, at: number): Member {
  requireHost(present.filter(each => each.id !== member.id));
  return { ...member, removedAt: at };
}

/** Back in a project where they once were: the same member, on the side and in the role of the new invitation. */
export function returnTo(former: Member, place: Pick<Member, 'side' | 'role' | 'approver'>, at: number): Member {
  const { side, role, approver } = place;
  return { ...former, side, role, approver, joinedAt: at, removedAt: null };
}

function requireHost(left: readonly Member[]): void {
  if (!left.some(member => allows(member, 'project.manage'))) throw new Refusal('last-host');
}
