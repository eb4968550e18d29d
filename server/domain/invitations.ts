/** Who may invite whom, and whether an invitation still opens a door. Decides; never reads a clock or a store. */
import { allows } from '../../shared/access.ts';
import type { InvitationId, MemberId } from '../../shared/ids.ts';
import type { Invitation, Invite } from '../../shared/invitations.ts';
import type { Member } from '../../shared/members.ts';
import type { Person } from '../../shared/people.ts';
import { Refusal } from '../../shared/refusals.ts';
import { Role } from '../../shared/sides.ts';
import { isPresent, returnTo } from './members.ts';

type Place = Pick<Member, 'side' | 'role' | 'approver'>;

const DAY_MS = 24 * 60 * 60 * 1_000;
export const daysToMs = (days: number): number => days * DAY_MS;

export function invite(by: Member, wish: Invite, made: { id: InvitationId; tokenHash: string; at: number }): Invitation {
  const { days, ...place } = wish;
  if (place.approver && place.side !== 'client') throw new Refusal('approver-not-client');
  if (!mayOffer(by, place)) throw new Refusal('invitation-too-wide');
  return {
    ...place, id: made.id, projectId: by.projectId, tokenHash: made.tokenHash, invitedBy: by.id,
    createdAt: made.at, expiresAt: made.at + daysToMs(days), acceptedBy: null, revokedAt: null,
  };
}

/** Hosts offer any place. The client's writers offer places beside them: never above their own, never an approver's. */
export function mayOffer(by: Member, place: Place): boolean {
  if (allows(by, 'people.invite')) return true;
  const beside = place.side === by.side && !place.approver && rank(place.role) <= rank(by.role);
  return allows(by, 'people.inviteOwnSide') && beside;
}

/** The options of `Role` stand in falling order. */
const rank = (role: Role): number => -Role.options.indexOf(role);

/** May see it in the list and withdraw it: hosts all, the client's writers those to their own side. */
export function mayManage(by: Member, invitation: Invitation): boolean {
  return allows(by, 'people.invite') || (allows(by, 'people.inviteOwnSide') && invitation.side === by.side);
}

export type InvitationState = 'open' | 'used' | 'revoked' | 'expired';

/**
 * An invitation stands on the right of whoever made it: when they leave or may no longer offer this place,
 * it is withdrawn with them. Otherwise somebody could prepare a way back in before being removed.
 */
export function stateOf(invitation: Invitation, inviter: Member | undefined, at: number): InvitationState {
  if (invitation.acceptedBy !== null) return 'used';
  if (invitation.revokedAt !== null) return 'revoked';
  if (!inviter || !isPresent(inviter) || !mayOffer(inviter, invitation)) return 'revoked';
  return at < invitation.expiresAt ? 'open' : 'expired';
}

/** `host`: the first name the sentence gives, of somebody who can send a new one. */
export function requireOpen(state: InvitationState, host: string): void {
  if (state !== 'open') throw new Refusal(`invitation-${state}`, { host });
}

/** A mailed invitation is for one address alone, whoever holds the link. */
export function requireAddress(invitation: Invitation, email: string, host: string): void {
  if (invitation.email !== null && invitation.email !== email) throw new Refusal('invitation-for-another', { host });
}

/** `before`: their former place in this project, if they had one. */
export function takePlace(
  invitation: Invitation, person: Pick<Person, 'id'>, before: Member | undefined, made: { memberId: MemberId; at: number },
): { member: Member; invitation: Invitation } {
  const { projectId, side, role, approver } = invitation;
  const fresh: Member = { id: made.memberId, projectId, personId: person.id, side, role, approver, joinedAt: made.at, removedAt: null };
  return {
    member: before ? returnTo(before, invitation, made.at) : fresh,
    invitation: { ...invitation, acceptedBy: person.id },
  };
}
