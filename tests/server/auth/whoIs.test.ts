/** The cookie is written by better-auth and read by us: both must know the same people, and the same forgers. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Person } from '../../../shared/people.ts';
import { createBetterAuth } from '../../../server/auth/betterAuth.ts';
import { sessions } from '../../../server/auth/collections.ts';
import { createTables } from '../../../server/auth/tables.ts';
import { createWhoIs } from '../../../server/auth/whoIs.ts';
import { remove } from '../../../server/storage/store.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

const SECRET = 'known to both of them, and to nobody else';
const DAY = 24 * 60 * 60 * 1_000;

let app: TestApp;
let marta: Person;
let better: ReturnType<typeof createBetterAuth>;
let whoIs: ReturnType<typeof createWhoIs>;
beforeAll(async () => {
  app = await startApp();
  marta = await app.person('Marta Villa');
  const { config, log } = app.parts;
  better = createBetterAuth({ config, log, secret: SECRET, tables: createTables(app.store, () => undefined), sendLink: () => Promise.resolve() });
  whoIs = createWhoIs({ config, store: app.store, clock: () => Date.now() }, SECRET);
});
afterAll(() => app.close());

async function freshCookie(): Promise<string> {
  const begun = await better.api.beginSession({ body: { personId: marta.id, how: 'demo' }, headers: new Headers(), returnHeaders: true });
  return begun.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

const ours = async (cookie: string) => (await whoIs({ cookie }))?.sessionId;
const theirs = async (cookie: string) => (await better.api.getSession({ headers: new Headers({ cookie }), query: { disableRefresh: true } }))?.session.id;

test('a session is known by its cookie, wherever among others it stands', async () => {
  const cookie = await freshCookie();
  for (const sent of [cookie, `a=b; ${cookie}`, `${cookie};c=d`, `insieme_old=1; ${cookie}; insieme2=2`, ` ${cookie} `, `broken; ${cookie}`]) {
    expect(await ours(sent)).toBeDefined();
    expect(await ours(sent)).toBe(await theirs(sent));
  }
  expect(await whoIs({ cookie })).toMatchObject({ person: { id: marta.id }, signedInWith: 'demo' });
});

test('nobody is known by no cookie, by one of another name, or by one that another secret signed', async () => {
  const cookie = await freshCookie();
  const stranger = createWhoIs({ config: app.parts.config, store: app.store, clock: () => Date.now() }, `${SECRET}.`);
  expect(await whoIs({})).toBeUndefined();
  expect(await ours('')).toBeUndefined();
  expect(await ours(cookie.replace('insieme=', 'other='))).toBeUndefined();
  expect(await stranger({ cookie })).toBeUndefined();
  expect(await ours(`insieme=%E0%A4%A; ${cookie}`)).toBeUndefined();
});

test('whatever is done to a cookie, whoever better-auth does not know is nobody', async () => {
  const cookie = await freshCookie();
  const change = fc.tuple(fc.nat(cookie.length), fc.nat(3), fc.string({ maxLength: 3, unit: 'grapheme-ascii' }).map(text => text.replace(/[\r\n\0]/g, '')));
  await fc.assert(fc.asyncProperty(change, async ([at, without, instead]) => {
    const forged = cookie.slice(0, at) + instead + cookie.slice(at + without);
    expect([undefined, await theirs(forged)]).toContain(await ours(forged));
  }), { numRuns: 300 });
}, 30_000);

test('a session that was ended, ran out or is older than a month is nobody', async () => {
  const [ended, idle] = [await freshCookie(), await freshCookie()];
  const kept = await app.store.get(sessions, (await ours(ended))!);
  await app.store.commit([remove(sessions, kept!.id, kept!.rev)]);
  expect(await ours(ended)).toBeUndefined();

  expect(await ours(idle)).toBeDefined();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 8 * DAY });
  expect(await ours(idle)).toBeUndefined();
  vi.useRealTimers();
});
