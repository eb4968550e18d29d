/**
 * What every answer says to the browser: run only our own files, style only with this answer's nonce,
 * be framed by nobody, tell nobody where you came from.
 */
import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { Config } from '../config.ts';
import { localHost } from '../origins.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

export function secureHeaders(config: Config): RequestHandler[] {
  const isPublic = config.mode === 'public';
  return [
    (_request, response, next) => {
      response.locals['nonce'] = randomBytes(16).toString('base64');
      response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
      next();
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response as Response)}'`],
          connectSrc: ["'self'", request => lines(config, request as Request)],
          imgSrc: ["'self'", 'data:', 'blob:'],
          fontSrc: ["'self'"],
          manifestSrc: ["'self'"],
          workerSrc: ["'self'"],
          formAction: ["'self'"],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
          ...(isPublic ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      // On plain http it would lock people out of their own machine for a year.
      strictTransportSecurity: isPublic ? { maxAge: YEAR_SECONDS, includeSubDomains: false } : false,
      referrerPolicy: { policy: 'no-referrer' },
      crossOriginResourcePolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
    }),
  ];
}

/** Fresh for each answer; the page hands it to whatever adds styles. */
export function nonceOf(response: Response): string {
  return String(response.locals['nonce']);
}

/** The live lines' own address: some browsers do not count ws: as 'self'. */
function lines(config: Config, request: Request): string {
  if (config.mode === 'public') return config.publicUrl.replace(/^https/, 'wss');
  const host = localHost(request.headers);
  return host === undefined ? "'self'" : `ws://${host}`;
}
