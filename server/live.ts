/** The live side of the server in one hand: news to pages, documents, upgrades, and an orderly end. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Documents } from './actions/documents.ts';
import type { News } from './actions/news.ts';
import type { Gate } from './actions/whoIs.ts';
import type { BaseParts } from './parts.ts';
import { createRealtime } from './realtime/connection.ts';
import type { OnDurable, SyncFigures } from './sync/counts.ts';
import { createSync } from './sync/sync.ts';

export interface Live {
  news: News;
  documents: Documents;
  figures(): SyncFigures;
  /** Takes over the upgrade of an address under `/yjs/`. */
  upgradeSync(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Flushes what is waiting, then closes every line. */
  close(): Promise<void>;
}

/** Built before the server listens. Rights that change are judged again on both lines, the documents' first. */
export function createLive(server: Server, { config, store, clock, log }: BaseParts, gate: Gate, onDurable: OnDurable): Live {
  const sync = createSync({ store, clock, log, gate, isShared: config.mongoUri !== undefined, onDurable, restFolder: config.dataDir });
  const realtime = createRealtime({ server, store, clock, log, gate });
  return {
    news: {
      ...realtime.news,
      reconsider(memberId) {
        sync.reconsider(memberId);
        realtime.news.reconsider(memberId);
      },
      sessionEnded(personId, sessionId) {
        sync.sessionEnded(personId, sessionId);
        realtime.news.sessionEnded(personId, sessionId);
      },
    },
    documents: sync.documents,
    figures: () => sync.figures(),
    upgradeSync: (request, socket, head) => sync.upgrade(request, socket, head),
    async close() {
      await sync.close();
      await realtime.close();
    },
  };
}
