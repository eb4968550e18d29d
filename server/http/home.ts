/** A project's home at the http door. */
import { ProjectHome } from '../../shared/home.ts';
import { readHome } from '../actions/home.ts';
import type { Parts } from '../parts.ts';
import { type Route, route } from './route.ts';

export function homeRoutes(parts: Parts): Route[] {
  return [
    route({
      method: 'get', path: '/api/projects/:projectId/home', needs: 'project.read', answer: ProjectHome,
      handle: ({ project, member }) => readHome(parts, project, member),
    }),
  ];
}
