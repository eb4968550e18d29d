/** Versions, approval rounds and approvals: what was frozen, to whom it was put, who said what to exactly which content. */
import * as z from 'zod';
import { ApprovalId, MemberId, ProjectId, RoundId, VersionId } from './ids.ts';
import { LIMITS } from './limits.ts';
import { Language } from './sides.ts';
import { SignedInWith } from './signIn.ts';

/** SHA-256, 64 hexadecimal digits in lower case. */
export const Hash = z.string().regex(/^[0-9a-f]{64}$/);
export type Hash = z.infer<typeof Hash>;

/** A frozen, immutable copy; its content lies in the file store under `contentHash`. */
export const Version = z.object({
  id: VersionId,
  projectId: ProjectId,
  name: z.string().trim().min(1).max(LIMITS.titleLength), // a draft has a name …
  number: z.int().positive().nullable(), // … and gets its number when it is first put to the client
  contentHash: Hash,
  roomSeq: z.int().nonnegative(), // journal seq of the shared room
  frozenBy: MemberId,
  frozenAt: z.int().nonnegative(),
});
export type Version = z.infer<typeof Version>;

export const RoundState = z.enum(['open', 'approved', 'changes', 'declined', 'withdrawn']);
export type RoundState = z.infer<typeof RoundState>;

export const Round = z.object({
  id: RoundId,
  projectId: ProjectId,
  versionId: VersionId,
  state: RoundState,
  approvers: z.array(MemberId).min(1), // those asked, at the moment it was put
  message: z.string().trim().max(LIMITS.reasonLength),
  putBy: MemberId,
  putAt: z.int().nonnegative(),
  closedAt: z.int().nonnegative().nullable(),
  /** The project while the round is open, null afterwards: a unique key, so that no two are open at once. */
  openOf: ProjectId.nullable(),
});
export type Round = z.infer<typeof Round>;

export const Decision = z.enum(['approve', 'changes', 'decline']);
export type Decision = z.infer<typeof Decision>;

/** The immutable record of one person's answer. One per version and member. */
export const Approval = z.object({
  id: ApprovalId,
  projectId: ProjectId,
  versionId: VersionId,
  roundId: RoundId,
  memberId: MemberId,
  decision: Decision,
  reason: z.string().max(LIMITS.reasonLength), // empty only when approving
  name: z.string(), // the name of the account
  typedName: z.string(), // as they typed it
  statement: z.string(), // the exact sentence on their screen
  statementLanguage: Language,
  contentHash: Hash,
  at: z.int().nonnegative(),
  signedInWith: SignedInWith,
  from: z.string(), // socket address, or what a trusted proxy said
  device: z.string().max(300), // the browser's own description
});
export type Approval = z.infer<typeof Approval>;

/** POST /api/projects/:projectId/versions */
export const Freeze = Version.pick({ name: true });
export type Freeze = z.infer<typeof Freeze>;
/** POST /api/projects/:projectId/versions/:versionId/rounds */
export const PutToClient = Round.pick({ approvers: true, message: true });
export type PutToClient = z.infer<typeof PutToClient>;
/** POST /api/projects/:projectId/rounds/:roundId/approvals ; `contentHash` is what the page computed from what it drew. */
export const Decide = z.discriminatedUnion('decision', [
  z.object({
    decision: z.literal('approve'), typedName: z.string().trim().min(1).max(LIMITS.nameLength),
    contentHash: Hash, statement: z.string().max(2_000), language: Language,
  }),
  z.object({
    decision: z.enum(['changes', 'decline']), reason: z.string().trim().min(1).max(LIMITS.reasonLength),
    contentHash: Hash, language: Language,
  }),
]);
export type Decide = z.infer<typeof Decide>;

/**
 * The sentence an approver agrees to; one function, so that page, server and receipt say the same. `openDoubts`: what it
 * adds of doubts that nobody has answered (`unansweredSentence`).
 */
export function statementOf(language: Language, by: string, number: number, title: string, client: string, openDoubts = ''): string {
  const approves = language === 'it'
    ? `Io, ${by}, approvo la versione ${number} di «${title}» per ${client}.`
    : `I, ${by}, approve version ${number} of “${title}” for ${client}.`;
  return approves + openDoubts;
}

/** A version as the reader may see it; what the seller's side called its draft stays on the seller's side. */
export const VersionView = Version.extend({ name: Version.shape.name.nullable() });
export type VersionView = z.infer<typeof VersionView>;
export const RoundView = Round.omit({ openOf: true });
export type RoundView = z.infer<typeof RoundView>;
/** What the lists show of an answer; where it came from stands on the receipt alone. */
export const ApprovalLine = Approval.omit({ from: true, device: true });
export type ApprovalLine = z.infer<typeof ApprovalLine>;

/** GET /api/projects/:projectId/approval : everything of this noun that the reader may see, oldest first. */
export const ApprovalDesk = z.object({
  versions: z.array(VersionView),
  rounds: z.array(RoundView),
  approvals: z.array(ApprovalLine),
  /** Hash of the living content now: compare with a version's `contentHash`. */
  livingHash: Hash,
});
export type ApprovalDesk = z.infer<typeof ApprovalDesk>;

/** GET /api/projects/:projectId/approvals/:approvalId : what the receipt shows, to both sides alike. */
export const Receipt = z.object({ approval: Approval, version: VersionView, round: RoundView });
export type Receipt = z.infer<typeof Receipt>;

/** GET …/versions/:versionId/content answers the canonical bytes themselves; this is how a taken file is called. */
export const versionFileName = (number: number | null): string => `insieme-version-${number ?? 'draft'}.json`;

/** GET …/approvals/:approvalId/file : the approval and the content it is bound to, in one file. */
export const APPROVAL_FILE_SCHEMA = 'insieme/approval/1';

/** A typed name is the account's name when they differ in case, spaces or accents alone. */
export function isSameName(typed: string, name: string): boolean {
  return plainName(typed) === plainName(name);
}

function plainName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[\s\u00a0]+/g, ' ').trim().toLowerCase();
}

export interface VersionNews {
  /** Something of versions or rounds changed that the receiver may see. */
  'approval:changed': (news: { projectId: ProjectId }) => void;
}
