/** A member: one person's place in one project, on exactly one side. */
import * as z from 'zod';
import { MemberId, PersonId, ProjectId } from './ids.ts';
import { PersonName } from './people.ts';
import { Role, Side } from './sides.ts';

export const Member = z.object({
  id: MemberId,
  projectId: ProjectId,
  personId: PersonId,
  side: Side,
  role: Role,
  approver: z.boolean(), // only on the client's side
  joinedAt: z.int().nonnegative(),
  removedAt: z.int().nonnegative().nullable(), // former members stay, so that authorship keeps its name
});
export type Member = z.infer<typeof Member>;

/** What every member may know of another; no address, no device. */
export const MemberView = Member.pick({ id: true, side: true, role: true, approver: true, joinedAt: true }).extend({
  personId: PersonId,
  name: PersonName,
  removed: z.boolean(),
});
export type MemberView = z.infer<typeof MemberView>;

/** GET /api/projects/:projectId/members : present ones and former ones, so that what they wrote keeps its author. */
export const MemberList = z.object({ members: z.array(MemberView) });
export type MemberList = z.infer<typeof MemberList>;

/**
 * PATCH /api/projects/:projectId/members/:memberId ; answers a `MemberView`.
 * DELETE of the same ends the place of somebody else; POST /api/projects/:projectId/leave ends one's own. Both 204.
 */
export const ChangeMember = z.object({ role: Role, approver: z.boolean() }).partial();
export type ChangeMember = z.infer<typeof ChangeMember>;

export interface MemberNews {
  'members:changed': (news: { projectId: ProjectId }) => void;
  /** To the person concerned alone: their place here has ended. */
  'member:ended': (news: { projectId: ProjectId }) => void;
}
