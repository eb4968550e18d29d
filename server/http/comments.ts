/** Comments at the http door. */
import { AddComment, Comment, CommentList, EditComment, MarkRead, SettleThread } from '../../shared/comments.ts';
import { CommentId } from '../../shared/ids.ts';
import { Refusal } from '../../shared/refusals.ts';
import { addComment, deleteComment, editComment, listComments, markRead, settleThread } from '../actions/comments.ts';
import type { Parts } from '../parts.ts';
import { type Route, route } from './route.ts';

/** An id of another shape cannot exist: the answer is the same as for one that does not. */
function commentIdOf(params: Readonly<Record<string, string>>): CommentId {
  const id = CommentId.safeParse(params['commentId']);
  if (!id.success) throw new Refusal('not-found');
  return id.data;
}

export function commentRoutes(parts: Parts): Route[] {
  const all = '/api/projects/:projectId/comments' as const;
  const one = `${all}/:commentId` as const;
  return [
    route({ method: 'get', path: all, needs: 'comment.read', answer: CommentList, handle: ({ member }) => listComments(parts, member) }),
    route({
      method: 'post', path: all, needs: 'comment.write', body: AddComment, answer: Comment,
      handle: ({ member, body }) => addComment(parts, member, body),
    }),
    route({ method: 'put', path: `${all}/read`, needs: 'comment.read', body: MarkRead, handle: ({ member, body }) => markRead(parts, member, body) }),
    route({
      method: 'put', path: '/api/projects/:projectId/threads', needs: 'comment.write', body: SettleThread,
      handle: ({ member, body }) => settleThread(parts, member, body),
    }),
    route({
      method: 'patch', path: one, needs: 'comment.write', body: EditComment, answer: Comment,
      handle: ({ member, params, body }) => editComment(parts, member, commentIdOf(params), body),
    }),
    route({
      method: 'delete', path: one, needs: 'comment.write', answer: Comment,
      handle: ({ member, params }) => deleteComment(parts, member, commentIdOf(params)),
    }),
  ];
}
