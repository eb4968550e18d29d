/** The shapes of our identifiers; how they are made (randomness) is the caller's business. */
import * as z from 'zod';

/** `prj_` and 22 characters of base64url: 128 random bits, so that an id cannot be guessed. */
function id<Prefix extends string>(prefix: Prefix) {
  return z.string().regex(new RegExp(`^${prefix}_[A-Za-z0-9_-]{22}$`)).brand<Prefix>();
}

/** A person is known to the whole installation; better-auth keeps the id under this shape too. */
export const PersonId = id('psn');
export type PersonId = z.infer<typeof PersonId>;
export const WorkspaceId = id('wsp');
export type WorkspaceId = z.infer<typeof WorkspaceId>;
export const ProjectId = id('prj');
export type ProjectId = z.infer<typeof ProjectId>;
/** One person's place in one project. */
export const MemberId = id('mbr');
export type MemberId = z.infer<typeof MemberId>;
export const InvitationId = id('inv');
export type InvitationId = z.infer<typeof InvitationId>;
export const CommentId = id('cmt');
export type CommentId = z.infer<typeof CommentId>;
export const DoubtId = id('dbt');
export type DoubtId = z.infer<typeof DoubtId>;
export const VersionId = id('ver');
export type VersionId = z.infer<typeof VersionId>;
export const RoundId = id('rnd');
export type RoundId = z.infer<typeof RoundId>;
export const ApprovalId = id('apr');
export type ApprovalId = z.infer<typeof ApprovalId>;

/** The id of something drawn on a canvas; made in the browser, unique within its room. */
export const ElementId = z.string().regex(/^[a-z]+_[A-Za-z0-9_-]{10,22}$/).brand<'ElementId'>();
export type ElementId = z.infer<typeof ElementId>;

/** Every prefix in use, so that a maker can be written once for all kinds. */
export interface IdKinds {
  psn: PersonId;
  wsp: WorkspaceId;
  prj: ProjectId;
  mbr: MemberId;
  inv: InvitationId;
  cmt: CommentId;
  dbt: DoubtId;
  ver: VersionId;
  rnd: RoundId;
  apr: ApprovalId;
}

/** Makes a fresh id of a kind: `makeId('prj')`. Handed in, so that the domain stays without randomness. */
export type MakeId = <Kind extends keyof IdKinds>(kind: Kind) => IdKinds[Kind];
