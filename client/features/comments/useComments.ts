/** Asks for comments, and for what may be done with them. News on the line renews them (`client/api/renewal.ts`). */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type AddComment, anchorKey, Comment, CommentList, type EditComment, type MarkRead, type SettleThread } from '../../../shared/comments.ts';
import type { CommentId, MemberId, ProjectId } from '../../../shared/ids.ts';
import { ask, tell } from '../../api/call.ts';
import { projectKeys } from '../../api/renewal.ts';
import { makeCommentId } from './makeCommentId.ts';
import { threadsOf, withComment } from './threads.ts';

export const commentsQuery = (projectId: ProjectId) =>
  queryOptions({
    queryKey: projectKeys(projectId).comments,
    queryFn: ({ signal }) => ask('GET', `/api/projects/${projectId}/comments`, CommentList, { signal }),
  });

/** The threads that the reader may see, newest word first. */
export function useThreads(projectId: ProjectId, me: MemberId) {
  const select = useMemo(() => (list: CommentList) => threadsOf(list, me), [me]);
  return useQuery({ ...commentsQuery(projectId), select });
}

type Draft = Omit<AddComment, 'id'>;

/** Asking again for the same words uses the same id, so that a lost answer adds nothing twice. */
const unanswered = new Map<string, CommentId>();
const keyOf = (path: string, draft: Draft): string => path + JSON.stringify(draft);

function idFor(path: string, draft: Draft): CommentId {
  const key = keyOf(path, draft);
  const id = unanswered.get(key) ?? makeCommentId();
  unanswered.set(key, id);
  return id;
}

export function useCommentDeeds(projectId: ProjectId) {
  const queries = useQueryClient();
  const path = `/api/projects/${projectId}/comments` as const;
  const key = projectKeys(projectId).comments;
  const renew = (): void => void queries.invalidateQueries({ queryKey: key });
  const show = (comment: Comment): void => {
    queries.setQueryData<CommentList>(key, list => list && withComment(list, comment));
  };
  const add = useMutation({
    mutationFn: async (draft: Draft) => ask('POST', path, Comment, { body: { id: idFor(path, draft), ...draft } satisfies AddComment }),
    onSuccess: (comment, draft) => {
      unanswered.delete(keyOf(path, draft));
      show(comment);
    },
  });
  const edit = useMutation({
    mutationFn: ({ id, ...change }: EditComment & { id: CommentId }) => ask('PATCH', `${path}/${id}`, Comment, { body: change }),
    onSuccess: show,
  });
  const remove = useMutation({ mutationFn: (id: CommentId) => ask('DELETE', `${path}/${id}`, Comment), onSuccess: show });
  const settle = useMutation({
    mutationFn: (wanted: SettleThread) => tell('PUT', `/api/projects/${projectId}/threads`, { body: wanted }),
    onSuccess: renew,
  });
  const read = useMutation({
    mutationFn: (mark: MarkRead) => tell('PUT', `${path}/read`, { body: mark }),
    onMutate: mark => { markAsRead(mark); },
  });

  function markAsRead(mark: MarkRead): void {
    queries.setQueryData<CommentList>(key, list => list && withMark(list, mark));
  }
  return { add, edit, remove, settle, markRead: read.mutate };
}

function withMark(list: CommentList, { anchor, upTo }: MarkRead): CommentList {
  const key = anchorKey(anchor);
  return { ...list, read: [...list.read.filter(mark => mark.anchorKey !== key), { anchorKey: key, upTo }] };
}
