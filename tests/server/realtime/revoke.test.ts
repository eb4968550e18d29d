/** The end of a right, asked for over http, on both live lines of a page at once. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { CLOSE, roomIdOf } from '../../../shared/rooms.ts';
import { NewsPage } from '../../support/newsPage.ts';
import { oneProject, type OneProject, type Seated } from '../../support/oneProject.ts';
import { RawLine } from '../../support/RawLine.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

let one: OneProject;
let [marta, ivo]: Seated[] = [];
let news: NewsPage;
let document: RawLine;
beforeEach(async () => {
  one = await oneProject(app);
  [marta, ivo] = [await one.seat('marta'), await one.seat('ivo')];
  news = await new NewsPage(ivo.browser).open();
  await news.follow(one.project.id);
  document = RawLine.open(ivo.browser, roomIdOf(one.project.id, 'backstage'));
  await document.isIn;
});
afterEach(() => {
  news.close();
  document.close();
});

const change = (what: object) => marta!.browser.ask('PATCH', `${one.path}/members/${ivo!.member.id}`, what);
/** Far below the lease, far above what a busy machine needs: the promised second is for a proof to measure. */
const AT_ONCE_MS = 5_000;

/** How long after asking both had happened. */
async function within(ask: () => Promise<unknown>, ...outcomes: Promise<unknown>[]): Promise<number> {
  const from = Date.now();
  await Promise.all([ask(), ...outcomes]);
  return Date.now() - from;
}

test('a removed member’s lines end at once', async () => {
  const took = await within(() => marta!.browser.ask('DELETE', `${one.path}/members/${ivo!.member.id}`), document.isClosed, news.hears('member:ended'));
  expect(document.closedWith).toBe(CLOSE.accessEnded);
  expect(took).toBeLessThan(AT_ONCE_MS);
});

test('somebody who leaves is out on every page of theirs', async () => {
  const took = await within(() => ivo!.browser.ask('POST', `${one.path}/leave`), document.isClosed, news.hears('member:ended'));
  expect(took).toBeLessThan(AT_ONCE_MS);
});

test('a smaller role takes the right to write, and leaves the right to read', async () => {
  const readOnly = document.until(() => document.heard.states.at(-1)?.mayWrite === false, 'the end of writing');
  const took = await within(() => change({ role: 'viewer' }), readOnly, news.hears('members:changed'));
  expect(took).toBeLessThan(AT_ONCE_MS);
  expect(document.closedWith).toBeUndefined();
});

test('signing out ends both lines of that browser', async () => {
  const took = await within(() => ivo!.browser.ask('POST', '/api/auth/sign-out'), document.isClosed, news.ended());
  expect(document.closedWith).toBe(CLOSE.signedOut);
  expect(took).toBeLessThan(AT_ONCE_MS);
});

test('a new password ends both lines everywhere', async () => {
  const took = await within(() => app.parts.accounts.setPassword(ivo!.person.id, 'a password of their own'), document.isClosed, news.ended());
  expect(took).toBeLessThan(AT_ONCE_MS)
});
