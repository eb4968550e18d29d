/** Bad input at every door of sign-in, set-up, demo, outbox and me: each is answered, none is believed, nothing changes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../../shared/people.ts';
import { people } from '../../../server/storage/collections.ts';
import type { Stored } from '../../../server/storage/store.ts';
import type { Browser } from '../../support/browse.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

let app: TestApp;
let marta: Stored<Person>;
let here: Browser;
beforeAll(async () => {
  app = await startApp();
  marta = await app.person('Marta Villa');
  await app.parts.accounts.setPassword(marta.id, 'bread and saffron');
  here = await app.signIn(marta);
});
afterAll(() => app.close());

/** What programs send that expect to find a weak place, in place of a word. */
const STRANGE: readonly unknown[] = [
  null, true, 0, -1, 1e308, [], {}, [[]], { $ne: null }, { $gt: '' }, { $where: 'sleep(1000)' }, { $regex: '.*' }, ['a', 'b'],
  { toString: 'x' }, { length: 1 }, { constructor: { prototype: { admin: true } } }, '', ' ', '\u0000', 'a\u0000b', '\ud800',
  '../../etc/passwd', '<script>alert(1)</script>', 'x'.repeat(100_000),
];

const DOORS: readonly [string, string, Record<string, unknown>][] = [
  ['POST', '/api/auth/sign-in/email', { email: 'marta.villa@firm.example', password: 'wrong but readable' }],
  ['POST', '/api/auth/sign-in/link', { email: 'nobody@firm.example' }],
  ['POST', '/api/auth/link', { token: 'x'.repeat(43) }],
  ['POST', '/api/setup', { token: 'x'.repeat(43), workspace: 'Nodo', name: 'Marta', email: 'm@n.example', password: 'long enough', language: 'en' }],
  ['POST', '/api/demo/sit', { personId: 'psn_0000000000000000000000' }],
  ['PUT', '/api/me/password', { present: 'wrong but readable', next: 'long enough for it' }],
];

describe.each(DOORS)('%s %s', (method, path, fair) => {
  test.each(Object.keys(fair))('refuses everything strange in “%s”', async field => {
    for (const strange of STRANGE) {
      // Some are legal as a name or a password; with a wrong link or password beside them they still open nothing.
      const answer = await here.ask(method, path, { ...fair, [field]: strange });
      expect([field, strange, answer.status], JSON.stringify(answer.body)).toEqual([field, strange, expect.toSatisfy(status => [400, 401, 410].includes(status as number))]);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  test('wants each of its fields', async () => {
    for (const field of Object.keys(fair).filter(name => name !== 'present')) {
      const { [field]: _left, ...rest } = fair;
      expect(await here.ask(method, path, rest)).toMatchObject({ status: 400, body: { code: 'unreadable', params: { field } } });
    }
  });
});

test.each(['\u0000', 'Marta\u0007', 'Mar\nta', 'Mar\u2028ta', '\ud800', '\u202eatraM'])('a name cannot hold %j', async name => {
  expect(await here.ask('PATCH', '/api/me', { name })).toMatchObject({ status: 400, body: { params: { field: 'name' } } });
});

describe('PATCH /api/me', () => {
  test('changes what a person may change of themselves', async () => {
    const giulia = await app.person('Giulia Neri');
    const browser = await app.signIn(giulia);
    const changed = await browser.ask('PATCH', '/api/me', { name: '  Giulia N. ', language: 'it', scheme: 'dark' });
    expect(changed).toMatchObject({ status: 200, body: { id: giulia.id, name: 'Giulia N.', language: 'it', scheme: 'dark', workspaces: [] } });
    expect(await app.store.get(people, giulia.id)).toEqual({ ...giulia, name: 'Giulia N.', language: 'it', scheme: 'dark', rev: 2 });
  });

  test('leaves id, address and birth alone, whatever is sent', async () => {
    const sent = { id: 'psn_1111111111111111111111', email: 'evil@firm.example', createdAt: 0, rev: 99, workspaces: [{ id: 'x', name: 'y' }] };
    expect((await here.ask('PATCH', '/api/me', sent)).status).toBe(200);
    expect(await app.store.get(people, marta.id)).toMatchObject({ id: marta.id, email: marta.email, createdAt: marta.createdAt });
  });

  test.each([['name', ''], ['name', 'x'.repeat(81)], ['name', null], ['name', { $ne: 1 }], ['language', 'fr'], ['scheme', 'neon'], ['language', ['it']]])(
    'refuses %s = %j', async (field, value) => {
      const before = await app.store.get(people, marta.id);
      expect(await here.ask('PATCH', '/api/me', { [field]: value })).toMatchObject({ status: 400, body: { code: 'unreadable', params: { field } } });
      expect(await app.store.get(people, marta.id)).toEqual(before);
    },
  );

  test('is for somebody who is signed in', async () => {
    for (const [method, path] of [['GET', '/api/me'], ['PATCH', '/api/me'], ['PUT', '/api/me/password']] as const) {
      expect(await app.visitor().ask(method, path, method === 'GET' ? undefined : {})).toMatchObject({ status: 401, body: { code: 'signed-out' } });
    }
  });

  test('never tells what is kept for signing in', async () => {
    const { body } = await here.ask('GET', '/api/me');
    expect(Object.keys(body as object).toSorted()).toEqual(['createdAt', 'email', 'id', 'language', 'name', 'scheme', 'workspaces']);
  });
});
