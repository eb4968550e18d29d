/** News makes exactly those answers old that it speaks of. */
import { QueryClient } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import type { NewsLine } from '../../../client/api/news.ts';
import { projectKeys, renewOnNews } from '../../../client/api/renewal.ts';
import type { NewsEvents } from '../../../shared/events.ts';
import type { ProjectId } from '../../../shared/ids.ts';

const PROJECT = 'prj_0000000000000000000000' as ProjectId;
const OTHER = 'prj_1111111111111111111111' as ProjectId;

/** A line in memory: `tell` is the server. */
function lineInMemory() {
  const listeners = new Map<string, Set<() => void>>();
  const listen = (event: string, listener: () => void) => {
    const all = listeners.get(event) ?? new Set();
    listeners.set(event, all.add(listener));
    return () => void all.delete(listener);
  };
  const line: NewsLine = {
    on: (event, listener) => listen(event, listener as unknown as () => void),
    onReturn: listener => listen('return', listener),
    follow: () => () => undefined,
    open: () => () => undefined,
  };
  const tell = (event: keyof NewsEvents | 'return') => listeners.get(event)?.forEach(listener => { listener(); });
  return { line, tell };
}

function desk() {
  const queries = new QueryClient();
  for (const project of [PROJECT, OTHER]) {
    for (const key of Object.values(projectKeys(project))) queries.setQueryData(key, 'known');
  }
  const old = (project: ProjectId) => Object.entries(projectKeys(project)).flatMap(([name, key]) => (queries.getQueryState(key)?.isInvalidated ? [name] : []));
  return { queries, old };
}

describe('news of a project', () => {
  test.each<[keyof NewsEvents, string[]]>([
    ['project:changed', ['project', 'home']],
    ['members:changed', ['project', 'home', 'members', 'invitations']],
    ['comment:added', ['home', 'comments']],
    ['doubt:changed', ['home', 'doubts']],
    ['approval:changed', ['home', 'approval']],
  ])('%s renews %j, and nothing of another project', (event, names) => {
    const { line, tell } = lineInMemory();
    const { queries, old } = desk();
    renewOnNews(line, PROJECT, queries);
    tell(event);
    expect(old(PROJECT)).toEqual(names);
    expect(old(OTHER)).toEqual([]);
  });

  test('after a gap in the line everything is asked for again', () => {
    const { line, tell } = lineInMemory();
    const { queries, old } = desk();
    renewOnNews(line, PROJECT, queries);
    tell('return');
    expect(old(PROJECT)).toEqual(Object.keys(projectKeys(PROJECT)));
  });

  test('renews nothing once nobody looks any more', () => {
    const { line, tell } = lineInMemory();
    const { queries, old } = desk();
    renewOnNews(line, PROJECT, queries)();
    tell('project:changed');
    expect(old(PROJECT)).toEqual([]);
  });
});
