/** The small client beside the real `ws`: every size of message comes whole, in both directions, however it is cut. */
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { FastSocket } from './socket.ts';

const SIZES = [0, 1, 125, 126, 127, 65_535, 65_536, 300_000];
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach(stop => stop()));

const bytesOf = (size: number) => Buffer.from(Array.from({ length: size }, (_, at) => (at * 31 + size) % 256));

async function echo(): Promise<number> {
  const wss = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  wss.on('connection', socket => socket.on('message', data => socket.send(data)));
  stops.push(() => wss.close());
  await once(wss, 'listening');
  return (wss.address() as AddressInfo).port;
}

function open(port: number, wanted: number): Promise<{ socket: FastSocket; got: Promise<Buffer[]> }> {
  const got: Buffer[] = [];
  return new Promise((resolve, reject) => {
    let all: (messages: Buffer[]) => void;
    const done = new Promise<Buffer[]>(finish => { all = finish; });
    const socket: FastSocket = new FastSocket({
      port, path: '/', headers: {}, onEnd: why => reject(new Error(why)), onOpen: () => resolve({ socket, got: done }),
      onMessage(message) {
        got.push(Buffer.from(message)); // the view holds only until we return
        if (got.length === wanted) all(got);
      },
    });
    stops.push(() => socket.destroy());
  });
}

test('sends and receives messages of every size, whole and in order', async () => {
  const { socket, got } = await open(await echo(), SIZES.length);
  for (const size of SIZES) socket.send(bytesOf(size));
  expect((await got).map(message => message.length)).toEqual(SIZES);
  expect((await got).every((message, nth) => message.equals(bytesOf(SIZES[nth]!)))).toBe(true);
});

test('sends several messages in one write as several messages', async () => {
  const { socket, got } = await open(await echo(), 3);
  socket.sendAll([bytesOf(5), bytesOf(200), bytesOf(0)]);
  expect((await got).map(message => message.length)).toEqual([5, 200, 0]);
});

test('puts messages together that come a few bytes at a time', async () => {
  const messages = [bytesOf(3), bytesOf(200), bytesOf(70_000)];
  const heads = [Buffer.of(0x82, 3), Buffer.of(0x82, 126, 0, 200), Buffer.of(0x82, 127, 0, 0, 0, 0, 0, 1, 0x11, 0x70)];
  const wire = Buffer.concat([Buffer.from('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n'), ...messages.flatMap((message, nth) => [heads[nth]!, message])]);
  const server = createServer(socket => {
    const next = (at: number): void => void (at < wire.length && socket.write(wire.subarray(at, at + 7 + (at % 1_500)), () => setImmediate(next, at + 7 + (at % 1_500))));
    socket.once('data', () => next(0));
    socket.setNoDelay(true);
  });
  stops.push(() => server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { got } = await open((server.address() as AddressInfo).port, 3);
  expect((await got).map((message, nth) => message.equals(messages[nth]!))).toEqual([true, true, true]);
});

test('says with which code a server closed the line', async () => {
  const wss = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  stops.push(() => wss.close());
  wss.on('connection', socket => socket.close(4404, 'no such room'));
  await once(wss, 'listening');
  const why = await new Promise<string>(resolve => {
    const port = (wss.address() as AddressInfo).port;
    const socket = new FastSocket({ port, path: '/', headers: {}, onOpen: () => undefined, onMessage: () => undefined, onEnd: resolve });
    stops.push(() => socket.destroy());
  });
  expect(why).toBe('closed with 4404 no such room');
});
