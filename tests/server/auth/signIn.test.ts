/** Coming in and going out, through real http: passwords, links, sessions and their ends. */
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../../shared/people.ts';
import { passwords, sessions, verifications } from '../../../server/auth/collections.ts';
import type { Stored } from '../../../server/storage/store.ts';
import type { Answer, Browser } from '../../support/browse.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

// Hashing is slow on purpose, and the machine may be busy.
vi.setConfig({ testTimeout: 30_000 });

const PASSWORD = 'bread and saffron';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let app: TestApp;
let marta: Stored<Person>;
let paolo: Stored<Person>;
beforeAll(async () => {
  app = await startApp();
  marta = await app.person('Marta Villa', { email: 'marta@nodo.example', language: 'it' });
  paolo = await app.person('Paolo Ferri', { email: 'paolo@modastile.example' });
  await app.parts.accounts.setPassword(marta.id, PASSWORD);
  await app.parts.accounts.addressProven(marta.id);
});
afterAll(() => app.close());
afterEach(() => {
  vi.useRealTimers();
});

const signIn = (browser: Browser, email: string, password: string) => browser.ask('POST', '/api/auth/sign-in/email', { email, password });
const me = async (browser: Browser) => (await browser.ask('GET', '/api/me')).status;

/** Moves the one clock that both we and better-auth read. */
function moveTime(ms: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
}

async function askForLink(email: string): Promise<string> {
  await app.visitor().ask('POST', '/api/auth/sign-in/link', { email });
  return tokenIn(app.outbox.letters()[0]?.text);
}

function tokenIn(text = ''): string {
  return /\/sign-in\/link#(\S+)/.exec(text)?.[1] ?? 'no link in the letter';
}

