/** The projects of whoever is signed in, in the frame of pages outside any project. Loaded when somebody is in. */
import { lazy, Suspense } from 'react';
import { Loading } from '../ui/Loading.tsx';

const Frame = lazy(async () => ({ default: (await import('./Frame.tsx')).Frame }));
const ProjectsPage = lazy(async () => ({ default: (await import('../features/projects/ProjectsPage.tsx')).ProjectsPage }));

export function MyProjects() {
  return (
    <Suspense fallback={<Loading />}>
      <Frame>
        <ProjectsPage />
      </Frame>
    </Suspense>
  );
}
