/** Projects of the reader, one project, its home, and what may be changed of it. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ProjectHome } from '../../shared/home.ts';
import type { ProjectId } from '../../shared/ids.ts';
import { type ChangeProject, ProjectList, ProjectView, type StartProject } from '../../shared/projects.ts';
import { ask } from './call.ts';
import { askOrRecall } from './recall.ts';

export const projectsQuery = (find: { search: string; archived: boolean }) =>
  queryOptions({
    queryKey: ['projects', find],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ search: find.search, archived: String(find.archived) });
      // What somebody looked for is nobody's to find on this device.
      if (find.search !== '') return ask('GET', `/api/projects?${query}`, ProjectList, { signal });
      return askOrRecall(`/api/projects?${query}`, ProjectList, { signal });
    },
  });

export const projectQuery = (projectId: ProjectId) =>
  queryOptions({
    queryKey: ['project', projectId],
    queryFn: ({ signal }) => askOrRecall(`/api/projects/${projectId}`, ProjectView, { signal }),
  });

export const projectHomeQuery = (projectId: ProjectId) =>
  queryOptions({
    queryKey: ['home', projectId],
    queryFn: ({ signal }) => ask('GET', `/api/projects/${projectId}/home`, ProjectHome, { signal }),
  });

export const startProject = (wanted: StartProject): Promise<ProjectView> => ask('POST', '/api/projects', ProjectView, { body: wanted });

export function useChangeProject(projectId: ProjectId) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: ChangeProject) => ask('PATCH', `/api/projects/${projectId}`, ProjectView, { body: change }),
    onSuccess: project => {
      queries.setQueryData(projectQuery(projectId).queryKey, project);
      void queries.invalidateQueries({ queryKey: ['projects'] });
      void queries.invalidateQueries({ queryKey: ['home', projectId] });
    },
  });
}
