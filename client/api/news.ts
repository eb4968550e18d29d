/**
 * The news line: tells a page what changed in the project it looks at, so that answers are asked for again at once.
 *
 * It knows socket.io and nothing of React. News say that something changed, hardly ever what.
 */
import { io, type Socket } from 'socket.io-client';
import { NEWS_PATH, type NewsEvents, type RequestEvents } from '../../shared/events.ts';
import type { ProjectId } from '../../shared/ids.ts';
import { hasRecalled } from './kept.ts';

export interface NewsLine {
  /** Returns how to stop listening. */
  on<E extends keyof NewsEvents>(event: E, listener: NewsEvents[E]): () => void;
  /** Calls back whenever the line stands again after a gap, or after a load without a network: something may have been missed. */
  onReturn(listener: () => void): () => void;
  /** News of this project follow until the returned function is called. */
  follow(projectId: ProjectId): () => void;
  /** Connects, and keeps coming back. Returns how to hang up; it may be opened again after. */
  open(): () => void;
}

/** A line that is not connected yet. */
export function makeNews(): NewsLine {
  const socket: Socket<NewsEvents, RequestEvents> = io({ path: NEWS_PATH, transports: ['websocket'], autoConnect: false });
  const followed = new Map<ProjectId, number>();
  let stoodBefore = false;
  const returns = new Set<() => void>();

  socket.on('connect', () => {
    for (const projectId of followed.keys()) follow(socket, projectId);
    if (stoodBefore || hasRecalled()) for (const listener of returns) listener();
    stoodBefore = true;
  });

  return {
    on(event, listener) {
      // socket.io types its listeners by event; TypeScript cannot follow that through a generic.
      socket.on(event, listener as never);
      return () => void socket.off(event, listener as never);
    },
    onReturn(listener) {
      returns.add(listener);
      return () => void returns.delete(listener);
    },
    follow(projectId) {
      count(followed, projectId, 1);
      if (socket.connected && followed.get(projectId) === 1) follow(socket, projectId);
      return () => {
        if (count(followed, projectId, -1) === 0 && socket.connected) socket.emit('project:leave', { projectId }, ignore);
      };
    },
    open() {
      socket.connect();
      return () => void socket.close();
    },
  };
}

function follow(socket: Socket<NewsEvents, RequestEvents>, projectId: ProjectId): void {
  socket.emit('project:follow', { projectId }, ignore);
}

/** A refusal to follow shows in the page's own requests, which ask by the same rule. */
function ignore(): void {
  // nothing to say here
}

/** Pages may follow the same project twice while one leaves and the next arrives. */
function count(followed: Map<ProjectId, number>, projectId: ProjectId, by: 1 | -1): number {
  const now = (followed.get(projectId) ?? 0) + by;
  if (now <= 0) followed.delete(projectId);
  else followed.set(projectId, now);
  return Math.max(0, now);
}
