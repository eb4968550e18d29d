/**
 * `/metrics`, for whoever watches the server and nobody else: with METRICS_TOKEN for those who bring it; without, in
 * local mode, for requests straight from this machine. To everybody else there is nothing here.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Express, Request } from 'express';
import { Refusal } from '../../shared/refusals.ts';
import type { Config } from '../config.ts';
import { hostIsOurs } from '../origins.ts';

export interface Told {
  readonly contentType: string;
  text(): Promise<string>;
}

export function mountMetrics(app: Express, config: Config, metrics: Told): void {
  app.get('/metrics', async (request, response) => {
    if (!mayLook(config, request)) throw new Refusal('not-found');
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Type', metrics.contentType);
    response.send(await metrics.text());
  });
}

function mayLook(config: Config, request: Request): boolean {
  if (config.metricsToken !== undefined) return sameText(request.get('authorization') ?? '', `Bearer ${config.metricsToken}`);
  return config.mode === 'local' && isFromHere(request) && hostIsOurs(config, request.headers);
}

/** Not by way of a proxy, whose own address would be this machine's for everybody. */
function isFromHere(request: Request): boolean {
  const isProxied = ['x-forwarded-for', 'forwarded', 'x-real-ip'].some(name => request.headers[name] !== undefined);
  return !isProxied && /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(request.socket.remoteAddress ?? '');
}

/** Takes as long for a good guess as for a bad one. */
function sameText(one: string, other: string): boolean {
  const [a, b] = [one, other].map(text => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
