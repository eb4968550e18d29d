/** Who has a place in a project, former members too: what they wrote keeps its author. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { MemberId, ProjectId } from '../../shared/ids.ts';
import { type ChangeMember, MemberList, MemberView } from '../../shared/members.ts';
import { ask, tell } from './call.ts';
import { askOrRecall } from './recall.ts';

export const membersQuery = (projectId: ProjectId) =>
  queryOptions({
    queryKey: ['members', projectId],
    queryFn: async ({ signal }) => (await askOrRecall(`/api/projects/${projectId}/members`, MemberList, { signal })).members,
  });

const NOBODY: readonly MemberView[] = [];

/** Present and former members; empty while they are on their way. */
export function useMembers(projectId: ProjectId): readonly MemberView[] {
  return useQuery(membersQuery(projectId)).data ?? NOBODY;
}

export const changeMember = (projectId: ProjectId, memberId: MemberId, change: ChangeMember): Promise<MemberView> =>
  ask('PATCH', `/api/projects/${projectId}/members/${memberId}`, MemberView, { body: change });

export const removeMember = (projectId: ProjectId, memberId: MemberId): Promise<void> =>
  tell('DELETE', `/api/projects/${projectId}/members/${memberId}`);

export const leaveProject = (projectId: ProjectId): Promise<void> => tell('POST', `/api/projects/${projectId}/leave`);
