/** Arranges comments into threads and counts what is unread. Pure: knows no page and no server. */
import { type Anchor, anchorKey, type Audience, type Comment, type CommentList } from '../../../shared/comments.ts';
import type { MemberId } from '../../../shared/ids.ts';
import { firstNameOf } from '../../ui/initials.ts';

export interface Thread {
  key: string; // of the anchor
  anchor: Anchor;
  comments: readonly Comment[]; // oldest first; those their authors took back are out, those tidied by a host say so
  unread: number; // by others, after the reader's mark
  mentionsMe: boolean; // among the unread ones
  /** Settled when every audience that has a comment here is settled. */
  settled: boolean;
  settledFor: readonly Audience[];
}

/** Every thread that has something to read, the one with the newest word first. */
export function threadsOf(list: CommentList, me: MemberId): Thread[] {
  const byAnchor = new Map<string, { anchor: Anchor; comments: Comment[] }>();
  for (const comment of list.comments) {
    if (isTakenBack(comment)) continue;
    const key = anchorKey(comment.anchor);
    const group = byAnchor.get(key) ?? { anchor: comment.anchor, comments: [] };
    group.comments.push(comment);
    byAnchor.set(key, group);
  }
  const threads = [...byAnchor].map(([key, { anchor, comments }]) => asThread(key, anchor, comments, list, me));
  return threads.sort((a, b) => newest(b) - newest(a));
}

function asThread(key: string, anchor: Anchor, comments: Comment[], list: CommentList, me: MemberId): Thread {
  const inOrder = comments.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  const readUpTo = list.read.find(mark => mark.anchorKey === key)?.upTo ?? 0;
  const unread = inOrder.filter(comment => comment.authorId !== me && comment.deletedAt === null && comment.createdAt > readUpTo);
  const settledFor = list.settled.filter(settling => anchorKey(settling.anchor) === key).map(settling => settling.audience);
  return {
    key, anchor, comments: inOrder, unread: unread.length,
    mentionsMe: unread.some(comment => comment.mentions.includes(me)),
    settledFor, settled: inOrder.every(comment => settledFor.includes(comment.audience)),
  };
}

/** Authors may leave no trace; when a host tidied somebody else's words away, the place stays and says who did. */
const isTakenBack = (comment: Comment): boolean => comment.deletedAt !== null && comment.deletedBy === comment.authorId;

const newest = (thread: Thread): number => thread.comments.at(-1)?.createdAt ?? 0;

/** The list with one comment added or replaced; the same list when it says nothing new. */
export function withComment(list: CommentList, comment: Comment): CommentList {
  const others = list.comments.filter(other => other.id !== comment.id);
  return { ...list, comments: [...others, comment] };
}

/** How somebody is called after the @: by first name, or in full where two share it. */
export function mentionName(person: { id: string; name: string }, people: readonly { id: string; name: string }[]): string {
  const first = firstNameOf(person.name);
  return people.some(other => other.id !== person.id && firstNameOf(other.name) === first) ? person.name : first;
}

/** A piece of a comment's body: words, or the name of somebody mentioned. */
export type Piece = { text: string; mention: false } | { text: string; mention: true };

/** Cuts a body at `@Name` of those mentioned, longest name first, so that the page can set names off. */
export function piecesOf(body: string, names: readonly string[]): Piece[] {
  const known = names.filter(name => name !== '').sort((a, b) => b.length - a.length);
  if (known.length === 0) return [{ text: body, mention: false }];
  const pattern = new RegExp(`(@(?:${known.map(literal).join('|')}))(?![\\p{L}\\p{N}])`, 'gu');
  return body.split(pattern).flatMap(text => (text === '' ? [] : [{ text, mention: known.some(name => text === `@${name}`) }]));
}

/** Names are text, not patterns. */
const literal = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** The half-typed mention before the caret, without its @; undefined when the caret is not in one. */
export function mentionBeingTyped(body: string, caret: number): string | undefined {
  return /(?:^|\s)@([\p{L}\p{M}'’.-]*)$/u.exec(body.slice(0, caret))?.[1];
}
