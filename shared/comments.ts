/** Comments as all sides see them: the stored shape, the requests, the socket events. Records, not CRDT. */
import * as z from 'zod';
import { CommentId, ElementId, MemberId, ProjectId } from './ids.ts';
import { LIMITS } from './limits.ts';

export const MAX_MENTIONS = 20;

/** Whom a comment reaches: everyone in the project, or the seller and the internal team alone. */
export const Audience = z.enum(['everyone', 'internal']);
export type Audience = z.infer<typeof Audience>;

/** What a thread hangs on: the project as a whole, or a note on the shared canvas. */
export const Anchor = z.discriminatedUnion('on', [
  z.object({ on: z.literal('project') }),
  z.object({ on: z.literal('note'), noteId: ElementId }),
]);
export type Anchor = z.infer<typeof Anchor>;

/** `project` or `note:<id>`: the anchor as one key, for indexes and maps. */
export const anchorKey = (anchor: Anchor): string => (anchor.on === 'project' ? 'project' : `note:${anchor.noteId}`);

export const Comment = z.object({
  id: CommentId,
  projectId: ProjectId,
  anchor: Anchor,
  audience: Audience,
  authorId: MemberId,
  body: z.string().max(LIMITS.commentLength), // empty once deleted
  mentions: z.array(MemberId).max(MAX_MENTIONS),
  createdAt: z.int().nonnegative(), // epoch milliseconds, always the server's clock
  editedAt: z.int().nonnegative().nullable(),
  deletedAt: z.int().nonnegative().nullable(),
  deletedBy: MemberId.nullable(),
});
export type Comment = z.infer<typeof Comment>;

/** Settled or open, per anchor and audience, so that settling an internal talk tells the client nothing. */
export const Settling = z.object({
  id: z.string(), // `${projectId}:${audience}:${anchorKey}`
  projectId: ProjectId,
  anchor: Anchor,
  audience: Audience,
  settledBy: MemberId,
  settledAt: z.int().nonnegative(),
});
export type Settling = z.infer<typeof Settling>;

const Words = z.string().trim().min(1).max(LIMITS.commentLength);

/**
 * POST /api/projects/:projectId/comments
 * The page makes the id, so that asking again after a lost answer adds nothing twice.
 */
export const AddComment = Comment.pick({ id: true, anchor: true, audience: true, mentions: true }).extend({ body: Words });
export type AddComment = z.infer<typeof AddComment>;

/** PATCH /api/projects/:projectId/comments/:commentId ; DELETE takes it back. */
export const EditComment = Comment.pick({ mentions: true }).extend({ body: Words });
export type EditComment = z.infer<typeof EditComment>;

/** PUT /api/projects/:projectId/threads */
export const SettleThread = z.object({ anchor: Anchor, audience: Audience, settled: z.boolean() });
export type SettleThread = z.infer<typeof SettleThread>;

/**
 * PUT /api/projects/:projectId/comments/read
 * Marks everything on this anchor that the reader may see as read, up to `upTo` (createdAt of the last one seen).
 */
export const MarkRead = z.object({ anchor: Anchor, upTo: z.int().nonnegative() });
export type MarkRead = z.infer<typeof MarkRead>;

/** GET /api/projects/:projectId/comments : all that the reader may see; their own read marks with it. */
export const CommentList = z.object({
  comments: z.array(Comment),
  settled: z.array(Settling.omit({ id: true })),
  read: z.array(z.object({ anchorKey: z.string(), upTo: z.int().nonnegative() })),
});
export type CommentList = z.infer<typeof CommentList>;

export interface CommentNews {
  'comment:added': (comment: Comment) => void;
  'comment:changed': (comment: Comment) => void;
  'thread:settled': (settling: Omit<Settling, 'id'> & { settled: boolean }) => void;
}
