/** Honest doubts of a project, and what may be done with them. News on the line renews them. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type AnswerDoubt, Doubt, DoubtList, type LinkAlternative, type RaiseDoubt, type RewordDoubt, type SettleDoubt } from '../../shared/doubts.ts';
import { DoubtId, type ProjectId } from '../../shared/ids.ts';
import { ask } from './call.ts';
import { projectKeys } from './renewal.ts';

export const doubtsQuery = (projectId: ProjectId) =>
  queryOptions({
    queryKey: projectKeys(projectId).doubts,
    queryFn: async ({ signal }) => (await ask('GET', `/api/projects/${projectId}/doubts`, DoubtList, { signal })).doubts,
  });

export const useDoubts = (projectId: ProjectId) => useQuery(doubtsQuery(projectId));

/** Where a doubt is read: beside its scenario, or among all of them where it is about the whole project. */
export const addressOfDoubt = (projectId: ProjectId, { scenarioId }: Pick<Doubt, 'scenarioId'>): string =>
  scenarioId === null ? `/projects/${projectId}/value/doubts` : `/projects/${projectId}/value?scenario=${scenarioId}#doubts`;

/** What one may do with doubts; each answer is shown at once, and home is asked again. */
export function useDoubtDeeds(projectId: ProjectId) {
  const queries = useQueryClient();
  const path = `/api/projects/${projectId}/doubts` as const;
  const { doubts, home } = projectKeys(projectId);
  const onSuccess = (doubt: Doubt): void => {
    queries.setQueryData<Doubt[]>(doubts, list => list && withDoubt(list, doubt));
    void queries.invalidateQueries({ queryKey: home });
  };
  const put = <Body>(what: string) => ({ id, ...body }: Body & { id: DoubtId }) => ask('PUT', `${path}/${id}/${what}`, Doubt, { body });
  return {
    raise: useMutation({ mutationFn: (draft: RaiseDoubt) => ask('POST', path, Doubt, { body: draft }), onSuccess }),
    reword: useMutation({ mutationFn: put<RewordDoubt>('words'), onSuccess }),
    answer: useMutation({ mutationFn: put<AnswerDoubt>('answer'), onSuccess }),
    settle: useMutation({ mutationFn: put<SettleDoubt>('outcome'), onSuccess }),
    link: useMutation({ mutationFn: put<LinkAlternative>('alternatives'), onSuccess }),
  };
}

function withDoubt(list: readonly Doubt[], doubt: Doubt): Doubt[] {
  return list.some(({ id }) => id === doubt.id) ? list.map(each => (each.id === doubt.id ? doubt : each)) : [...list, doubt];
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Made on the page, so that asking again after a lost answer raises nothing twice. */
export function makeDoubtId(): DoubtId {
  const random = crypto.getRandomValues(new Uint8Array(22));
  return DoubtId.parse(`dbt_${[...random].map(byte => LETTERS[byte & 63]).join('')}`);
}
