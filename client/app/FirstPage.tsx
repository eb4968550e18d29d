/**
 * The first page, by the state of things: somebody signed in sees their projects; the demo shows its table;
 * an empty store explains how it is set up; otherwise one signs in.
 */
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { meQuery } from '../api/me.ts';
import { setupQuery } from '../api/signIn.ts';
import { SignInForm } from '../features/sign-in/SignInForm.tsx';
import { Welcome } from '../features/sign-in/Welcome.tsx';
import { Loading } from '../ui/Loading.tsx';
import { Refused } from '../ui/Refused.tsx';
import { Language } from './Language.tsx';
import { MyProjects } from './MyProjects.tsx';

const FirstDemo = lazy(async () => ({ default: (await import('./FirstDemo.tsx')).FirstDemo }));
const NothingYet = lazy(async () => ({ default: (await import('../features/set-up/NothingYet.tsx')).NothingYet }));

export function FirstPage() {
  const me = useQuery(meQuery);
  const setup = useQuery(setupQuery);
  const failed = me.error ?? setup.error;
  if (failed) {
    return (
      <Welcome corner={<Language />}>
        <Refused error={failed} again={() => void Promise.all([me.refetch(), setup.refetch()])} />
      </Welcome>
    );
  }
  if (me.data === undefined || !setup.data) return <Welcome corner={<Language />}><Loading /></Welcome>;
  if (setup.data.demo) return <FirstDemo me={me.data} />;
  if (me.data) return <MyProjects />;
  return (
    <Welcome corner={<Language />}>
      <Suspense fallback={<Loading />}>
        {setup.data.state === 'empty' ? <NothingYet demoAllowed={setup.data.demoAllowed} /> : <SignInForm />}
      </Suspense>
    </Welcome>
  );
}
