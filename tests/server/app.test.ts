/** The doors of one server: origins at each of them, upgrades told apart, and an end in order. */
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { io, type Socket as NewsLine } from 'socket.io-client';
import { WebSocket } from 'ws';
import { CLOSE } from '../../shared/rooms.ts';
import { NEWS_PATH } from '../../shared/events.ts';
import { startApp, type TestApp } from '../support/startApp.ts';
import { idFor } from '../support/makeMember.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const ROOM = `${idFor('prj', 'one')}.shared`;

/** [origin, is it ours] as seen by a request to 127.0.0.1:port. */
const origins = (port: number): readonly [string | undefined, boolean][] => [
  [`http://127.0.0.1:${port}`, true],
  [undefined, false],
  ['null', false],
  [`http://127.0.0.1:${port + 1}`, false],
  ['http://127.0.0.1', false],
  [`http://localhost:${port}`, false],
  [`http://marta.localhost:${port}`, false],
  [`http://127.0.0.1:${port}.evil.example`, false],
  [`http://127.0.0.1.evil.example:${port}`, false],
  ['https://evil.example', false],
  [`http://evil.example:${port}`, false],
  [`HTTP://127.0.0.1:${port}`, false],
  [`http://127.0.0.1:${port}/`, false],
  [`http://me@127.0.0.1:${port}`, false],
  [`http://127.1:${port}`, false],
  [`http://0x7f000001:${port}`, false],
  [`http://[::ffff:127.0.0.1]:${port}`, false],
  [`ftp://127.0.0.1:${port}`, false],
  ['about:blank', false],
  ['data:text/html,x', false],
];

describe('a foreign origin is turned away', () => {
  test('at every verb that changes something', async () => {
    for (const [origin, ours] of origins(app.port)) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const { status } = await asked(method, '/api/auth/sign-out', origin);
        const expected = !ours ? 403 : method === 'POST' ? 204 : 404;
        expect([origin, method, status]).toEqual([origin, method, expected]);
      }
    }
  });

  test('at the sync line, before it is opened', async () => {
    for (const [origin, ours] of origins(app.port)) {
      const outcome = await openLine(`/yjs/${ROOM}`, origin);
      expect([origin, outcome]).toEqual([origin, ours ? CLOSE.signedOut : 'http 403']);
    }
  });

  test('at the news line, before it is opened', async () => {
    for (const [origin, ours] of origins(app.port)) {
      const outcome = await openLine(`${NEWS_PATH}/?EIO=4&transport=websocket`, origin);
      // socket.io's own word for it
      expect([origin, outcome]).toEqual([origin, ours ? 'open' : 'http 400']);
    }
  });
});

/** Over node's own http, which sends no Origin unless told, and any Host it is told. */
function asked(method: string, path: string, origin: string | undefined, host?: string): Promise<{ status: number }> {
  return new Promise((resolve, reject) => {
    const headers = { ...(origin === undefined ? {} : { origin }), ...(host === undefined ? {} : { host }) };
    request({ host: '127.0.0.1', port: app.port, method, path, headers }, response => {
      response.resume();
      resolve({ status: response.statusCode ?? 0 });
    }).on('error', reject).end();
  });
}

/** The close code of a line that was opened and closed, `http <status>`, or `open` when it speaks. */
function openLine(path: string, origin: string | undefined): Promise<string | number> {
  return new Promise(resolve => {
    const socket = new WebSocket(`ws://127.0.0.1:${app.port}${path}`, origin === undefined ? {} : { origin });
    socket.on('unexpected-response', (_request, response) => {
      response.resume();
      socket.terminate();
      resolve(`http ${response.statusCode}`);
    });
    socket.on('message', () => {
      socket.terminate();
      resolve('open');
    });
    socket.on('close', code => resolve(code));
    socket.on('error', () => undefined); // told by the other two
  });
}

test('nothing at all is answered to a foreign host name: a name can be pointed at this machine', async () => {
  for (const host of ['evil.example', `evil.example:${app.port}`, 'localhost.evil.example']) {
    for (const path of ['/', '/api/setup', '/api/outbox', '/api/demo']) {
      expect([host, path, await asked('GET', path, undefined, host)]).toEqual([host, path, { status: 403 }]);
    }
  }
  expect(await asked('GET', '/api/setup', undefined, `marta.localhost:${app.port}`)).toEqual({ status: 200 });
});

