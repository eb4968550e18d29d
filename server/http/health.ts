/** For whoever watches the server: is it there, and can it work. Says nothing else. */
import type { Express } from 'express';
import type { Logger } from 'pino';
import type { Store } from '../storage/store.ts';

export interface Health {
  /** False from the moment the server is asked to stop, so that no new visitor is sent here. */
  takesVisitors: boolean;
}

export function mountHealth(app: Express, health: Health, store: Store, log: Logger): void {
  app.get('/healthz', (_request, response) => {
    response.type('text').send('ok');
  });
  app.get('/readyz', async (_request, response) => {
    const ready = health.takesVisitors && (await answers(store, log));
    response.status(ready ? 200 : 503).type('text').send(ready ? 'ready' : 'not ready');
  });
}

async function answers(store: Store, log: Logger): Promise<boolean> {
  try {
    await store.ping();
    return true;
  } catch (error) {
    log.error({ error }, 'the store does not answer');
    return false;
  }
}
