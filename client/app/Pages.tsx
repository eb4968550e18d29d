/** Every address of the app and the page behind it. Pages arrive when they are first opened. */
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { Loading } from '../ui/Loading.tsx';
import { FirstPage } from './FirstPage.tsx';
import { Language } from './Language.tsx';
import { NotFound } from './NotFound.tsx';
import { SignedIn } from './SignedIn.tsx';
import { useFreshPage } from './useFreshPage.ts';

const Frame = lazy(async () => ({ default: (await import('./Frame.tsx')).Frame }));
const LinkPage = lazy(async () => ({ default: (await import('../features/sign-in/LinkPage.tsx')).LinkPage }));
const SetUpPage = lazy(async () => ({ default: (await import('../features/set-up/SetUpPage.tsx')).SetUpPage }));
const JoinPage = lazy(async () => ({ default: (await import('../features/invitations/JoinPage.tsx')).JoinPage }));
const OutboxPage = lazy(async () => ({ default: (await import('../features/outbox/OutboxPage.tsx')).OutboxPage }));
const MePage = lazy(async () => ({ default: (await import('../features/me/MePage.tsx')).MePage }));
const StartProjectPage = lazy(async () => ({ default: (await import('../features/projects/StartProjectPage.tsx')).StartProjectPage }));
const ProjectPages = lazy(async () => ({ default: (await import('./project/ProjectPages.tsx')).ProjectPages }));

export function Pages() {
  useFreshPage();
  return (
    <Suspense fallback={<Loading />}>
      <Routes>
        <Route path="/" element={<FirstPage />} />
        <Route path="/sign-in/link" element={<LinkPage corner={<Language />} />} />
        <Route path="/set-up" element={<SetUpPage corner={<Language />} />} />
        <Route path="/join" element={<JoinPage corner={<Language />} />} />
        <Route path="/outbox" element={<Frame><OutboxPage /></Frame>} />
        <Route path="/me" element={<SignedIn><Frame><MePage /></Frame></SignedIn>} />
        <Route path="/start" element={<SignedIn><Frame><StartProjectPage /></Frame></SignedIn>} />
        <Route path="/projects/:projectId/*" element={<SignedIn><ProjectPages /></SignedIn>} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </Suspense>
  );
}
