/** The value header of the top bar, with everything that is still open in the project counted: talk, doubts, figures. */
import { useQuery } from '@tanstack/react-query';
import type { ProjectView } from '../../../shared/projects.ts';
import { useMembers } from '../../api/members.ts';
import { projectHomeQuery } from '../../api/projects.ts';
import type { LiveRoom } from '../../collab/types.ts';
import { useOpenFigures } from '../../features/value/together/useOpenFigures.ts';
import { ValueHeader } from '../../features/value/together/ValueHeader.tsx';

export function HeaderValue({ project, room }: { project: ProjectView; room: LiveRoom }) {
  const home = useQuery(projectHomeQuery(project.id)).data;
  const figures = useOpenFigures(project, room, useMembers(project.id));
  return <ValueHeader project={project} room={room} open={figures.length + (home ? home.threads.open + home.doubts.unanswered : 0)} />;
}
