/** What every kind of answer says to the browser, and how the built pages are served. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../support/browse.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

const PUBLIC = { PUBLIC_URL: 'https://insieme.example', SMTP_URL: 'smtp://mail.example', SECRET: 'x'.repeat(48) };

let folder: string;
let local: TestApp;
let atHome: TestApp;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'insieme-pages-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<meta name="csp-nonce" content="__NONCE__"><style nonce="__NONCE__"></style>');
  await writeFile(join(folder, 'assets', 'main-abc.js'), 'export {};');
  await writeFile(join(folder, 'sw.js'), 'self.skipWaiting();');
  await writeFile(join(folder, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(folder, '.secret'), 'ZEBRA-7');
  [local, atHome] = [await startApp({ pageFolder: folder }), await startApp({ pageFolder: folder, env: PUBLIC })];
});
afterAll(async () => {
  await Promise.all([local.close(), atHome.close()]);
  await rm(folder, { recursive: true });
});

const KINDS: readonly [string, string, string, number][] = [
  ['a page', 'GET', '/', 200],
  ['a page inside', 'GET', '/projects/prj_x/canvas', 200],
  ['a file', 'GET', '/assets/main-abc.js', 200],
  ['a picture', 'GET', '/mark.svg', 200],
  ['a missing file', 'GET', '/assets/gone.js', 404],
  ['an answer', 'GET', '/api/setup', 200],
  ['an empty answer', 'POST', '/api/auth/sign-out', 204],
  ['a refusal', 'GET', '/api/me', 401],
  ['an unreadable request', 'POST', '/api/setup', 400],
  ['an unknown route', 'GET', '/api/nothing', 404],
  ['an unknown route with a verb', 'DELETE', '/api/setup', 404],
  ['a path that cannot be decoded', 'GET', '/%E0%A4%A', 400],
  ['health', 'GET', '/healthz', 200],
  ['readiness', 'GET', '/readyz', 200],
];

describe.each([['local', () => local], ['public', () => atHome]] as const)('in %s mode', (mode, app) => {
  test.each(KINDS)('%s says what a browser must not do', async (_kind, method, path, status) => {
    const answer = await app().visitor().ask(method, path);
    expect(answer.status).toBe(status);
    expectSafe(answer);
    expect(answer.headers.get('strict-transport-security')).toBe(mode === 'public' ? 'max-age=31536000' : null);
    expect(policyOf(answer)['upgrade-insecure-requests'] !== undefined).toBe(mode === 'public');
  });

  test('live lines may go to our own address alone', async () => {
    const connect = policyOf(await app().visitor().ask('GET', '/'))['connect-src'];
    expect(connect).toBe(mode === 'public' ? "'self' wss://insieme.example" : `'self' ws://127.0.0.1:${app().port}`);
  });
});

function expectSafe({ headers, ...answer }: Answer): void {
  expect(policyOf({ headers, ...answer })).toMatchObject({
    'default-src': "'none'", 'script-src': "'self'", 'object-src': "'none'", 'base-uri': "'none'", 'frame-ancestors': "'none'",
    'img-src': "'self' data: blob:",
  });
  expect(policyOf({ headers, ...answer })['style-src']).toMatch(/^'self' 'nonce-[A-Za-z0-9+/]{22}=='$/);
  expect(headers.get('content-security-policy')).not.toContain('unsafe');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('access-control-allow-origin')).toBeNull();
  expect(headers.get('x-powered-by')).toBeNull();
}

function policyOf({ headers }: Answer): Record<string, string> {
  const rules = (headers.get('content-security-policy') ?? '').split(';').map(rule => rule.trim().split(/\s+(.*)/s));
  return Object.fromEntries(rules.map(([name = '', value = '']) => [name, value]));
}

describe('a page', () => {
  test('carries the nonce of its own answer, and no two answers share one', async () => {
    const [one, other] = [await local.visitor().ask('GET', '/'), await local.visitor().ask('GET', '/anything/at/all')];
    const nonces = [one, other].map(answer => /nonce-([^']+)/.exec(policyOf(answer)['style-src'] ?? '')?.[1]);
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(one.body).toBe(`<meta name="csp-nonce" content="${nonces[0]}"><style nonce="${nonces[0]}"></style>`);
    expect(one.headers.get('cache-control')).toBe('no-store');
    expect(one.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  test('is the same under its file name', async () => {
    expect((await local.visitor().ask('GET', '/index.html')).body).not.toContain('__NONCE__');
  });

  test('is not what a missing route of the API answers', async () => {
    for (const path of ['/api', '/api/', '/api/nothing', '/API/nothing', '/api//me']) {
      const answer = await local.visitor().ask('GET', path);
      expect([path, answer.status, answer.body]).toEqual([path, 404, { code: 'not-found', params: {} }]);
    }
  });

  test('is not there to be changed', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect(await local.visitor().ask(method, '/')).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
  });
});

describe('files', () => {
  test('that carry their hash may be kept for ever, the others are asked for again', async () => {
    expect((await local.visitor().ask('GET', '/assets/main-abc.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await local.visitor().ask('GET', '/mark.svg')).headers.get('cache-control')).toBe('public, max-age=0');
    expect((await local.visitor().ask('GET', '/sw.js')).headers.get('cache-control')).toBe('no-cache');
  });

  test('travel packed when the browser can unpack, and the same bytes come out', async () => {
    for (const encoding of ['br', 'gzip', 'gzip;q=0, br', 'br, gzip']) {
      const answer = await local.visitor().ask('GET', '/assets/main-abc.js', undefined, { 'accept-encoding': encoding });
      expect([encoding, answer.headers.get('content-encoding'), answer.body]).toEqual([encoding, encoding.includes('br') ? 'br' : 'gzip', 'export {};']);
      expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      expect(answer.headers.get('vary')).toBe('Accept-Encoding');
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    }
    const plain = await local.visitor().ask('GET', '/assets/main-abc.js', undefined, { 'accept-encoding': 'identity' });
    expect([plain.headers.get('content-encoding'), plain.body]).toEqual([null, 'export {};']);
  });

  test('that are not there are not there packed either', async () => {
    for (let n = 0; n < 3; n += 1) {
      expect(await local.visitor().ask('GET', `/assets/gone-${n}.js`, undefined, { 'accept-encoding': 'br' })).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
  });

  test('but answers of the API never do: a packed secret can be guessed by its length', async () => {
    const answer = await local.visitor().ask('GET', '/api/setup', undefined, { 'accept-encoding': 'br, gzip' });
    expect(answer.headers.get('content-encoding')).toBeNull();
  });

  test('outside the folder, and hidden ones, are never served', async () => {
    for (const path of ['/.secret', '/assets/../.secret', '/..%2f.secret', '/assets/%2e%2e/.secret', '/assets/..%5c.secret', '/%2e%2e/%2e%2e/etc/passwd']) {
      const answer = await local.visitor().ask('GET', path);
      expect([path, String(answer.body)]).not.toEqual([path, expect.stringMatching(/ZEBRA-7|root:/)]);
    }
  });
});

test('pages that are not built stop the start', async () => {
  await expect(startApp({ pageFolder: join(folder, 'nothing') })).rejects.toThrow('index.html');
});

describe('in public mode', () => {
  test('the session cookie can be set by this host over https alone', async () => {
    const person = await atHome.person('Marta Villa');
    await atHome.parts.accounts.setPassword(person.id, 'bread and saffron');
    const answer = await atHome.visitor().ask('POST', '/api/auth/sign-in/email', { email: person.email, password: 'bread and saffron' });
    expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-insieme=[^;]+; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Lax$/)]);
  });

  test('there is no outbox and no demo', async () => {
    for (const path of ['/api/outbox', '/api/demo']) expect((await atHome.visitor().ask('GET', path)).status).toBe(404);
    expect((await atHome.visitor().ask('GET', '/api/setup')).body).toMatchObject({ demoAllowed: false });
  });

  test('links in letters lead to the public address', async () => {
    const person = await atHome.person('Paolo Ferri');
    await atHome.visitor().ask('POST', '/api/auth/sign-in/link', { email: person.email }, { 'x-forwarded-host': 'evil.example' });
    expect(atHome.outbox.letters()[0]?.text).toContain('https://insieme.example/sign-in/link#');
  });
});
