/**
 * Serves the built client: files that carry their hash for ever, the one page never from a cache.
 * Every address that is not a file is the page; which one, the page itself knows.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express, type RequestHandler } from 'express';
import { nonceOf } from './headers.ts';
import { servePacked } from './packed.ts';

const NONCE = /__NONCE__/g;

export function mountPages(app: Express, folder: string): void {
  const page = servePage(join(folder, 'index.html'));
  // A missing chunk is a 404: HTML in its place would be a riddle in the console.
  app.use('/assets', servePacked(join(folder, 'assets')), express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false, index: false }));
  app.get(['/', '/index.html'], page);
  // Asked for each time, or an old shell would outlive what it opens.
  app.get('/sw.js', (_request, response, next) => { response.setHeader('Cache-Control', 'no-cache'); next(); });
  app.use(express.static(folder, { index: false, maxAge: 0, redirect: false }));
  app.get('/{*splat}', page);
}

/** Read once: a page that is not built stops the start, not the first visitor. */
function servePage(path: string): RequestHandler {
  const html = readFileSync(path, 'utf8');
  return (_request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').send(html.replace(NONCE, nonceOf(response)));
  };
}
