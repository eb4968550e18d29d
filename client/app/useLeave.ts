/** Signing out: the session ends, and this page forgets what it had been told. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { meQuery } from '../api/me.ts';
import { signOut } from '../api/signIn.ts';

/** What the first page may know about whoever stands before it. */
const ANYBODYS: readonly unknown[] = [meQuery.queryKey[0], 'setup', 'demo'];

export function useLeave() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      queries.setQueryData(meQuery.queryKey, null);
      await navigate('/');
      // Removed only now, and never all: a page that is still looking at an answer would not see the next one.
      queries.removeQueries({ predicate: query => !ANYBODYS.includes(query.queryKey[0]) });
    },
  });
}
