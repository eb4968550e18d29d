/** Members at the http door. */
import { MemberId } from '../../shared/ids.ts';
import { ChangeMember, MemberList, MemberView } from '../../shared/members.ts';
import { Refusal } from '../../shared/refusals.ts';
import { changeMember, endMembership, listMembers } from '../actions/members.ts';
import type { Parts } from '../parts.ts';
import { type Route, route } from './route.ts';

/** An id of another shape cannot exist: the answer is the same as for one that does not. */
function memberIdOf(params: Readonly<Record<string, string>>): MemberId {
  const id = MemberId.safeParse(params['memberId']);
  if (!id.success) throw new Refusal('not-found');
  return id.data;
}

export function memberRoutes(parts: Parts): Route[] {
  const all = '/api/projects/:projectId/members' as const;
  const one = `${all}/:memberId` as const;
  return [
    route({
      method: 'get', path: all, needs: 'people.read', answer: MemberList,
      handle: async ({ project }) => ({ members: await listMembers(parts, project.id) }),
    }),
    route({
      method: 'patch', path: one, needs: 'people.manage', body: ChangeMember, answer: MemberView,
      handle: ({ project, params, body }) => changeMember(parts, project.id, memberIdOf(params), body),
    }),
    route({
      method: 'delete', path: one, needs: 'people.manage',
      handle: ({ project, params }) => endMembership(parts, project.id, memberIdOf(params)),
    }),
    route({
      // Everybody may go; the domain keeps the last host.
      method: 'post', path: '/api/projects/:projectId/leave', needs: 'project.read',
      handle: ({ project, member }) => endMembership(parts, project.id, member.id),
    }),
  ];
}
