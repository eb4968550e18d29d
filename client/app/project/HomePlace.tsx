/** The home of a project, with the conversation about the project as a whole beside it. */
import type { ProjectView } from '../../../shared/projects.ts';
import { useRoom } from '../../collab/CollabContext.tsx';
import { HomePage } from '../../features/home/HomePage.tsx';
import { Talk } from './Talk.tsx';

export function HomePlace({ project }: { project: ProjectView }) {
  return <HomePage project={project} room={useRoom()} talk={<Talk project={project} anchor={{ on: 'project' }} />} />;
}
