/**
 * What a page may ask over its news line, as data: who may, what is read, what is done.
 *
 * `RequestEvents` names the events; one without a rule here does not compile, and one that is not here is refused.
 */
import type * as z from 'zod';
import type { Deed } from '../../shared/access.ts';
import { FollowProject, type RequestEvents } from '../../shared/events.ts';
import type { Line } from './line.ts';

export interface RequestRule<Request> {
  /** `signed-in`: whoever has a line. A deed is asked of the project that the request names. */
  readonly needs: 'signed-in' | Deed;
  readonly request: z.ZodType<Request>;
  readonly handle: (line: Line, request: Request) => Promise<void>;
}

type RequestOf<E extends keyof RequestEvents> = Parameters<RequestEvents[E]>[0];

export const REQUESTS: { readonly [E in keyof RequestEvents]: RequestRule<RequestOf<E>> } = {
  // `follow` reads the standing itself, in the same breath as it begins to tell news.
  'project:follow': { needs: 'project.read', request: FollowProject, handle: (line, { projectId }) => line.follow(projectId) },
  'project:leave': {
    needs: 'signed-in', request: FollowProject,
    handle: (line, { projectId }) => {
      line.unfollow(projectId);
      return Promise.resolve();
    },
  },
};

export const isRequest = (event: string): event is keyof RequestEvents => Object.hasOwn(REQUESTS, event);
