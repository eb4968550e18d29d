/** One line per request: the route's pattern, how it ended, how long it took, which person. Never an address, a body or a header. */
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

export function logRequests(log: Logger): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    response.on('close', () => {
      const { route = 'page', person } = response.locals as { route?: string; person?: string };
      const line = {
        method: request.method, route, status: response.statusCode, person,
        ms: Math.round(performance.now() - startedAt), finished: response.writableFinished,
      };
      log[route === 'page' && response.statusCode < 400 ? 'debug' : 'info'](line, 'request');
    });
    next();
  };
}
