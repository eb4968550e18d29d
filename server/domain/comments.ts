/** What may happen to a comment. Decides; never reads a clock, a socket or a store. */
import { allows } from '../../shared/access.ts';
import { type AddComment, anchorKey, type Anchor, type Audience, type Comment, type EditComment, type Settling } from '../../shared/comments.ts';
import type { Member } from '../../shared/members.ts';
import { Refusal } from '../../shared/refusals.ts';

const READ = { everyone: 'comment.read', internal: 'comment.readInternal' } as const;
const WRITE = { everyone: 'comment.write', internal: 'comment.writeInternal' } as const;

/** What one must be allowed to do to receive a comment of this audience, by whatever way it travels. */
export const deedToRead = (audience: Audience) => READ[audience];

export function mayRead(reader: Member, comment: { audience: Audience }): boolean {
  return allows(reader, READ[comment.audience]);
}

/** `people`: the project's present members; a mention outside the comment's reach is an answer, not a leak. */
export function addComment(author: Member, people: readonly Member[], draft: AddComment, at: number): Comment {
  requireVoice(author, draft.audience);
  requireReach(people, draft.mentions, draft.audience);
  return {
    ...draft, projectId: author.projectId, authorId: author.id, mentions: [...new Set(draft.mentions)],
    createdAt: at, editedAt: null, deletedAt: null, deletedBy: null,
  };
}

/** Only authors change their words. */
export function editComment(by: Member, people: readonly Member[], comment: Comment, change: EditComment, at: number): Comment {
  requireVisible(by, comment);
  if (comment.authorId !== by.id) throw new Refusal('not-allowed');
  requireVoice(by, comment.audience);
  requireReach(people, change.mentions, comment.audience);
  return { ...comment, body: change.body, mentions: [...new Set(change.mentions)], editedAt: at };
}

/** Authors take their own words back; hosts may tidy up, and then it is said who did. */
export function deleteComment(by: Member, comment: Comment, at: number): Comment {
  requireVisible(by, comment);
  if (comment.authorId !== by.id && !allows(by, 'comment.tidy')) throw new Refusal('not-allowed');
  return { ...comment, body: '', mentions: [], deletedAt: at, deletedBy: by.id };
}

/** Settled or open again, for one anchor and one audience: settling an internal talk tells the client nothing. */
export function settle(by: Member, anchor: Anchor, audience: Audience, at: number): Settling {
  requireVoice(by, audience);
  return { id: settlingId(by, anchor, audience), projectId: by.projectId, anchor, audience, settledBy: by.id, settledAt: at };
}

export const settlingId = (by: Member, anchor: Anchor, audience: Audience): string =>
  `${by.projectId}:${audience}:${anchorKey(anchor)}`;

/** Those newly mentioned who should hear of it: never the author, never twice. */
export function newlyMentioned(before: Comment | undefined, after: Comment): Comment['mentions'] {
  const known = new Set<string>([...(before?.mentions ?? []), after.authorId]);
  return after.mentions.filter(id => !known.has(id));
}

function requireVoice(author: Member, audience: Audience): void {
  if (allows(author, WRITE[audience])) return;
  // To a client an internal audience does not exist; to a viewer it is their role that is too small.
  throw new Refusal(allows(author, READ[audience]) ? 'not-allowed' : 'not-found');
}

function requireVisible(reader: Member, comment: Comment): void {
  if (comment.projectId !== reader.projectId || comment.deletedAt !== null || !mayRead(reader, comment)) {
    throw new Refusal('not-found');
  }
}

function requireReach(people: readonly Member[], mentions: readonly string[], audience: Audience): void {
  const reached = new Set<string>(people.filter(person => mayRead(person, { audience })).map(person => person.id));
  if (mentions.some(id => !reached.has(id))) throw new Refusal('mention-out-of-reach');
}
