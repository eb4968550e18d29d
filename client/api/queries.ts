/** How long answers are believed and when asking again makes sense; one client for the page. */
import { QueryClient } from '@tanstack/react-query';
import { Refusal } from '../../shared/refusals.ts';

const FRESH_MS = 30_000;
const TRIES = 2;

export function makeQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // News on the line renews answers at once; the time only covers pages that missed some.
      queries: { staleTime: FRESH_MS, retry: (count, error) => count < TRIES && worthAsking(error), networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
}

/** A clear "no" stays a "no"; only silence and stumbling are worth another try. */
function worthAsking(error: unknown): boolean {
  return error instanceof Refusal && ['no-answer', 'not-now', 'something-went-wrong'].includes(error.code);
}

export function isRefusal(error: unknown, code: Refusal['code']): boolean {
  return error instanceof Refusal && error.code === code;
}
