/** Hands the news line of a project to the components within it. */
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import type { NewsEvents } from '../../shared/events.ts';
import type { ProjectId } from '../../shared/ids.ts';
import { makeNews, type NewsLine } from './news.ts';
import { renewOnNews } from './renewal.ts';

const NewsContext = createContext<NewsLine | undefined>(undefined);

interface Props {
  projectId: ProjectId;
  children: ReactNode;
  /** Tests hand in a line of their own. */
  make?: () => NewsLine;
}

/** Opens the line, follows the project and renews what was asked before. Closes it when its page goes. */
export function NewsProvider({ projectId, children, make = makeNews }: Props) {
  const queries = useQueryClient();
  const [line] = useState(make);
  useEffect(() => line.open(), [line]);
  useEffect(() => {
    const stops = [line.follow(projectId), renewOnNews(line, projectId, queries)];
    return () => stops.forEach(stop => { stop(); });
  }, [line, projectId, queries]);
  return <NewsContext value={line}>{children}</NewsContext>;
}

/** Calls `listener` with each piece of news of this kind while the component is on screen. */
export function useNews<E extends keyof NewsEvents>(event: E, listener: NewsEvents[E]): void {
  const line = useContext(NewsContext);
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => {
    const pass = ((news: never) => { (latest.current as (news: never) => void)(news); }) as NewsEvents[E];
    return line?.on(event, pass);
  }, [line, event]);
}
