/**
 * What the first person after a start would wait for otherwise: code that never ran is slow, and the garbage of starting
 * would be collected in the middle of their answer. Changes nothing and keeps nothing.
 */
import { Session } from 'node:inspector/promises';
import { roomIdOf } from '../shared/rooms.ts';
import type { App } from './app.ts';
import { originIsOurs } from './origins.ts';
import { readSomething } from './sync/blocks/readSomething.ts';

/** To be called before the server listens. */
export async function warmUp({ parts, auth }: Pick<App, 'parts' | 'auth'>): Promise<void> {
  originIsOurs(parts.config, { host: 'localhost', origin: 'http://localhost' });
  await auth.whoIs({ cookie: 'nobody=nobody.signed' });
  await parts.documents.read(roomIdOf(parts.makeId('prj'), 'shared')); // a room of no project: nothing is there
  readSomething();
  await collectGarbage();
}

/** Once, and before anybody is here; the way in that needs no flag. */
async function collectGarbage(): Promise<void> {
  const session = new Session();
  session.connect();
  await session.post('HeapProfiler.collectGarbage');
  session.disconnect();
}
