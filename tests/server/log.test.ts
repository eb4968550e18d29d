/** A log tells what happened and never what was said: a canary word goes in at every opening and must not come out. */
import { expect, test } from 'vitest';
import { createLog, describe as describeError } from '../../server/log.ts';
import { StoreUnavailable } from '../../server/storage/store.ts';
import { startApp } from '../support/startApp.ts';
import { vi } from 'vitest';

const CANARY = 'ZEBRA-7';

test('no word of a request reaches a line: not from body, query, path, header, cookie, name, letter or link', async () => {
  const app = await startApp({ logLevel: 'debug' });
  const person = await app.person(`Marta ${CANARY}`, { email: `${CANARY.toLowerCase()}@nodo.example` });
  await app.parts.accounts.setPassword(person.id, `${CANARY} is long enough`);
  const browser = app.visitor();
  const headers = { 'user-agent': CANARY, 'x-canary': CANARY, authorization: `Bearer ${CANARY}`, referer: `http://x/${CANARY}` };
  const say = (method: string, path: string, body?: unknown) => browser.ask(method, path, body, headers);

  await say('POST', `/api/auth/sign-in/email?${CANARY}=1`, { email: person.email, password: `${CANARY} wrong` });
  await say('POST', '/api/auth/sign-in/email', { email: person.email, password: `${CANARY} is long enough` });
  await say('POST', '/api/auth/sign-in/link', { email: person.email });
  const token = /#(\S+)/.exec(app.outbox.letters()[0]?.text ?? '')?.[1] ?? '';
  await say('POST', '/api/auth/link', { token });
  await say('POST', '/api/auth/link', { token });
  await say('PATCH', '/api/me', { name: CANARY, language: CANARY });
  await say('PATCH', '/api/me', `{"name": "${CANARY}`);
  await say('GET', `/api/projects/${CANARY}`);
  await say('GET', `/${CANARY}/%E0%A4%A?token=${CANARY}`);
  await app.visitor().withCookie(`insieme=${CANARY}.${CANARY}`).ask('GET', '/api/me');
  vi.spyOn(app.store, 'page').mockRejectedValueOnce(new StoreUnavailable('the disk is full'));
  await say('GET', '/api/setup');
  const cookie = decodeURIComponent(browser.cookie.split('=')[1] ?? '').split('.')[0] ?? '';
  await app.close();

  const log = app.logged.join('');
  expect(app.logged.length).toBeGreaterThan(10);
  expect(log).toContain('the disk is full');
  for (const secret of [CANARY, CANARY.toLowerCase(), token, cookie]) {
    expect(secret.length).toBeGreaterThan(5);
    expect(log).not.toContain(secret);
  }
});

test('a line names the route by its pattern, the person by id, and how it ended', async () => {
  const app = await startApp();
  const marta = await app.person('Marta Villa');
  await (await app.signIn(marta)).ask('GET', '/api/me');
  await app.close();
  const line = app.logged.map(text => JSON.parse(text) as Record<string, unknown>).find(each => each['msg'] === 'request');
  expect(line).toMatchObject({ method: 'GET', route: '/api/me', status: 200, person: marta.id, finished: true });
  expect(line?.['time']).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
});

test('an error is told by name, message, stack and cause; what a library hung on it stays out', () => {
  const error = Object.assign(new Error('broke', { cause: new TypeError('why') }), { request: { body: CANARY }, response: CANARY });
  const lines: string[] = [];
  createLog('info', { write: line => void lines.push(line) }).error({ error }, 'failed');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: 'failed', error: { name: 'Error', message: 'broke', cause: { name: 'TypeError', message: 'why' } } });
  expect(lines[0]).not.toContain(CANARY);
  expect(describeError(CANARY)).toEqual({ name: 'string', message: 'thrown, not an Error' });
});
