/** What a person can ask for about comments: load, let the domain decide, keep, tell those whom it reaches. */
import {
  type AddComment, anchorKey, type Comment, type CommentList, type EditComment, type MarkRead, type SettleThread,
} from '../../shared/comments.ts';
import type { CommentId, ProjectId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members.ts';
import { Refusal } from '../../shared/refusals.ts';
import {
  addComment as decideAdding, deedToRead, deleteComment as decideDeleting, editComment as decideEditing, mayRead,
  newlyMentioned, settle as decideSettling, settlingId,
} from '../domain/comments.ts';
import type { Parts } from '../parts.ts';
import { comments, members, readMarks, settlings } from '../storage/collections.ts';
import { Conflict, put, remove, type Store, type Stored } from '../storage/store.ts';
import { tellMentioned } from './mentions.ts';

type Needed = Pick<Parts, 'store' | 'news' | 'clock' | 'mail' | 'log' | 'config'>;

/** Everything the reader may see; what they may not is left out before anything is counted. */
export async function listComments({ store }: Pick<Parts, 'store'>, reader: Member): Promise<CommentList> {
  const [all, settled, marks] = await Promise.all([
    allComments(store, reader.projectId),
    store.find(settlings, 'byProject', [reader.projectId]),
    store.find(readMarks, 'byMember', [reader.id]),
  ]);
  return {
    comments: all.filter(comment => mayRead(reader, comment)),
    settled: settled.filter(settling => mayRead(reader, settling)),
    read: marks.map(mark => ({ anchorKey: mark.anchorKey, upTo: mark.upTo })),
  };
}

async function allComments(store: Store, projectId: ProjectId): Promise<Stored<Comment>[]> {
  const all: Stored<Comment>[] = [];
  let after: string | undefined;
  do {
    const page = await store.page(comments, 'byProject', { key: [projectId], limit: 1_000, after });
    all.push(...page.items);
    after = page.next;
  } while (after);
  return all;
}

/** Asking again with the same id and words answers the comment that is there: a lost answer adds nothing twice. */
export async function addComment(parts: Needed, author: Member, draft: AddComment): Promise<Comment> {
  const comment = decideAdding(author, await presentMembers(parts.store, author.projectId), draft, parts.clock());
  try {
    await parts.store.commit([put(comments, comment, null), ...(await reopening(parts.store, author, comment))]);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return sameAsBefore(parts.store, comment, error);
  }
  announce(parts, 'comment:added', comment);
  await tellMentioned(parts, author, comment, newlyMentioned(undefined, comment));
  return comment;
}

/** A new word opens a settled thread again. */
async function reopening(store: Store, by: Member, { anchor, audience }: Comment) {
  const settled = await store.get(settlings, settlingId(by, anchor, audience));
  return settled ? [remove(settlings, settled.id, settled.rev)] : [];
}

async function sameAsBefore(store: Store, comment: Comment, cause: Conflict): Promise<Comment> {
  const kept = await store.get(comments, comment.id);
  if (!kept || kept.authorId !== comment.authorId || kept.body !== comment.body) throw new Refusal('conflict', {}, { cause });
  return kept;
}

export async function editComment(parts: Needed, by: Member, id: CommentId, change: EditComment): Promise<Comment> {
  const before = await requireComment(parts.store, by, id);
  const people = await presentMembers(parts.store, by.projectId);
  const after = decideEditing(by, people, before, change, parts.clock());
  await parts.store.commit([put(comments, after, before.rev)]);
  announce(parts, 'comment:changed', after);
  await tellMentioned(parts, by, after, newlyMentioned(before, after));
  return after;
}

export async function deleteComment(parts: Needed, by: Member, id: CommentId): Promise<Comment> {
  const before = await requireComment(parts.store, by, id);
  const after = decideDeleting(by, before, parts.clock());
  await parts.store.commit([put(comments, after, before.rev)]);
  announce(parts, 'comment:changed', after);
  return after;
}

export async function settleThread(parts: Needed, by: Member, { anchor, audience, settled }: SettleThread): Promise<void> {
  const wanted = decideSettling(by, anchor, audience, parts.clock());
  const present = await parts.store.get(settlings, wanted.id);
  if (settled === (present !== undefined)) return;
  await parts.store.commit([present ? remove(settlings, present.id, present.rev) : put(settlings, wanted, null)]);
  const { id: _id, ...news } = wanted;
  parts.news.tell(by.projectId, deedToRead(audience), 'thread:settled', { ...news, settled });
}

/** Marks only grow: two pages of one person cannot make a thread unread again. */
export async function markRead({ store }: Pick<Parts, 'store'>, reader: Member, { anchor, upTo }: MarkRead): Promise<void> {
  const key = anchorKey(anchor);
  const id = `${reader.id}:${key}`;
  const present = await store.get(readMarks, id);
  if (present && present.upTo >= upTo) return;
  const mark = { id, memberId: reader.id, projectId: reader.projectId, anchorKey: key, upTo };
  await store.commit([put(readMarks, mark, present?.rev ?? null)]);
}

async function requireComment(store: Store, by: Member, id: CommentId): Promise<Stored<Comment>> {
  const comment = await store.get(comments, id);
  if (!comment || comment.projectId !== by.projectId) throw new Refusal('not-found');
  return comment;
}

async function presentMembers(store: Store, projectId: ProjectId): Promise<Stored<Member>[]> {
  return (await store.find(members, 'byProject', [projectId])).filter(member => member.removedAt === null);
}

function announce(parts: Needed, event: 'comment:added' | 'comment:changed', comment: Comment): void {
  parts.news.tell(comment.projectId, deedToRead(comment.audience), event, withoutRev(comment));
}

/** What travels is the comment as its schema names it, never the store's own marks. */
function withoutRev(comment: Comment & { rev?: number }): Comment {
  const { rev: _rev, ...plain } = comment;
  return plain;
}

