/** Which origins are ours: the table that every state-changing request and every live line is measured against. */
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../server/config.ts';
import { hostIsOurs, linkOrigin, originIsOurs } from '../../server/origins.ts';

const local = loadConfig({}, []);
const atHome = loadConfig(
  { PUBLIC_URL: 'https://insieme.example', SMTP_URL: 'smtp://mail.example', SECRET: 'x'.repeat(48) }, [],
);

describe('in local mode, a request to localhost:3000', () => {
  test.each<[string | undefined, boolean]>([
    ['http://localhost:3000', true],
    ['https://localhost:3000', true], // behind a proxy of their own that speaks TLS
    [undefined, false],
    ['null', false],
    ['', false],
    ['http://localhost', false],
    ['http://localhost:3001', false],
    ['http://marta.localhost:3000', false],
    ['http://127.0.0.1:3000', false],
    ['http://localhost:3000/', false],
    ['http://localhost:3000/path', false],
    ['http://LOCALHOST:3000', false],
    ['http://localhost.:3000', false],
    ['http://localhost:3000.evil.example', false],
    ['http://localhost.evil.example:3000', false],
    ['http://me@localhost:3000', false],
    ['https://evil.example', false],
    ['file://', false],
    ['chrome-extension://abcdefghijklmnop', false],
    ['http://localhost:3000, http://evil.example', false],
    ['http://[::1]:3000', false],
    ['ws://localhost:3000', false],
  ])('from %s: ours is %s', (origin, ours) => {
    expect(originIsOurs(local, { host: 'localhost:3000', origin })).toBe(ours);
  });
});

describe('in local mode, the host may be', () => {
  test.each([
    'localhost:3000', 'localhost', 'marta.localhost:3000', '127.0.0.1:3000', '127.8.8.8', '[::1]:3000',
    '10.1.2.3:3000', '172.16.0.9', '192.168.1.20:3000', '169.254.3.4', '100.64.0.1', '[fd12::1]:3000', '[fe80::1]:3000',
  ])('%s', host => {
    expect(hostIsOurs(local, { host })).toBe(true);
    expect(originIsOurs(local, { host, origin: `http://${host}` })).toBe(true);
  });

  test.each([
    undefined, '', 'evil.example', 'evil.example:3000', 'localhost.evil.example', 'notlocalhost', '8.8.8.8', '172.32.0.1',
    '[2001:db8::1]', '127.0.0.1.evil.example', 'user@localhost:3000', 'localhost:3000/x', '0.0.0.0:3000', 'localhost:99999',
  ])('but not %s, even when the origin says the same', host => {
    expect(hostIsOurs(local, { host })).toBe(false);
    expect(originIsOurs(local, { host, origin: `http://${host}` })).toBe(false);
  });
});

describe('in public mode', () => {
  test.each<[string | undefined, boolean]>([
    ['https://insieme.example', true],
    ['http://insieme.example', false],
    ['https://insieme.example:8443', false],
    ['https://INSIEME.example', false],
    ['https://www.insieme.example', false],
    ['https://insieme.example.evil.example', false],
    ['https://evil.example', false],
    ['http://localhost:3000', false],
    ['null', false],
    [undefined, false],
  ])('from %s: ours is %s, whatever the host says', (origin, ours) => {
    expect(originIsOurs(atHome, { host: 'insieme.example', origin })).toBe(ours);
    expect(originIsOurs(atHome, { host: 'evil.example', origin })).toBe(ours);
  });
});

describe('links', () => {
  test('lead to the public address, whatever a request claims', () => {
    for (const host of ['evil.example', 'localhost:3000', undefined]) {
      const headers = { host, 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
      expect(linkOrigin(atHome, headers)).toBe('https://insieme.example');
    }
  });

  test('lead in local mode to where the request came, and never to another person’s own address', () => {
    expect(linkOrigin(local, { host: '192.168.1.20:3000' })).toBe('http://192.168.1.20:3000');
    expect(linkOrigin(local, { host: 'marta.localhost:3000' })).toBe('http://localhost:3000');
    expect(linkOrigin(local, { host: '[::1]:3000' })).toBe('http://[::1]:3000');
  });
});
