/** What better-auth really asks of a database: recorded here, supported exactly, and nothing else answered by guess. */
import type { DBAdapter } from '@better-auth/core/db/adapter';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../../shared/people.ts';
import { createAdapter } from '../../../server/auth/adapter.ts';
import { createBetterAuth, type SendLink } from '../../../server/auth/betterAuth.ts';
import { createTables, NotSupported, type Table } from '../../../server/auth/tables.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

let app: TestApp;
let marta: Person;
beforeAll(async () => {
  app = await startApp();
  marta = await app.person('Marta Villa');
  await app.parts.accounts.setPassword(marta.id, 'bread and saffron');
});
afterAll(() => app.close());

/** Notes each look-up and each change on its way to the real tables. */
function recorded(tables: Readonly<Record<string, Table>>, seen: Set<string>): Record<string, Table> {
  const note = (table: string, what: string) => seen.add(`${table} ${what}`);
  return Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, {
    create: row => (note(name, 'create'), table.create(row)),
    find: (field, value) => (note(name, `find by ${field}`), table.find(field, value)),
    change: (row, change) => (note(name, `change ${Object.keys(change).toSorted().join(' ')}`), table.change(row, change)),
    remove: row => (note(name, 'remove'), table.remove(row)),
  } satisfies Table]));
}

test('better-auth asks these questions, and no others', async () => {
  const seen = new Set<string>();
  const links: SendLink[] = [];
  const { config, log } = app.parts;
  const better = createBetterAuth({
    config, log, secret: 's'.repeat(40),
    tables: recorded(createTables(app.store, () => undefined), seen),
    sendLink: link => Promise.resolve(void links.push(link)),
  });
  const headers = new Headers();
  const cookieOf = (answer: { headers: Headers }) => new Headers({ cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' });

  const byPassword = await better.api.signInEmail({ body: { email: marta.email, password: 'bread and saffron' }, headers, returnHeaders: true });
  await better.api.getSession({ headers: cookieOf(byPassword) });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 24 * 60 * 60 * 1_000 });
  await better.api.getSession({ headers: cookieOf(byPassword) }); // after two days it is carried further
  vi.useRealTimers();
  await better.api.signOut({ headers: cookieOf(byPassword) });
  for (let n = 0; n < 2; n += 1) {
    // The first proves the address, and so takes the path that clears what was there; the second does not.
    await better.api.signInMagicLink({ body: { email: marta.email, metadata: { origin: app.url } }, headers });
    await better.api.magicLinkVerify({ query: { token: links[n]!.token }, headers });
  }
  await better.api.beginSession({ body: { personId: marta.id, how: 'demo' }, headers });

  expect([...seen].toSorted()).toEqual([
    'account find by id',
    'account find by userId',
    'account remove',
    'session change expiresAt updatedAt',
    'session create',
    'session find by token',
    'session find by userId',
    'session remove',
    'user change emailVerified updatedAt',
    'user find by email',
    'user find by id',
    'verification create',
    'verification find by id',
    'verification find by identifier',
    'verification remove',
  ]);
});

describe('any other question throws', () => {
  let adapter: DBAdapter;
  beforeAll(() => {
    adapter = createAdapter(createTables(app.store, () => undefined))({});
  });
  const where = (field: string, value: string, more: object = {}) => [{ field, value, ...more }];

  test.each<[string, () => Promise<unknown>]>([
    ['two conditions', () => adapter.findOne({ model: 'session', where: [...where('token', 'a'), ...where('userId', 'b')] })],
    ['no condition', () => adapter.findMany({ model: 'session' })],
    ['an empty condition', () => adapter.findMany({ model: 'user', where: [] })],
    ['a comparison', () => adapter.findMany({ model: 'session', where: where('token', 'a', { operator: 'starts_with' }) })],
    ['a list', () => adapter.findMany({ model: 'session', where: [{ field: 'token', value: ['a', 'b'], operator: 'in' }] })],
    ['any case', () => adapter.findOne({ model: 'user', where: where('email', 'A@b.example', { mode: 'insensitive' }) })],
    ['another field', () => adapter.findOne({ model: 'user', where: where('name', 'Marta') })],
    ['a look-up by nothing', () => adapter.findOne({ model: 'user', where: [{ field: 'email', value: null }] })],
    ['a count', () => adapter.count({ model: 'user' })],
    ['a change of many', () => adapter.updateMany({ model: 'session', where: where('userId', 'a'), update: { expiresAt: new Date() } })],
    ['a page further on', () => adapter.findMany({ model: 'session', where: where('userId', 'a'), offset: 10 })],
    ['another order', () => adapter.findMany({ model: 'verification', where: where('identifier', 'a'), sortBy: { field: 'value', direction: 'asc' } })],
    ['making a person', () => adapter.create({ model: 'user', data: { name: 'X', email: 'x@y.example', emailVerified: false } })],
    ['making an account', () => adapter.create({ model: 'account', data: { userId: marta.id, accountId: 'x', providerId: 'github' } })],
    ['changing a name', () => adapter.update({ model: 'user', where: where('id', marta.id), update: { name: 'Somebody else' } })],
    ['proving an address and changing a name at once', () => adapter.update({ model: 'user', where: where('id', marta.id), update: { emailVerified: true, name: 'X' } })],
    ['removing a person', () => adapter.delete({ model: 'user', where: where('id', marta.id) })],
  ])('%s', async (_what, ask) => {
    await expect(ask()).rejects.toThrow(NotSupported);
  });
});
