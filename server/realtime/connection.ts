/**
 * The news line: socket.io beside the other doors of one http server.
 *
 * Who may come in is decided before anything is read: the origin at the upgrade, the session right after it.
 * What a page is told depends on its standing now (`line.ts`); sessions and places that end close it at once,
 * and a lease of less than a minute finds whatever that missed. It knows no noun: actions speak through `News`.
 */
import type { Server as HttpServer } from 'node:http';
import type { Logger } from 'pino';
import { Server } from 'socket.io';
import { NEWS_PATH } from '../../shared/events.ts';
import { LIMITS } from '../../shared/limits.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { News } from '../actions/news.ts';
import type { Gate } from '../actions/whoIs.ts';
import type { Store } from '../storage/store.ts';
import { Lines, type NewsServer } from './lines.ts';

export interface RealtimeNeeds {
  server: HttpServer;
  gate: Gate;
  store: Store;
  log: Logger;
  /** Epoch milliseconds. */
  clock: () => number;
  /** Calls `work` again and again; answers how to stop. */
  every?: (ms: number, work: () => void) => () => void;
}

export interface Realtime {
  news: News;
  /** Ends all lines, and resolves when none of them uses the store any more. The http server is left to its owner. */
  close(): Promise<void>;
}

/** With what a renewal takes, no right outlives its end by a minute. */
const LEASE_MS = 45_000;
/** Whoever upgrades and then says nothing is shown out. */
const SILENT_MS = 10_000;

export function createRealtime(needs: RealtimeNeeds): Realtime {
  const { server, gate, log, every = everyMs } = needs;
  const io: NewsServer = new Server(server, {
    path: NEWS_PATH,
    transports: ['websocket'],
    maxHttpBufferSize: LIMITS.newsMessageBytes,
    perMessageDeflate: false,
    serveClient: false,
    connectTimeout: SILENT_MS,
    // Otherwise socket.io ends every upgrade it does not know after a second, slow sign-ins on the sync line among them.
    destroyUpgrade: false,
    allowRequest: (request, answer) => answer(null, gate.originIsOurs(request.headers)),
  });
  const lines = new Lines(io, needs);
  listenForErrors(server, io, log);
  io.use((socket, next) => {
    lines.admit(socket).then(() => next(), (error: unknown) => next(connectError(error, log)));
  });
  io.on('connection', socket => lines.open(socket));
  const stop = every(LEASE_MS, () => lines.renewAll());
  return {
    news: lines.news,
    async close() {
      stop();
      const done = lines.close();
      io.engine.close();
      await done;
    },
  };
}

/** What a page reads as `error.data` when it is not let in. */
function connectError(error: unknown, log: Logger): Error {
  const refusal = error instanceof Refusal ? error : new Refusal('something-went-wrong');
  if (refusal !== error) log.error({ error }, 'a news line could not be opened');
  return Object.assign(new Error(refusal.code), { data: { code: refusal.code, params: refusal.params } });
}

/** An error nobody listens for ends the process: the raw socket has no listener between upgrade and handshake. */
function listenForErrors(server: HttpServer, io: NewsServer, log: Logger): void {
  server.prependListener('upgrade', (request, socket) => {
    if (request.url?.startsWith(NEWS_PATH)) socket.on('error', error => log.debug({ error }, 'a news upgrade failed'));
  });
  io.engine.on('connection_error', (failure: { code?: number }) => log.debug({ code: failure.code }, 'a news connection was refused'));
}

function everyMs(ms: number, work: () => void): () => void {
  const timer = setInterval(work, ms);
  timer.unref();
  return () => clearInterval(timer);
}
