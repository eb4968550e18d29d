/**
 * Hocuspocus at its documented best: its own server, batching outgoing broadcasts over `FLUSH_DELAY` milliseconds
 * (unset: its default, what one turn of the event loop brings), storing whole documents by its own debounced hooks.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Server } from '@hocuspocus/server';
import * as Y from 'yjs';
import { obey } from '../processes/child.ts';

const folder = join(process.env['DATA_DIR'] ?? '', 'documents');
const fileOf = (name: string) => join(folder, encodeURIComponent(name));
const flushDelay = process.env['FLUSH_DELAY'];

await mkdir(folder, { recursive: true });
const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  stopOnSignals: false,
  ...(flushDelay === undefined ? {} : { flushDelay: Number(flushDelay) }),
  async onLoadDocument({ document, documentName }) {
    const stored = await readFile(fileOf(documentName)).catch(whenMissing);
    if (stored) Y.applyUpdate(document, stored);
    return document;
  },
  async onStoreDocument({ document, documentName }) {
    await writeFile(fileOf(documentName), Y.encodeStateAsUpdate(document));
  },
});

function whenMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

await server.listen();
obey(server.address.port, () => Promise.reject(new Error('This server is asked nothing.')), () => server.destroy());
