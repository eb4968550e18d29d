/** Turns whatever was thrown into one answer: a refusal with its code, or "something went wrong" with nothing leaked. */
import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { Refusal, type Refused } from '../../shared/refusals.ts';
import { BadCursor, Conflict, Duplicate, StoreUnavailable } from '../storage/store.ts';

export function answerErrors(log: Logger): ErrorRequestHandler {
  // Express recognises an error handler by its four parameters.
  return (thrown: unknown, request, response, next) => {
    const refusal = asRefusal(thrown);
    if (refusal !== thrown && refusal.status >= 500) log.error({ error: thrown, method: request.method }, 'request failed');
    if (refusal.code === 'not-now') response.setHeader('Retry-After', '5');
    if (response.headersSent) return next(thrown); // half an answer is out: Express cuts the line
    const answer: Refused = { code: refusal.code, params: refusal.params };
    response.status(refusal.status).json(answer);
  };
}

export function asRefusal(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown;
  if (thrown instanceof Conflict || thrown instanceof Duplicate) return new Refusal('conflict');
  if (thrown instanceof StoreUnavailable) return new Refusal('not-now');
  if (thrown instanceof BadCursor) return new Refusal('unreadable', { field: 'after' });
  const status = statusOf(thrown);
  // Body parser, router and file server mark what the sender did wrong with a 4xx status.
  if (status === 404) return new Refusal('not-found');
  if (status === 413) return new Refusal('too-large');
  if (status !== undefined && status >= 400 && status < 500) return new Refusal('unreadable', { field: 'body' });
  return new Refusal('something-went-wrong');
}

function statusOf(thrown: unknown): number | undefined {
  if (!(thrown instanceof Error) || !('status' in thrown)) return undefined;
  return typeof thrown.status === 'number' ? thrown.status : undefined;
}
