/** How long answers are believed and when asking again makes sense; one client for the page. */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Refusal } from '../../shared/refusals.ts';
import { forgetAnswers } from './kept.ts';

const FRESH_MS = 30_000;
const TRIES = 2;

export function makeQueries(): QueryClient {
  // A session that has ended shows at the first answer that says so, whoever asked.
  const onError = (error: unknown): void => {
    if (!isRefusal(error, 'signed-out')) return;
    queries.setQueryData(['me'], null);
    void forgetAnswers();
  };
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // News on the line renews answers at once; the time only covers pages that missed some.
      queries: { staleTime: FRESH_MS, retry: (count, error) => count < TRIES && worthAsking(error), networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
  return queries;
}

/** A clear "no" stays a "no"; only silence and stumbling are worth another try. */
function worthAsking(error: unknown): boolean {
  return error instanceof Refusal && ['no-answer', 'not-now', 'something-went-wrong'].includes(error.code);
}

export function isRefusal(error: unknown, code: Refusal['code']): boolean {
  return error instanceof Refusal && error.code === code;
}
