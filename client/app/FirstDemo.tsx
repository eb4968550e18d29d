/**
 * The first page of the examples. On a person's own address one sits down as them at once and goes on to their
 * project; once they have got up again, they choose for themselves.
 */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Navigate } from 'react-router';
import type { Me } from '../../shared/people.ts';
import type { DemoTable as Table } from '../../shared/signIn.ts';
import { demoQuery } from '../api/signIn.ts';
import { DemoTable } from '../features/demo/DemoTable.tsx';
import { SitDown } from '../features/demo/SitDown.tsx';
import { SignInForm } from '../features/sign-in/SignInForm.tsx';
import { Welcome } from '../features/sign-in/Welcome.tsx';
import { Loading } from '../ui/Loading.tsx';
import { Refused } from '../ui/Refused.tsx';
import { Language } from './Language.tsx';
import { MyProjects } from './MyProjects.tsx';

export function FirstDemo({ me }: { me: Me | null }) {
  const demo = useQuery(demoQuery);
  const [firstTime] = useState(isFirstTime);
  const own = demo.data && ownSeat(demo.data);
  useEffect(() => {
    if (own) markArrived();
  }, [own]);
  if (own && firstTime) {
    return me ? <Navigate to={`/projects/${own.projectId}`} replace /> : <SitDown personId={own.personId} name={own.name} corner={<Language />} />;
  }
  if (me) return <MyProjects />;
  return (
    <Welcome corner={<Language />} local>
      <SignInForm compact />
      {demo.data && <DemoTable table={demo.data} />}
      {demo.isPending && <Loading lines={6} />}
      <Refused error={demo.error} again={() => void demo.refetch()} />
    </Welcome>
  );
}

function ownSeat(table: Table) {
  for (const project of table.projects) {
    const person = project.people.find(each => each.personId === table.here);
    if (person) return { personId: person.personId, name: person.name, projectId: project.projectId };
  }
  return undefined;
}

const KEY = 'insieme.arrived';

/** True once per tab: later the first page is a page like any other, or nobody could get up from their seat. */
function isFirstTime(): boolean {
  try {
    return sessionStorage.getItem(KEY) === null;
  } catch {
    return false;
  }
}

function markArrived(): void {
  try {
    sessionStorage.setItem(KEY, 'yes');
  } catch {
    // A browser that keeps nothing leads to the seat each time.
  }
}