describe('an upgrade', () => {
  test.each(['/', '/api/me', '/rt', '/rtx', '/yjs', '/socket.io/', '//yjs/x'])('of %s is not found', async path => {
    expect(await openLine(path, app.url)).toBe('http 404');
  });

  test('of a sync line without a session is opened and closed with a reason', async () => {
    expect(await openLine(`/yjs/${ROOM}`, app.url)).toBe(CLOSE.signedOut);
  });

  // socket.io beside it would end every upgrade it does not know after one second.
  test('of a sync line that takes longer than a second to sign in is not cut', async () => {
    const slow = await startApp();
    const marta = await slow.signIn(await slow.person('Marta Villa'));
    const getUnique = slow.store.getUnique.bind(slow.store);
    vi.spyOn(slow.store, 'getUnique').mockImplementation(async (...asked) => {
      await delay(1_300);
      return getUnique(...asked);
    });
    const socket = new WebSocket(`ws://127.0.0.1:${slow.port}/yjs/${ROOM}`, { origin: slow.url, headers: { cookie: marta.cookie } });
    expect((await once(socket, 'close'))[0]).toBe(CLOSE.noSuchRoom);
    await slow.close();
  });

  test('of something that is no WebSocket at all ends', async () => {
    const socket = connect(app.port, '127.0.0.1');
    socket.write(`GET /yjs/${ROOM} HTTP/1.1\r\nHost: 127.0.0.1:${app.port}\r\nOrigin: ${app.url}\r\nConnection: Upgrade\r\nUpgrade: tls\r\n\r\n`);
    expect(await firstLine(socket)).toMatch(/^HTTP\/1\.1 (4\d\d|101)/);
    socket.destroy();
    expect((await app.visitor().ask('GET', '/healthz')).status).toBe(200);
  });
});

async function firstLine(socket: Socket): Promise<string> {
  const [chunk] = await once(socket, 'data') as [Buffer];
  return chunk.toString().split('\r\n')[0] ?? '';
}

describe('a session that ends', () => {
  test('closes its own live lines at once, and leaves the person’s other session open', async () => {
    const marta = await app.person('Marta Villa');
    const [here, there] = [await app.signIn(marta), await app.signIn(marta)];
    const [lineHere, lineThere] = [await news(here.cookie), await news(there.cookie)];
    const ended = disconnected(lineHere);
    await here.ask('POST', '/api/auth/sign-out');
    expect(await ended).toBe('io server disconnect');
    expect(lineThere.connected).toBe(true);
    const endedToo = disconnected(lineThere);
    await app.parts.accounts.setPassword(marta.id, 'bread and saffron');
    await endedToo;
  });
});

async function news(cookie: string): Promise<NewsLine> {
  const socket = io(app.url, { path: NEWS_PATH, transports: ['websocket'], reconnection: false, extraHeaders: { cookie, origin: app.url } });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve).once('connect_error', reject);
  });
  return socket;
}

function disconnected(line: NewsLine): Promise<string> {
  return new Promise(resolve => { line.once('disconnect', resolve); });
}

describe('health', () => {
  test('is told without a session, and says no more than it must', async () => {
    expect(await app.visitor().ask('GET', '/healthz')).toMatchObject({ status: 200, body: 'ok' });
    expect(await app.visitor().ask('GET', '/readyz')).toMatchObject({ status: 200, body: 'ready' });
  });

  test('is not readiness: a store that is closed takes no visitors', async () => {
    const broken = await startApp();
    await broken.store.close();
    expect(await broken.visitor().ask('GET', '/healthz')).toMatchObject({ status: 200 });
    expect(await broken.visitor().ask('GET', '/readyz')).toMatchObject({ status: 503, body: 'not ready' });
    expect(await broken.visitor().ask('GET', '/api/setup')).toMatchObject({ status: 503, body: { code: 'not-now' } });
    await broken.close();
  });
});

test('the server ends though somebody keeps a connection open and says nothing', async () => {
  const ending = await startApp();
  const silent = connect(ending.port, '127.0.0.1');
  await once(silent, 'connect');
  const idle = await ending.visitor().ask('GET', '/healthz');
  expect(idle.status).toBe(200);
  const gone = once(silent, 'close');
  silent.resume();
  await ending.close();
  await gone;
  await expect(fetch(`${ending.url}/healthz`)).rejects.toThrow();
});

test('a sender who is slow on purpose has limits', () => {
  expect(app.server.headersTimeout).toBe(15_000);
  expect(app.server.requestTimeout).toBe(60_000);
});
