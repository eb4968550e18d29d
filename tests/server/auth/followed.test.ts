/** What better-auth carries along a chain of promises: whole while a call runs, and followed by nobody afterwards. */
import { getRequestStateAsyncLocalStorage } from '@better-auth/core/context';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../../../shared/people.ts';
import type { Stored } from '../../../server/storage/store.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

let app: TestApp;
let marta: Stored<Person>;
let paolo: Stored<Person>;
beforeAll(async () => {
  app = await startApp();
  marta = await app.person('Marta Villa');
  paolo = await app.person('Paolo Ferri');
});
afterAll(() => app.close());

const cookieOf = (person: Stored<Person>) => app.auth.sessionFor(person.id, 'password');
const whose = async (cookie: string) => (await app.auth.whoIs({ cookie }))?.person.id;

test('Once nobody signs in any more, Node follows no promise on their account', async () => {
  const carrier = await getRequestStateAsyncLocalStorage();
  const [before, after] = await carrier.run(new WeakMap(), async () => {
    const isFollowed = () => carrier.getStore() !== undefined;
    const before = isFollowed();
    await cookieOf(marta);
    return [before, isFollowed()];
  });
  expect([before, after]).toEqual([true, false]);
});

test('Nor after a call that failed', async () => {
  const carrier = await getRequestStateAsyncLocalStorage();
  const isFollowed = await carrier.run(new WeakMap(), async () => {
    await expect(app.auth.sessionFor(app.parts.makeId('psn'), 'password')).rejects.toThrow();
    return carrier.getStore() !== undefined;
  });
  expect(isFollowed).toBe(false);
});

test('Many who come in at the same time, and come and go, each get a session of their own', async () => {
  const comers = Array.from({ length: 40 }, (_, nth) => (nth % 2 ? marta : paolo));
  const cookies = await Promise.all(comers.map(cookieOf));
  expect(new Set(cookies).size).toBe(40);
  expect(await Promise.all(cookies.map(whose))).toEqual(comers.map(({ id }) => id));
  expect(await whose(await cookieOf(marta))).toBe(marta.id);
});