describe('a password', () => {
  test('opens a session that lasts until sign-out', async () => {
    const browser = app.visitor();
    const answer = await signIn(browser, 'marta@nodo.example', PASSWORD);
    expect(answer.status).toBe(204);
    expect(await me(browser)).toBe(200);
    const cookie = browser.cookie;
    expect((await browser.ask('POST', '/api/auth/sign-out')).status).toBe(204);
    expect(browser.cookie).toBe('');
    expect(await me(app.visitor().withCookie(cookie))).toBe(401);
  });

  test('is taken with the address in any case, and in any Unicode form', async () => {
    await app.parts.accounts.setPassword(paolo.id, 'caffè ristretto'.normalize('NFD'));
    expect((await signIn(app.visitor(), ' PAOLO@Modastile.example ', 'caffè ristretto'.normalize('NFC'))).status).toBe(204);
  });

  test('is kept as argon2id alone', async () => {
    const kept = await app.store.getUnique(passwords, 'byPerson', [marta.id]);
    expect(kept?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test('sets a cookie that scripts and other sites cannot use', async () => {
    const { headers } = await signIn(app.visitor(), 'marta@nodo.example', PASSWORD);
    expect(headers.getSetCookie()).toEqual([expect.stringMatching(/^insieme=[^;]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/)]);
  });

  test('replaces the session that the browser held before', async () => {
    const browser = app.visitor();
    await signIn(browser, 'marta@nodo.example', PASSWORD);
    const before = browser.cookie;
    await signIn(browser, 'marta@nodo.example', PASSWORD);
    expect(browser.cookie).not.toBe(before);
    expect(await me(app.visitor().withCookie(before))).toBe(401);
    expect(await me(browser)).toBe(200);
  });

  test('that is changed ends every other session, and asks for the present one', async () => {
    await app.parts.accounts.setPassword(paolo.id, 'the first password');
    const [here, there] = [await app.signIn(paolo), await app.signIn(paolo)];
    const wrong = await here.ask('PUT', '/api/me/password', { present: 'not this one', next: 'the second password' });
    expect(wrong).toMatchObject({ status: 400, body: { code: 'wrong-password' } });
    expect(await me(here)).toBe(200);
    const changed = await here.ask('PUT', '/api/me/password', { present: 'the first password', next: 'the second password' });
    expect(changed.status).toBe(204);
    expect([await me(here), await me(there)]).toEqual([200, 401]);
    expect((await signIn(app.visitor(), paolo.email, 'the first password')).status).toBe(401);
    expect((await signIn(app.visitor(), paolo.email, 'the second password')).status).toBe(204);
  });
});

describe('nobody can tell whether an address is known', () => {
  const seen = ({ status, body, headers }: Answer) => ({
    status, body,
    headers: [...headers].filter(([name]) => !['date', 'content-security-policy', 'ratelimit', 'ratelimit-policy'].includes(name)),
  });

  test('from a wrong password: same status, same body, same headers', async () => {
    const known = await signIn(app.visitor(), 'marta@nodo.example', 'a wrong password');
    const unknown = await signIn(app.visitor(), 'nobody@nodo.example', 'a wrong password');
    const linkOnly = await signIn(app.visitor(), (await app.person('Giulia Neri')).email, 'a wrong password');
    expect(known).toMatchObject({ status: 401, body: { code: 'wrong-sign-in', params: {} } });
    expect(seen(unknown)).toEqual(seen(known));
    expect(seen(linkOnly)).toEqual(seen(known));
  });

  test('from asking for a link, which writes as much and mails nothing', async () => {
    const before = app.outbox.letters().length;
    const known = await app.visitor().ask('POST', '/api/auth/sign-in/link', { email: marta.email });
    const unknown = await app.visitor().ask('POST', '/api/auth/sign-in/link', { email: 'nobody@nodo.example' });
    expect(known.status).toBe(204);
    expect(seen(unknown)).toEqual(seen(known));
    expect(app.outbox.letters().length - before).toBe(1);
  });

  // The work is the same, so the times are: five hashes of each, taken in turn, and the medians compared coarsely.
  test('from how long it takes', async () => {
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let n = 0; n < 5; n += 1) {
      times.known.push(await timed(() => signIn(app.visitor(), 'marta@nodo.example', `wrong ${n}`)));
      times.unknown.push(await timed(() => signIn(app.visitor(), `nobody${n}@nodo.example`, `wrong ${n}`)));
    }
    expect(median(times.unknown)).toBeGreaterThan(median(times.known) / 3);
    expect(median(times.known)).toBeGreaterThan(median(times.unknown) / 3);
  });
});

async function timed(act: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await act();
  return performance.now() - startedAt;
}

function median(times: number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;
}

describe('a link', () => {
  test('comes in the person’s own language, leads to a page, and signs in when that page sends it', async () => {
    const token = await askForLink(marta.email);
    expect(app.outbox.letters()[0]).toMatchObject({ to: 'marta@nodo.example', subject: 'Il tuo link per accedere a Insieme' });
    expect(app.outbox.letters()[0]?.text).toContain(`${app.url}/sign-in/link#${token}`);
    const browser = app.visitor();
    expect((await browser.ask('POST', '/api/auth/link', { token })).status).toBe(204);
    expect(await me(browser)).toBe(200);
  });

  test('is not used up by whoever only opens it', async () => {
    const token = await askForLink(marta.email);
    for (let n = 0; n < 5; n += 1) {
      await app.visitor().ask('GET', '/sign-in/link');
      expect((await app.visitor().ask('GET', `/api/auth/link?token=${token}`)).status).toBe(404);
      expect((await app.visitor().ask('HEAD', `/api/auth/link?token=${token}`)).status).toBe(404);
    }
    expect((await app.visitor().ask('POST', '/api/auth/link', { token })).status).toBe(204);
  });

  test('works once, also when ten browsers press at the same moment', async () => {
    const token = await askForLink(marta.email);
    const answers = await Promise.all(Array.from({ length: 10 }, () => app.visitor().ask('POST', '/api/auth/link', { token })));
    expect(answers.map(answer => answer.status).toSorted()).toEqual([204, ...Array.from({ length: 9 }, () => 410)]);
    expect(answers.find(answer => answer.status === 410)?.body).toEqual({ code: 'link-used', params: {} });
  });

  test('dies after ten minutes', async () => {
    const [young, old] = [await askForLink(marta.email), await askForLink(paolo.email)];
    moveTime(10 * MINUTE - 1_000);
    expect((await app.visitor().ask('POST', '/api/auth/link', { token: young })).status).toBe(204);
    vi.useRealTimers();
    moveTime(10 * MINUTE + 1_000);
    expect((await app.visitor().ask('POST', '/api/auth/link', { token: old })).status).toBe(410);
  });

  test('is kept as a hash alone, and swept away when it is old', async () => {
    const token = await askForLink(marta.email);
    const kept = await app.store.find(verifications, 'byExpiry', []);
    expect(kept.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept)).not.toContain(token);
    moveTime(DAY);
    await askForLink(paolo.email);
    expect(await app.store.find(verifications, 'byExpiry', [])).toHaveLength(1);
  });

  test('leads nowhere else, whatever the request claims about its host', async () => {
    await app.visitor().ask('POST', '/api/auth/sign-in/link', { email: marta.email }, {
      'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', forwarded: 'host=evil.example', 'x-original-host': 'evil.example',
    });
    expect(app.outbox.letters()[0]?.text).toContain(`${app.url}/sign-in/link#`);
    expect(app.outbox.letters()[0]?.text).not.toContain('evil');
  });

  test('to an address that never proved itself ends what somebody else may have set up there', async () => {
    const lia = await app.person('Lia Conti');
    await app.parts.accounts.setPassword(lia.id, 'set by a stranger');
    const stranger = await app.signIn(lia);
    const token = await askForLink(lia.email);
    const owner = app.visitor();
    await owner.ask('POST', '/api/auth/link', { token });
    expect([await me(owner), await me(stranger)]).toEqual([200, 401]);
    expect((await signIn(app.visitor(), lia.email, 'set by a stranger')).status).toBe(401);
    await app.parts.accounts.setPassword(lia.id, 'set by its owner');
    await app.visitor().ask('POST', '/api/auth/link', { token: await askForLink(lia.email) });
    expect((await signIn(app.visitor(), lia.email, 'set by its owner')).status).toBe(204);
  });

  test('is not sent a sixth time in a quarter of an hour, known address or not', async () => {
    for (const email of [(await app.person('Elio Rota')).email, 'nobody.at.all@nodo.example']) {
      const asked = [];
      for (let n = 0; n < 6; n += 1) asked.push((await app.visitor().ask('POST', '/api/auth/sign-in/link', { email })).status);
      expect(asked).toEqual([204, 204, 204, 204, 204, 429]);
    }
  });
});

describe('a session', () => {
  test('is kept without its token', async () => {
    const browser = await app.signIn(marta);
    const token = decodeURIComponent(browser.cookie.split('=')[1] ?? '').split('.')[0] ?? '';
    expect(token).toHaveLength(32);
    expect(JSON.stringify(await app.store.find(sessions, 'byPerson', [marta.id]))).not.toContain(token);
  });

  test('remembers how it began', async () => {
    for (const how of ['password', 'link', 'demo', 'invitation'] as const) {
      const browser = await app.signIn(marta, how);
      expect(await app.auth.whoIs({ cookie: browser.cookie })).toMatchObject({ person: { id: marta.id }, signedInWith: how });
    }
    const byPassword = app.visitor();
    await signIn(byPassword, marta.email, PASSWORD);
    expect(await app.auth.whoIs({ cookie: byPassword.cookie })).toMatchObject({ signedInWith: 'password' });
    const byLink = app.visitor();
    await byLink.ask('POST', '/api/auth/link', { token: await askForLink(marta.email) });
    expect(await app.auth.whoIs({ cookie: byLink.cookie })).toMatchObject({ signedInWith: 'link' });
  });

  test.each([
    ['nothing', undefined], ['another name', 'session=abc'], ['no signature', 'insieme=abc'], ['a foreign signature', 'insieme=abc.AAAA%3D'],
    ['an empty value', 'insieme='], ['rubbish', 'insieme=%E0%A4%A; ;;=;'], ['a long line', `insieme=${'a'.repeat(4_000)}`],
  ])('is nobody’s with %s for a cookie', async (_what, cookie) => {
    expect(await app.auth.whoIs(cookie === undefined ? {} : { cookie })).toBeUndefined();
  });

  test('whose signature was made by another server opens nothing here', async () => {
    const other = await startApp();
    const theirs = await other.signIn(await other.person('Marta Villa', { id: marta.id }));
    await other.close();
    expect(await me(app.visitor().withCookie(theirs.cookie))).toBe(401);
  });

  test('ends after a week without a visit, and after a month in any case', async () => {
    const [idle, busy] = [await app.signIn(marta), await app.signIn(marta)];
    for (let day = 0; day < 30; day += 1) {
      moveTime(DAY - MINUTE);
      expect([day, await me(busy)]).toEqual([day, 200]);
    }
    expect(await me(idle)).toBe(401);
    moveTime(DAY);
    expect(await me(busy)).toBe(401);
  });
});

test('too many wrong passwords for one address are stopped, whether or not it is known', async () => {
  const bruno = await app.person('Bruno Riva');
  await app.parts.accounts.setPassword(bruno.id, PASSWORD);
  for (const email of [bruno.email, 'no.such.bruno@nodo.example']) {
    const answers = await Promise.all(Array.from({ length: 21 }, (_, n) => signIn(app.visitor(), email, `guess ${n}`)));
    expect(answers.map(answer => answer.status).toSorted()).toEqual([...Array.from({ length: 20 }, () => 401), 429]);
  }
  moveTime(16 * MINUTE);
  expect((await signIn(app.visitor(), bruno.email, PASSWORD)).status).toBe(204);
});
