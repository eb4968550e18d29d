/** Who is signed in here, and what they may change about themselves. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ChangeMe, Me } from '../../shared/people.ts';
import type { ChangePassword } from '../../shared/signIn.ts';
import { ask, tell } from './call.ts';
import { isRefusal } from './queries.ts';
import { askOrRecall } from './recall.ts';

/** Null when nobody is signed in: for a page that is an answer, not a failure. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return await askOrRecall('/api/me', Me, { signal });
    } catch (error) {
      if (isRefusal(error, 'signed-out')) return null;
      throw error;
    }
  },
});

/** The person in front of this page; undefined while asking and when nobody is signed in. */
export function useMe(): Me | undefined {
  return useQuery(meQuery).data ?? undefined;
}

export function useChangeMe() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: ChangeMe) => ask('PATCH', '/api/me', Me, { body: change }),
    onSuccess: me => {
      queries.setQueryData(meQuery.queryKey, me);
      // Names stand in many answers.
      void queries.invalidateQueries({ queryKey: ['members'] });
    },
  });
}

export const changePassword = (change: ChangePassword): Promise<void> => tell('PUT', '/api/me/password', { body: change });
