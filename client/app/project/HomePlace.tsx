/** The home of a project, with the joint value, and the conversation about the project as a whole beside it. */
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import type { ProjectView } from '../../../shared/projects.ts';
import { useMembers } from '../../api/members.ts';
import { useRoom } from '../../collab/CollabContext.tsx';
import { HomePage } from '../../features/home/HomePage.tsx';
import { TogetherValue } from '../../features/value/together/TogetherValue.tsx';
import { useOnTable } from '../../features/value/together/useOnTable.ts';
import { useOpenFigures } from '../../features/value/together/useOpenFigures.ts';
import { Changed } from './Changed.tsx';
import { Talk } from './Talk.tsx';

export function HomePlace({ project }: { project: ProjectView }) {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash === '#talk') document.getElementById('talk')?.scrollIntoView({ block: 'start' });
  }, [hash]);
  const room = useRoom();
  const counted = useOnTable(room) !== undefined;
  const openFigures = useOpenFigures(project, room, useMembers(project.id));
  return (
    <HomePage
      project={project} room={room} talk={<Talk project={project} anchor={{ on: 'project' }} />} banner={<Changed project={project} />} openFigures={openFigures}
      value={counted ? stages => <TogetherValue project={project} room={room} stages={stages} /> : undefined}
    />
  );
}
