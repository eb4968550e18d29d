/** Letters of a local installation: readable on this machine alone, since they hold sign-in links. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../support/startApp.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ env: { TRUST_PROXY: '1' } });
});
afterAll(() => app.close());

test('shows the newest letter first, and keeps two hundred', async () => {
  for (let n = 1; n <= 201; n += 1) await app.outbox.send({ to: 'marta@nodo.example', subject: `Letter ${n}`, text: 'Hello' });
  const { body } = await app.visitor().ask('GET', '/api/outbox');
  const { letters } = body as { letters: { subject: string }[] };
  expect([letters.length, letters[0]?.subject, letters.at(-1)?.subject]).toEqual([200, 'Letter 201', 'Letter 2']);
});

test('is not there for whoever comes through a proxy from elsewhere', async () => {
  const through = (from: string) => app.visitor().ask('GET', '/api/outbox', undefined, { 'x-forwarded-for': from });
  expect((await through('192.168.1.30')).status).toBe(404);
  expect((await through('127.0.0.1')).status).toBe(200);
});
