/** Invitations: making, listing and withdrawing them; looking at one and accepting it. */
import { queryOptions } from '@tanstack/react-query';
import type { InvitationId, ProjectId } from '../../shared/ids.ts';
import {
  type AcceptInvitation, InvitationAccepted, InvitationList, InvitationMade, InvitationWelcome, type Invite,
} from '../../shared/invitations.ts';
import { ask, tell } from './call.ts';

export const invitationsQuery = (projectId: ProjectId) =>
  queryOptions({
    queryKey: ['invitations', projectId],
    queryFn: async ({ signal }) => (await ask('GET', `/api/projects/${projectId}/invitations`, InvitationList, { signal })).invitations,
  });

export const invite = (projectId: ProjectId, wanted: Invite): Promise<InvitationMade> =>
  ask('POST', `/api/projects/${projectId}/invitations`, InvitationMade, { body: wanted });

export const withdrawInvitation = (projectId: ProjectId, id: InvitationId): Promise<void> =>
  tell('DELETE', `/api/projects/${projectId}/invitations/${id}`);

/** Looking changes nothing, but the token may not travel in an address: hence a POST behind a query. */
export const welcomeQuery = (token: string) =>
  queryOptions({
    queryKey: ['welcome', token],
    queryFn: ({ signal }) => ask('POST', '/api/invitations/look', InvitationWelcome, { body: { token }, signal }),
  });

export const acceptInvitation = (wanted: AcceptInvitation): Promise<{ projectId: ProjectId }> =>
  ask('POST', '/api/invitations/accept', InvitationAccepted, { body: wanted });
