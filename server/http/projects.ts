/** Projects at the http door. */
import { ChangeProject, FindProjects, ProjectList, ProjectView, StartProject } from '../../shared/projects.ts';
import { changeProject, listProjects, openProject, startProject } from '../actions/projects.ts';
import type { Parts } from '../parts.ts';
import { type Route, route } from './route.ts';

export function projectRoutes(parts: Parts): Route[] {
  const all = '/api/projects' as const;
  const one = `${all}/:projectId` as const;
  return [
    route({
      method: 'get', path: all, needs: 'signed-in', query: FindProjects, answer: ProjectList,
      handle: async ({ person, query }) => ({ projects: await listProjects(parts, person, query) }),
    }),
    route({
      // Who may start one is the workspace's business, which the action asks: a colleague, nobody else.
      method: 'post', path: all, needs: 'signed-in', body: StartProject, answer: ProjectView,
      handle: ({ person, body }) => startProject(parts, person, body),
    }),
    route({ method: 'get', path: one, needs: 'project.read', answer: ProjectView, handle: ({ project, member }) => openProject(parts, project, member) }),
    route({
      method: 'patch', path: one, needs: 'project.manage', body: ChangeProject, answer: ProjectView,
      handle: ({ project, member, body }) => changeProject(parts, project.id, member, body),
    }),
  ];
}
