/**
 * `createApp`: http, news and sync on one server, from parts. Tests call it on port 0; `main.ts` hands in the real ones.
 *
 * The order of the doors is the order of this file: health, host, origin, routes, pages, errors.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import express, { type Express, type RequestHandler } from 'express';
import { NEWS_PATH } from '../shared/events.ts';
import { Refusal } from '../shared/refusals.ts';
import type { Gate } from './actions/whoIs.ts';
import { type Auth, createAuth } from './auth/auth.ts';
import type { Config } from './config.ts';
import { type Connections, watchConnections } from './connections.ts';
import { Workshop } from './exports/workshop.ts';
import { answerErrors } from './http/errors.ts';
import { secureHeaders } from './http/headers.ts';
import { type Health, mountHealth } from './http/health.ts';
import { mountMetrics } from './http/metrics.ts';
import { mountRoutes } from './http/mount.ts';
import { PACES, type Paces } from './http/pace.ts';
import { mountPages } from './http/pages.ts';
import { logRequests } from './http/requestLog.ts';
import { allRoutes } from './http/routes.ts';
import { createLive, type Live } from './live.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import type { Outbox } from './mail/outbox.ts';
import { hostIsOurs, originIsOurs } from './origins.ts';
import type { BaseParts, Parts } from './parts.ts';
import { Watch } from './watch.ts';

/** A sender who is slow on purpose holds a socket no longer than this. */
const HEADERS_TIMEOUT_MS = 15_000;
const REQUEST_TIMEOUT_MS = 60_000;
/** How long running requests may take to end when the server stops. */
const LAST_ANSWERS_MS = 5_000;

export interface AppOptions {
  /** Signs session cookies. */
  secret: string;
  outbox?: Outbox | undefined;
  /** The built client; without it there is the API alone. */
  pageFolder?: string | undefined;
  paces?: Paces | undefined;
}

export interface App {
  readonly server: Server;
  readonly parts: Parts;
  readonly auth: Auth;
  /** Stop taking, flush, close: in this order. The store stays open; it is the caller's. */
  close(): Promise<void>;
}

export function createApp(base: BaseParts, options: AppOptions): App {
  const app = express();
  const server = createServer({ headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS }, app);
  const connections = watchConnections(server);
  // News learns who is asking from sign-in, and sign-in tells news whose session ended: one of the two comes first.
  const auth = createAuth(base, options.secret, (personId, sessionId) => live.news.sessionEnded(personId, sessionId));
  const gate: Gate = { whoIs: auth.whoIs, originIsOurs: headers => originIsOurs(base.config, headers) };
  const metrics = createMetrics(() => live.figures());
  const watch = new Watch({ figures: () => live.figures(), log: base.log });
  const live = createLive(server, base, gate, ms => {
    metrics.durable(ms);
    watch.durable(ms);
  });
  const parts: Parts = { ...base, news: live.news, documents: live.documents, accounts: auth.accounts };
  const health: Health = { takesVisitors: true };
  const workshop = new Workshop();
  prepare(app, base.config);
  mountDoors(app, { parts, auth, options, health, metrics, workshop });
  watch.start();
  server.on('upgrade', dispatchUpgrades(live));
  return { server, parts, auth, close: () => closeInOrder({ server, connections, live, health, watch, workshop }) };
}

function prepare(app: Express, { trustProxy }: Config): void {
  app.disable('x-powered-by');
  app.disable('etag'); // answers of routes are never cached; files bring their own
  app.set('query parser', 'simple'); // no nested objects out of `a[b]=`
  app.set('trust proxy', trustProxy === undefined ? false : typeof trustProxy === 'number' ? trustProxy : [...trustProxy]);
}

interface Doors {
  parts: Parts;
  auth: Auth;
  options: AppOptions;
  health: Health;
  metrics: Metrics;
  workshop: Workshop;
}

function mountDoors(app: Express, { parts, auth, options, health, metrics, workshop }: Doors): void {
  const { config, store, log } = parts;
  const routes = allRoutes(parts, { auth, outbox: options.outbox, maker: workshop });
  app.use(logRequests(log), ...secureHeaders(config));
  mountHealth(app, health, store, log);
  mountMetrics(app, config, metrics);
  app.use(onlyOurHost(config), onlyOurPages(config));
  mountRoutes(app, routes, { config, store, whoIs: auth.whoIs, cookies: auth.cookies, paces: options.paces ?? PACES });
  app.use('/api', nothingHere);
  if (options.pageFolder !== undefined) mountPages(app, options.pageFolder);
  app.use(nothingHere, answerErrors(log));
}

/** In local mode a foreign name that points here is a trick (DNS rebinding). */
function onlyOurHost(config: Config): RequestHandler {
  return (request, _response, next) => {
    next(hostIsOurs(config, request.headers) ? undefined : new Refusal('foreign-origin'));
  };
}

const READS = ['GET', 'HEAD', 'OPTIONS'];

/** Whatever changes something comes from a page of ours. */
function onlyOurPages(config: Config): RequestHandler {
  return (request, _response, next) => {
    const mayPass = READS.includes(request.method) || originIsOurs(config, request.headers);
    next(mayPass ? undefined : new Refusal('foreign-origin'));
  };
}

const nothingHere: RequestHandler = () => {
  throw new Refusal('not-found');
};

type OnUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** The one place that tells live lines apart; each judges origin and session by the gate. socket.io listens by itself for its own path and leaves the others alone. */
function dispatchUpgrades(live: Live): OnUpgrade {
  return (request, socket, head) => {
    socket.on('error', () => socket.destroy()); // a line that breaks while it is being judged is nobody's fault
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (path.startsWith('/yjs/')) live.upgradeSync(request, socket, head);
    else if (!path.startsWith(`${NEWS_PATH}/`)) refuseUpgrade(socket, '404 Not Found');
  };
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

interface Closing {
  server: Server;
  connections: Connections;
  live: Live;
  health: Health;
  watch: Watch;
  workshop: Workshop;
}

async function closeInOrder({ server, connections, live, health, watch, workshop }: Closing): Promise<void> {
  health.takesVisitors = false;
  watch.stop();
  const closed = new Promise<void>(resolve => { server.close(() => resolve()); });
  connections.endIdle();
  await live.close();
  await workshop.close();
  const patience = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
  await closed;
  clearTimeout(patience);
}
