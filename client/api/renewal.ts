/** Which answers each piece of news makes old. */
import type { QueryClient } from '@tanstack/react-query';
import type { ProjectId } from '../../shared/ids.ts';
import type { NewsLine } from './news.ts';

/** Keys of queries within one project; features name theirs like this to be renewed with the rest. */
export const projectKeys = (projectId: ProjectId) => ({
  project: ['project', projectId],
  home: ['home', projectId],
  members: ['members', projectId],
  invitations: ['invitations', projectId],
  comments: ['comments', projectId],
  doubts: ['doubts', projectId],
  approval: ['approval', projectId],
});

type Key = keyof ReturnType<typeof projectKeys>;

/** Returns how to stop. After a gap in the line everything of the project is asked for again. */
export function renewOnNews(line: NewsLine, projectId: ProjectId, queries: QueryClient): () => void {
  const keys = projectKeys(projectId);
  const renew = (...which: Key[]) => () => {
    for (const key of which) void queries.invalidateQueries({ queryKey: keys[key] });
  };
  const stops = [
    line.on('project:changed', renew('project', 'home')),
    line.on('members:changed', renew('members', 'invitations', 'project', 'home')),
    line.on('comment:added', renew('comments', 'home')),
    line.on('comment:changed', renew('comments', 'home')),
    line.on('thread:settled', renew('comments', 'home')),
    line.on('doubt:changed', renew('doubts', 'home')),
    line.on('approval:changed', renew('approval', 'home')),
    line.onReturn(renew('project', 'home', 'members', 'invitations', 'comments', 'doubts', 'approval')),
  ];
  return () => stops.forEach(stop => { stop(); });
}
