/** What a project's home says before anything is opened: what is there, and what is still open, for one reader. */
import * as z from 'zod';
import { Anchor, Audience } from './comments.ts';
import { Doubt } from './doubts.ts';
import { CommentId, MemberId, RoundId, VersionId } from './ids.ts';
import { Stage } from './projects.ts';
import { RoundState } from './versions.ts';

/** A thread that nobody has settled; `words` are the first of its latest comment. */
export const OpenThread = z.object({
  anchor: Anchor,
  audience: Audience,
  comments: z.int().positive(),
  latest: z.object({ id: CommentId, authorId: MemberId, at: z.int(), words: z.string() }),
});
export type OpenThread = z.infer<typeof OpenThread>;

/** GET /api/projects/:projectId/home : counts only what its reader may open, so that no number hints at a closed room. */
export const ProjectHome = z.object({
  stage: Stage,
  members: z.int().nonnegative(),
  /** `latest`: at most five, newest first. */
  threads: z.object({ open: z.int().nonnegative(), latest: z.array(OpenThread) }),
  /** Doubts that nobody has answered; `latest`: at most five, newest first. */
  doubts: z.object({ unanswered: z.int().nonnegative(), latest: z.array(Doubt.pick({ id: true, scenarioId: true, authorId: true, words: true, createdAt: true })) }),
  /**
   * The newest version that the reader may know of; its name is the seller's side's own. `outcome`: what its last closed round
   * ended with, and the first words of whoever did not approve; null while nobody has said anything that closes one.
   */
  version: z.object({
    id: VersionId, name: z.string().nullable(), number: z.int().nullable(), frozenAt: z.int(),
    outcome: z.object({ state: RoundState.exclude(['open']), by: MemberId.nullable(), words: z.string() }).nullable(),
  }).nullable(),
  /** The open round, and those whose answer it still waits for. */
  round: z.object({ id: RoundId, versionId: VersionId, number: z.int().nullable(), putAt: z.int(), waitingFor: z.array(MemberId) }).nullable(),
});
export type ProjectHome = z.infer<typeof ProjectHome>;
