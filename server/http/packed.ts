/**
 * Scripts and styles travel packed: each is read and compressed once, off the main thread, and kept.
 * Their names carry their hash, so what is kept never grows old. Answers of routes are never packed: they hold secrets.
 */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { RequestHandler } from 'express';

type Encoding = 'br' | 'gzip';

/** Nothing below looks like a path: no slash, no leading dot. */
const PACKABLE = /^\/[\w-][\w.-]*\.(js|css|svg|json)$/;

const pack: Readonly<Record<Encoding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: bytes => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 8 } }),
  gzip: bytes => promisify(gzip)(bytes),
};

/** Stands before the file server, which answers whatever this one passes on: other files, missing ones, unpacked wishes. */
export function servePacked(folder: string): RequestHandler {
  const kept = new Map<string, Promise<Buffer | undefined>>();
  return async (request, response, next) => {
    if (request.method !== 'GET' || !PACKABLE.test(request.path) || request.headers.range !== undefined) return next();
    response.vary('Accept-Encoding');
    const encoding = request.acceptsEncodings(['br', 'gzip']) as Encoding | false;
    const packed = encoding && (await once(kept, folder, request.path, encoding));
    if (!packed) return next();
    response.set({ 'Content-Encoding': encoding, 'Cache-Control': 'public, max-age=31536000, immutable' });
    response.type(extname(request.path)).send(packed);
  };
}

function once(kept: Map<string, Promise<Buffer | undefined>>, folder: string, path: string, encoding: Encoding): Promise<Buffer | undefined> {
  const key = `${encoding} ${path}`;
  const found = kept.get(key) ?? readAndPack(join(folder, path), encoding);
  kept.set(key, found);
  const forget = () => kept.delete(key);
  // What is not there is not kept, or made-up names would fill the memory; a failure is told to whoever waits.
  found.then(bytes => bytes ?? forget(), forget);
  return found;
}

async function readAndPack(file: string, encoding: Encoding): Promise<Buffer | undefined> {
  try {
    return await pack[encoding](await readFile(file));
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')) return undefined;
    throw error;
  }
}
