/** Invitations at the http door. Tokens come in bodies alone: an address ends up in logs, histories and referrers. */
import { InvitationId } from '../../shared/ids.ts';
import {
  AcceptInvitation, InvitationAccepted, InvitationList, InvitationMade, InvitationWelcome, Invite, LookAtInvitation,
} from '../../shared/invitations.ts';
import { Refusal } from '../../shared/refusals.ts';
import { acceptInvitation, invite, listInvitations, lookAtInvitation, revokeInvitation } from '../actions/invitations.ts';
import type { Parts } from '../parts.ts';
import { type Route, route } from './route.ts';

/** An id of another shape cannot exist: the answer is the same as for one that does not. */
function invitationIdOf(params: Readonly<Record<string, string>>): InvitationId {
  const id = InvitationId.safeParse(params['invitationId']);
  if (!id.success) throw new Refusal('not-found');
  return id.data;
}

export function invitationRoutes(parts: Parts): Route[] {
  const all = '/api/projects/:projectId/invitations' as const;
  return [
    // The widest right that may invite at all; the domain narrows it to sides and roles.
    route({
      method: 'get', path: all, needs: 'people.inviteOwnSide', answer: InvitationList,
      handle: async ({ member }) => ({ invitations: await listInvitations(parts, member) }),
    }),
    route({
      method: 'post', path: all, needs: 'people.inviteOwnSide', body: Invite, answer: InvitationMade,
      handle: ({ project, member, body, origin }) => invite(parts, project, member, body, origin),
    }),
    route({
      method: 'delete', path: `${all}/:invitationId`, needs: 'people.inviteOwnSide',
      handle: ({ member, params }) => revokeInvitation(parts, member, invitationIdOf(params)),
    }),
    route({
      method: 'post', path: '/api/invitations/look', needs: 'anyone', pace: 'rare', body: LookAtInvitation, answer: InvitationWelcome,
      handle: ({ body }) => lookAtInvitation(parts, body.token),
    }),
    route({
      method: 'post', path: '/api/invitations/accept', needs: 'anyone', pace: 'rare', body: AcceptInvitation, answer: InvitationAccepted,
      handle: async ({ personOrNobody, body, signIn }) => {
        const { projectId, newcomer } = await acceptInvitation(parts, personOrNobody, body);
        if (newcomer) await signIn(newcomer, 'invitation');
        return { projectId };
      },
    }),
  ];
}
