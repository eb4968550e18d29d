/** The live side of the server as `app.ts` sees it: news to pages, documents, upgrades, and an orderly end. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Documents } from './actions/documents.ts';
import type { News } from './actions/news.ts';
import type { Gate } from './actions/whoIs.ts';
import type { BaseParts } from './parts.ts';

export interface Live {
  news: News;
  documents: Documents;
  /** Takes over the upgrade of an address under `/yjs/`. */
  upgradeSync(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Flushes what is waiting, then closes every line. */
  close(): Promise<void>;
}

/** Built on the http server before it listens. */
export type MakeLive = (server: Server, base: BaseParts, gate: Gate) => Live;
