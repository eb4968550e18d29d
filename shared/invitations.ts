/** An invitation: one link, one use, one side and role, with an end. Only its hash is kept. */
import * as z from 'zod';
import { InvitationId, MemberId, PersonId, ProjectId } from './ids.ts';
import { Email, PersonName } from './people.ts';
import { Password } from './signIn.ts';
import { Language, Role, Side } from './sides.ts';

export const Invitation = z.object({
  id: InvitationId,
  projectId: ProjectId,
  side: Side,
  role: Role,
  approver: z.boolean(),
  tokenHash: z.string(), // SHA-256, hex; the token itself is shown once, to the person who invites
  email: Email.nullable(), // when given, the link is mailed and only this address may use it
  invitedBy: MemberId,
  createdAt: z.int().nonnegative(),
  expiresAt: z.int().nonnegative(),
  acceptedBy: PersonId.nullable(),
  revokedAt: z.int().nonnegative().nullable(),
});
export type Invitation = z.infer<typeof Invitation>;

/** POST /api/projects/:projectId/invitations */
export const Invite = z.object({
  side: Side,
  role: Role,
  approver: z.boolean().default(false),
  email: Email.nullable().default(null),
  days: z.int().min(1).max(90).default(14),
});
export type Invite = z.infer<typeof Invite>;

export const InvitationView = Invitation.pick({
  id: true, side: true, role: true, approver: true, email: true, createdAt: true, expiresAt: true,
});
export type InvitationView = z.infer<typeof InvitationView>;

/** The answer to the one who invites; `link` (`<address>/join#<token>`) cannot be asked for again. */
export const InvitationMade = InvitationView.extend({
  link: z.url(),
  /** `failed`: the invitation stands, but the letter did not go out; hand the link over yourself. */
  letter: z.enum(['none', 'sent', 'failed']),
});
export type InvitationMade = z.infer<typeof InvitationMade>;

/**
 * GET /api/projects/:projectId/invitations : open ones that the reader may manage.
 * DELETE /api/projects/:projectId/invitations/:invitationId revokes one; 204.
 */
export const InvitationList = z.object({ invitations: z.array(InvitationView) });
export type InvitationList = z.infer<typeof InvitationList>;

/** 32 random bytes, base64url; it travels in the fragment of the link and in POST bodies, never in a logged path. */
export const InvitationToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** POST /api/invitations/look : what the page shows before anything is accepted. */
export const LookAtInvitation = z.object({ token: InvitationToken });
export const InvitationWelcome = z.object({
  projectTitle: z.string(),
  hostName: z.string(), // who invites
  sellerName: z.string(),
  clientName: z.string(),
  side: Side, role: Role, approver: z.boolean(), email: Email.nullable(), expiresAt: z.int(),
});
export type InvitationWelcome = z.infer<typeof InvitationWelcome>;

/** POST /api/invitations/accept : signed in, or with a name and an address to become somebody new; answers a session cookie too. */
export const AcceptInvitation = z.object({
  token: InvitationToken,
  newcomer: z
    .object({ name: PersonName, email: Email, password: Password, language: Language })
    .optional(),
});
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;
export const InvitationAccepted = z.object({ projectId: ProjectId });
