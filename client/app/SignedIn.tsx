/** Stands before every page that is somebody's: who is not signed in does so here, and then sees the page they came for. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { meQuery } from '../api/me.ts';
import { SignInForm } from '../features/sign-in/SignInForm.tsx';
import { Welcome } from '../features/sign-in/Welcome.tsx';
import { Loading } from '../ui/Loading.tsx';
import { Refused } from '../ui/Refused.tsx';
import { Language } from './Language.tsx';

export function SignedIn({ children }: { children: ReactNode }) {
  const me = useQuery(meQuery);
  if (me.data) return children;
  return (
    <Welcome corner={<Language />}>
      {me.isPending && <Loading />}
      {me.data === null && <SignInForm />}
      {!me.isPending && <Refused error={me.error} again={() => void me.refetch()} />}
    </Welcome>
  );
}
