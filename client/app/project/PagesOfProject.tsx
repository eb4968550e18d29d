/** The pages of a project by address; canvas, value and proposal arrive when they are first opened. */
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import type { ProjectView } from '../../../shared/projects.ts';
import { PeoplePage } from '../../features/people/PeoplePage.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Page } from '../../ui/Page.tsx';
import { NothingHere } from '../NotFound.tsx';
import { HomePlace } from './HomePlace.tsx';

const CanvasPlace = lazy(async () => ({ default: (await import('./CanvasPlace.tsx')).CanvasPlace }));
const ApprovalPlace = lazy(async () => ({ default: (await import('./ApprovalPlace.tsx')).ApprovalPlace }));
const ValuePlace = lazy(async () => ({ default: (await import('./ValuePlace.tsx')).ValuePlace }));
const ProposalPlace = lazy(async () => ({ default: (await import('./ProposalPlace.tsx')).ProposalPlace }));

export function PagesOfProject({ project }: { project: ProjectView }) {
  return (
    <Suspense fallback={<Page><Loading /></Page>}>
      <Routes>
        <Route index element={<HomePlace project={project} />} />
        <Route path="canvas" element={<CanvasPlace project={project} />} />
        <Route path="value/*" element={<ValuePlace project={project} />} />
        <Route path="proposal" element={<ProposalPlace project={project} />} />
        <Route path="approval/*" element={<ApprovalPlace project={project} />} />
        <Route path="people" element={<PeoplePage project={project} />} />
        <Route path="*" element={<NothingHere />} />
      </Routes>
    </Suspense>
  );
}
