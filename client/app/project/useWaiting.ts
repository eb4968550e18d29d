/** Which places of a project wait for the reader: today, a version put to them for their word. */
import { useQuery } from '@tanstack/react-query';
import type { ProjectView } from '../../../shared/projects.ts';
import { projectHomeQuery } from '../../api/projects.ts';
import type { PlaceId } from './places.ts';

export function useWaiting(project: ProjectView): ReadonlySet<PlaceId> {
  const round = useQuery(projectHomeQuery(project.id)).data?.round;
  return new Set(round?.waitingFor.includes(project.me.memberId) ? (['approval'] as const) : []);
}
