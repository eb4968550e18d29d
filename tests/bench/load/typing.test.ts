/** The whole meter against a relay of a few lines, honest and not: what is lost, doubled or late on the way is seen. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { Crowd } from './crowd.ts';
import { Typing } from './typing.ts';

const PEOPLE = 4;
const RATE = 400;
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach(stop => stop()));

/** `pass` says how often the nth message goes out to the others. */
async function relay(pass: (nth: number) => number, send = (to: WebSocket, data: RawData) => to.send(data)): Promise<number> {
  const sockets = new Set<WebSocket>();
  const wss = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  let nth = 0;
  wss.on('connection', socket => {
    sockets.add(socket);
    socket.on('message', data => {
      const times = pass(nth++);
      for (const other of sockets) if (other !== socket) for (let left = times; left > 0; left--) send(other, data);
    });
  });
  stops.push(() => wss.close());
  await once(wss, 'listening');
  return (wss.address() as AddressInfo).port;
}

async function typeOver(port: number) {
  const seats = Array.from({ length: PEOPLE }, (_, nth) => ({ room: 'one', clientId: 1_000 + nth, clientIds: [], cookie: '' }));
  const crowd = await Crowd.open({ dialect: 'relay', port, seats, atOnce: PEOPLE });
  stops.push(() => crowd.close());
  return new Typing(crowd).run({ do: 'type', rate: RATE, warmMs: 50, windowMs: 250, drainMs: 100 }, process.pid);
}

test('an honest relay loses nothing, and every letter is counted at everybody else', async () => {
  const run = await typeOver(await relay(() => 1));
  expect(run).toMatchObject({ missing: 0, repeated: 0, fellBehind: false, ended: [] });
  expect(run.sent).toBeGreaterThan(50);
  expect(run.p99).toBeGreaterThan(0);
});

test('one letter that is lost on the way is missing at each of the others', async () => {
  const run = await typeOver(await relay(nth => (nth === 20 ? 0 : 1)));
  expect(run.missing).toBe(PEOPLE - 1);
});

test('the very last letters, never passed on, are missing too', async () => {
  const run = await typeOver(await relay(nth => (nth < 60 ? 1 : 0)));
  expect(run.missing).toBe((run.sent - 60) * (PEOPLE - 1));
});

test('a letter that comes twice is a repetition, not a delivery', async () => {
  const run = await typeOver(await relay(nth => (nth === 20 ? 2 : 1)));
  expect(run).toMatchObject({ missing: 0, repeated: PEOPLE - 1 });
});

test('what is held up shows in the times', async () => {
  const run = await typeOver(await relay(() => 1, (to, data) => void setTimeout(() => to.send(data), 60)));
  expect(run.p50).toBeGreaterThanOrEqual(59);
  expect(run.missing).toBe(0);
});
