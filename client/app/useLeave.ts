/** Signing out: the session ends, and this page forgets what it had been told. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { meQuery } from '../api/me.ts';
import { signOut } from '../api/signIn.ts';

export function useLeave() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      await navigate('/');
      queries.clear();
      queries.setQueryData(meQuery.queryKey, null);
    },
  });
}
