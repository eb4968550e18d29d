/** Signing out: the session ends, and this page and this device forget what they had been told. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { PersonId } from '../../shared/ids.ts';
import { forgetAnswers } from '../api/kept.ts';
import { meQuery } from '../api/me.ts';
import { signOut } from '../api/signIn.ts';
import { dropShell } from './offlineShell.ts';

/** What the first page may know about whoever stands before it. */
const ANYBODYS: readonly unknown[] = [meQuery.queryKey[0], 'setup', 'demo'];

export function useLeave() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async () => {
      const me = queries.getQueryData(meQuery.queryKey);
      await signOut();
      if (me) await forgetOnDevice(me.id);
    },
    onSuccess: async () => {
      queries.setQueryData(meQuery.queryKey, null);
      await navigate('/');
      // Removed only now, and never all: a page that is still looking at an answer would not see the next one.
      queries.removeQueries({ predicate: query => !ANYBODYS.includes(query.queryKey[0]) });
    },
  });
}

/** The session has ended by now, so the page says so even where the device refuses to forget, or keeps nothing. */
async function forgetOnDevice(personId: PersonId): Promise<void> {
  await Promise.allSettled([forgetAnswers(), dropShell(), forgetRooms(personId)]);
}

/** What the server has not got yet stays: signing out throws nobody's words away. */
async function forgetRooms(personId: PersonId): Promise<void> {
  const { forgetPerson } = await import('../collab/forgetPerson.ts'); // the first page does not load the live side
  await forgetPerson(indexedDB, personId);
}
