/** The home of a project, with the conversation about the project as a whole beside it. */
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import type { ProjectView } from '../../../shared/projects.ts';
import { useRoom } from '../../collab/CollabContext.tsx';
import { HomePage } from '../../features/home/HomePage.tsx';
import { Changed } from './Changed.tsx';
import { Talk } from './Talk.tsx';

export function HomePlace({ project }: { project: ProjectView }) {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash === '#talk') document.getElementById('talk')?.scrollIntoView({ block: 'start' });
  }, [hash]);
  return <HomePage project={project} room={useRoom()} talk={<Talk project={project} anchor={{ on: 'project' }} />} banner={<Changed project={project} />} />;
}
