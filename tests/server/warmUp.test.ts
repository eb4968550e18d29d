/** What happens before anybody can come in leaves nothing behind. */
import { afterEach, expect, test } from 'vitest';
import { warmUp } from '../../server/warmUp.ts';
import { startApp, type TestApp } from '../support/startApp.ts';

let app: TestApp;
afterEach(() => app.close());

test('warming up writes nothing, and everybody finds the server as it was', async () => {
  const written: unknown[] = [];
  app = await startApp({
    between: store => ({
      ...store,
      commit: async writes => {
        written.push(...writes);
        return store.commit(writes);
      },
    }),
  });
  await warmUp(app);
  expect(written).toEqual([]);
  expect(app.logged.filter(line => line.includes('"level":50'))).toEqual([]);
  const marta = await app.person('Marta Villa');
  const browser = await app.signIn(marta);
  expect((await browser.ask('GET', '/api/me')).status).toBe(200);
});
