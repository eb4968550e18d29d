/**
 * The same through the real door: sockets that are opened as giulia, bytes that break WebSocket itself, frames of every
 * layer, requests that are none; beside two stock pages that go on working.
 */
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { answerFrame } from '../../../server/sync/frames.ts';
import { roomIdOf } from '../../../shared/rooms.ts';
import { type StockPage, stockPage, takeSeats, untilDoc } from '../../support/lines.ts';
import { oneProject, type Seated } from '../../support/oneProject.ts';
import { RawLine } from '../../support/RawLine.ts';
import { startApp } from '../../support/startApp.ts';
import { difference, pictureOf } from '../common/picture.ts';
import type { Random } from '../common/random.ts';
import { LAYERS, Malformed } from './malformed.ts';
import type { Watch } from './watch.ts';

const LANES = 4;
const FRAMES_PER_LINE = 20;
const PAIR_WORKS_EVERY = 100;

export interface Gatecrash {
  thrown: number;
  lines: number;
  misses: string[];
}

export async function crashTheGate(count: number, random: Random, watch: Watch, tick: (thrown: number) => void): Promise<Gatecrash> {
  const app = await startApp({ logLevel: 'warn' });
  const project = await oneProject(app);
  const [marta, paolo, giulia] = [await project.seat('marta'), await project.seat('paolo'), await project.seat('giulia')];
  const room = roomIdOf(project.project.id, 'shared');
  const pair = [stockPage(marta, room, (await takeSeats(marta)).clientIds[0]!), stockPage(paolo, room, (await takeSeats(paolo)).clientIds[0]!)] as const;
  const { clientIds } = await takeSeats(giulia);
  const forger = { random, clients: [...clientIds.slice(0, 4), ...pair.map(page => page.doc.clientID)], clockOf: () => 0 };
  const malformed = new Malformed(forger, clientIds.slice(4));
  const misses: string[] = [];
  const crash: Gatecrash = { thrown: 0, lines: 0, misses };
  const stop = watch.loop('the server');
  // One after the other: what the pair writes it also takes away again.
  let working = Promise.resolve();
  const pairToWork = (mark: number) => (working = working.then(() => pairWorks(pair, mark)).catch((error: unknown) => void misses.push(String(error))));
  const work = async () => {
    while (crash.thrown < count && misses.length === 0) {
      crash.lines++;
      const thrown = random.chance(0.2) ? await noRequest(app.port, random) : await oneLine(giulia, room, malformed, random);
      const before = crash.thrown;
      crash.thrown += thrown;
      tick(crash.thrown);
      if (Math.floor(before / PAIR_WORKS_EVERY) < Math.floor(crash.thrown / PAIR_WORKS_EVERY)) await pairToWork(crash.thrown);
    }
  };
  try {
    await Promise.all(Array.from({ length: LANES }, work));
    await pairToWork(count + 1);
    const own = new Set(clientIds);
    const { doc } = await app.parts.documents.read(room);
    for (const page of pair) {
      const differs = difference(pictureOf(page.doc, id => own.has(id)), pictureOf(doc, id => own.has(id)), ['vector', 'deleted', 'order']);
      if (differs !== undefined) misses.push(`beside the gate: ${differs}`);
    }
    misses.push(...app.logged.filter(line => line.includes('could not be taken') || line.includes('is broken')));
  } finally {
    stop();
    for (const page of pair) page.close();
    await app.close();
  }
  return crash;
}

/** One writes, the other sees it, and the other way round. */
async function pairWorks([here, there]: readonly [StockPage, StockPage], mark: number): Promise<void> {
  const [word, back] = [`<h${mark}>`, `<t${mark}>`];
  here.text.insert(0, word);
  await untilDoc(there.doc, () => there.text.toString().includes(word), `${word} beside malformed frames`);
  there.text.insert(there.text.length, back);
  await untilDoc(here.doc, () => here.text.toString().includes(back), `${back} beside malformed frames`);
  here.text.delete(0, here.text.length);
  await untilDoc(there.doc, () => !there.text.toString().includes(word), `the end of ${word} beside malformed frames`);
}

/** How many were thrown before the line was closed, or enough. */
async function oneLine(giulia: Seated, room: string, malformed: Malformed, random: Random): Promise<number> {
  const line = RawLine.open(giulia.browser, room, `acks=1&page=${random.below(2 ** 32)}`);
  await line.isIn;
  if (random.chance(0.5)) line.send(answerFrame(Uint8Array.of(0, 0)));
  let thrown = 0;
  while (thrown < FRAMES_PER_LINE && line.closedWith === undefined) {
    thrown++;
    if (random.chance(0.15)) breakSocket(line, random);
    else line.send(random.chance(0.03) ? 'words' : malformed.next(random.pick(LAYERS)));
    if (thrown % 4 === 0) await new Promise(resolve => setImmediate(resolve));
  }
  line.close();
  await line.isClosed;
  return thrown;
}

/** Below the frames: what WebSocket itself forbids. */
function breakSocket(line: RawLine, random: Random): void {
  const { _socket } = line.socket as unknown as { _socket: Socket | null };
  const heads = [[0xff, 0xff], [0x82, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], [0x02, 0x81, 1, 2, 3, 4, 5], [0x80, 0x80, 0, 0, 0, 0], [0x88, 0x81, 0, 0, 0, 0, 3], [0x82, 0x05], [0xc2, 0x81, 0, 0, 0, 0, 1]];
  _socket?.write(random.chance(0.5) ? random.bytes(random.between(1, 30)) : Uint8Array.from(random.pick(heads)));
}

/** What is no request, or stops in the middle of one. */
async function noRequest(port: number, random: Random): Promise<number> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => socket.destroy());
  const closed = once(socket, 'close');
  const head = 'GET /yjs/prj_x.shared HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n';
  const text = random.pick([head, head.replace('13', '99'), head.slice(0, random.below(head.length)), head.replace('GET', 'POST'), head.replace('/yjs/', '/yjs/%00%ff/../')]);
  socket.write(random.chance(0.3) ? random.bytes(200) : text);
  socket.end();
  socket.resume();
  const tooLong = setTimeout(() => socket.destroy(), 500);
  await closed;
  clearTimeout(tooLong);
  return 1;
}
