/** Accepting an invitation, and going to the table it opens. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { acceptInvitation } from '../../api/invitations.ts';
import { meQuery } from '../../api/me.ts';

export function useAccept() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: acceptInvitation,
    onSuccess: async ({ projectId }) => {
      await queries.invalidateQueries({ queryKey: meQuery.queryKey });
      void queries.invalidateQueries({ queryKey: ['projects'] });
      await navigate(`/projects/${projectId}`, { replace: true });
    },
  });
}
