/** What an announcement missed, the lease finds: a news line whose timer is in the test's hand. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Asking } from '../../../server/actions/whoIs.ts';
import { createRealtime, type Realtime } from '../../../server/realtime/connection.ts';
import { members } from '../../../server/storage/collections.ts';
import { put } from '../../../server/storage/store.ts';
import { NewsPage } from '../../support/newsPage.ts';
import { oneProject, type OneProject, type Seated } from '../../support/oneProject.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

let app: TestApp;
let server: Server;
let realtime: Realtime;
let everyMs = 0;
let tick: () => void = () => undefined;
/** How the session answers now; a test changes it. */
let whoIs: (cookie: string | undefined) => Promise<Asking | undefined>;
let one: OneProject;
let paolo: Seated;
let page: NewsPage;

beforeAll(async () => {
  app = await startApp();
  server = createServer();
  realtime = createRealtime({
    server, store: app.store, log: app.parts.log, clock: app.parts.clock,
    gate: { whoIs: headers => whoIs(headers.cookie), originIsOurs: () => true },
    every: (ms, work) => {
      [everyMs, tick] = [ms, work];
      return () => undefined;
    },
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await realtime.close();
  await new Promise(resolve => server.close(resolve));
  await app.close();
});
beforeEach(async () => {
  whoIs = cookie => app.auth.whoIs({ cookie });
  one = await oneProject(app);
  paolo = await one.seat('paolo');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  page = await new NewsPage({ url, origin: url, cookie: paolo.browser.cookie }).open();
  await page.follow(one.project.id);
});

test('it comes round within a minute', () => {
  expect(everyMs).toBeGreaterThan(0);
  expect(everyMs).toBeLessThanOrEqual(60_000);
});

test('a place that ended elsewhere is found, and its person told', async () => {
  const kept = (await app.store.get(members, paolo.member.id))!;
  await app.store.commit([put(members, { ...kept, removedAt: 1 }, kept.rev)]);
  tick();
  expect(await page.hears('member:ended')).toEqual({ projectId: one.project.id });
  realtime.news.tell(one.project.id, 'project.read', 'project:changed', { projectId: one.project.id });
  expect(await page.caughtUp()).toEqual(['member:ended']);
});

test('a session that ended elsewhere closes the line for good', async () => {
  const ended = page.ended();
  whoIs = () => Promise.resolve(undefined);
  tick();
  expect(await ended).toBe('io server disconnect');
});

test('a session that cannot be read cuts the line, which may come back', async () => {
  const ended = page.ended();
  whoIs = () => Promise.reject(new Error('the disk is away'));
  tick();
  expect(await ended).toBe('transport close');
});

test('nothing changes for somebody who is still here', async () => {
  tick();
  realtime.news.tell(one.project.id, 'project.read', 'project:changed', { projectId: one.project.id });
  await page.hears('project:changed');
  expect(await page.caughtUp()).toEqual(['project:changed']);
});
