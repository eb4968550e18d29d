/**
 * Structured logs, one JSON line each: what was asked, how it ended, how long it took.
 *
 * Fields are an allow-list: no body, no header, no query, no cookie, no token ever reaches a line, because
 * nobody hands them in. An unexpected error is told by its name, message and stack.
 */
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';

export function createLog(level: string, to?: DestinationStream): Logger {
  const options = {
    level,
    base: { process: process.pid },
    timestamp: stdTimeFunctions.isoTime, // UTC
    serializers: { error: describe, err: describe },
  };
  return to ? pino(options, to) : pino(options);
}

interface Described {
  name: string;
  message: string;
  stack?: string | undefined;
  cause?: Described | undefined;
}

/** Own properties of an error are left out: libraries hang requests, queries and records there. */
export function describe(thrown: unknown): Described {
  if (!(thrown instanceof Error)) return { name: typeof thrown, message: 'thrown, not an Error' };
  const cause = thrown.cause === undefined ? {} : { cause: describe(thrown.cause) };
  return { name: thrown.name, message: thrown.message, stack: thrown.stack, ...cause };
}
