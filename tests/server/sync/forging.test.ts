/** What a dishonest or broken page may send, beside two honest people who must not notice: the real server and sockets. */
import { randomBytes } from 'node:crypto';
import * as encoding from 'lib0/encoding';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { CLOSE, MESSAGE, roomIdOf } from '../../../shared/rooms.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { answerFrame, askFrame, presenceFrame, updateFrame } from '../../../server/sync/frames.ts';
import { bytes, collected, deletion, itemOf, letterBetween, numbers, wordsOf } from '../../support/forgery.ts';
import { type StockPage, stockPage, takeSeats, untilDoc } from '../../support/lines.ts';
import { oneProject, type OneProject, type Seated } from '../../support/oneProject.ts';
import { RawLine } from '../../support/RawLine.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

// Real servers on a busy machine: what matters is that it comes, not that it comes in five seconds.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let app: TestApp;
let project: OneProject;
let marta: Seated;
let paolo: Seated;
let room: string;
let here: StockPage;
let there: StockPage;
const lines: RawLine[] = [];

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  project = await oneProject(app);
  [marta, paolo] = [await project.seat('marta'), await project.seat('paolo')];
  room = roomIdOf(project.project.id, 'shared');
  here = stockPage(marta, room, (await takeSeats(marta)).clientIds[0]!);
  there = stockPage(paolo, room, (await takeSeats(paolo)).clientIds[0]!);
  here.text.insert(0, 'honest');
  await untilDoc(there.doc, () => there.text.toString() === 'honest');
});
afterEach(() => {
  for (const each of [here, there, ...lines.splice(0)]) each.close();
});

/** A page of an editor on the client's side who writes their own program. */
async function forger(asked = 'acks=1'): Promise<{ line: RawLine; id: number; spare: number }> {
  const giulia = await project.seat('giulia');
  const { clientIds } = await takeSeats(giulia);
  const line = RawLine.open(giulia.browser, room, asked);
  lines.push(line);
  await line.isIn;
  line.send(askFrame(Y.encodeStateVector(new Y.Doc())));
  line.send(answerFrame(Uint8Array.from([0, 0])));
  await line.until(() => line.heard.saved.length > 0, 'being in step');
  return { line, id: clientIds[0]!, spare: clientIds[1]! };
}

/** Both honest people go on working, and the server has what they have and nothing else. */
async function honestGoOn(): Promise<void> {
  const before = there.text.toString();
  here.text.insert(here.text.length, '!');
  await untilDoc(there.doc, () => there.text.toString() === `${before}!`);
  there.text.insert(0, '¡');
  await untilDoc(here.doc, () => here.text.toString() === `¡${before}!`);
  const { doc } = await app.parts.documents.read(roomIdOf(project.project.id, 'shared'));
  expect(doc.getText('body').toString()).toBe(here.text.toString());
  expect(doc.store.pendingStructs).toBeNull();
  expect([...doc.store.clients.keys()].sort()).toEqual([here.doc.clientID, there.doc.clientID].sort());
  expect(here.provider.wsconnected && there.provider.wsconnected).toBe(true);
}

describe('a forging page is closed, and honest people do not notice', () => {
  test.each<[string, (ids: { id: number; spare: number; victim: number; serverMade: number }) => Uint8Array]>([
    ['words under somebody else\'s id', ({ victim }) => Y.encodeStateAsUpdate(wordsOf(victim + 1, 'EVIL'))],
    ['words that continue somebody else\'s', ({ victim }) => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(here.doc));
      const vector = Y.encodeStateVector(doc);
      doc.clientID = victim;
      doc.getText('body').insert(0, 'EVIL ');
      return Y.encodeStateAsUpdate(doc, vector);
    }],
    ['words under an id that nobody has', () => Y.encodeStateAsUpdate(wordsOf(77, 'EVIL'))],
    ['words under an id of "Insieme for Marta"', ({ serverMade }) => Y.encodeStateAsUpdate(wordsOf(serverMade, 'EVIL'))],
    ['2^45 clocks under a victim\'s id, which would silence them', ({ victim }) => collected(victim, 6, 2 ** 45)],
    ['2^45 clocks under its own id', ({ id }) => collected(id, 0, 2 ** 45)],
    ['one clock more than a frame may add', ({ id }) => collected(id, 0, LIMITS.clocksPerFrame + 1)],
    ['a gap', ({ id }) => collected(id, 5, 1)],
    ['a deletion of words to come', ({ victim }) => deletion(victim, 0, 1_000)],
    ['a deletion in a client that nobody is', () => deletion(123, 0, 1)],
    ['words that hang on words to come', ({ id, victim }) =>
      numbers(1, 1, id, 0, 0x84, victim, 999, 1, 0x61, 0)],
    ['a subdocument without options, which breaks whoever reads it', ({ id }) =>
      itemOf(id, 9, to => { encoding.writeVarString(to, 'guid'); encoding.writeAny(to, null); })],
    ['two values at once under one key, which break whoever collects them', ({ id }) =>
      bytes(to => {
        for (const value of [1, 1, id, 0, 0x28, 1]) encoding.writeVarUint(to, value);
        for (const name of ['canvas', 'key']) encoding.writeVarString(to, name);
        for (const value of [2, 126, 126, 0]) encoding.writeVarUint(to, value);
      })],
    ['a letter with the same one on both sides, within a word', ({ id, victim }) => letterBetween(id, 0, [victim, 2], [victim, 2])],
    ['an honest part and a forged part in one', ({ id, victim }) => {
      const doc = wordsOf(id, 'mine');
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(wordsOf(victim + 2, 'EVIL')));
      return Y.encodeStateAsUpdate(doc);
    }],
  ])('%s (Sync 5)', async (_, forge) => {
    await app.parts.documents.edit(roomIdOf(project.project.id, 'shared'), marta.member.id, () => undefined);
    const { line, id, spare } = await forger();
    const serverMade = line.heard.seats.find(seat => seat.byServer)!.first;

    line.send(updateFrame(forge({ id, spare, victim: here.doc.clientID, serverMade })));

    expect(await line.isClosed).toBe(CLOSE.unreadable);
    await honestGoOn();
  });

  test('a flood of gaps costs nothing but the sender\'s line (Sync 5, 8)', async () => {
    const { line, id } = await forger();
    const doc = wordsOf(id, 'x');
    for (let n = 0; n < 2_000; n++) {
      const vector = Y.encodeStateVector(doc);
      doc.getText('body').insert(0, 'y'.repeat(500));
      if (n % 2 === 1) line.send(updateFrame(Y.encodeStateAsUpdate(doc, vector)));
    }
    const before = performance.now();
    expect(await line.isClosed).toBe(CLOSE.unreadable);
    await honestGoOn();
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  test('the same page that brings it again is closed for good, another page of the same member is not (Sync 7)', async () => {
    const giulia = await project.seat('giulia');
    const codes: number[] = [];
    for (let n = 0; n < 2; n++) {
      const line = RawLine.open(giulia.browser, room, 'acks=1&page=5');
      await line.isIn;
      line.send(answerFrame(Y.encodeStateAsUpdate(wordsOf(here.doc.clientID, 'EVIL instead'))));
      codes.push(await line.isClosed);
    }
    expect(codes).toEqual([CLOSE.unreadable, CLOSE.historyDiffers]);
    expect(await RawLine.open(giulia.browser, room, 'acks=1&page=5').isClosed).toBe(CLOSE.historyDiffers);
    const other = RawLine.open(giulia.browser, room, 'acks=1&page=6');
    lines.push(other);
    await other.isIn;
  });
});

describe('a frame that cannot be read closes its sender alone (Sync 7, 8)', () => {
  const V2 = Y.convertUpdateFormatV1ToV2(Y.encodeStateAsUpdate(wordsOf(7, 'word')));
  test.each<[string, Uint8Array | string, number]>([
    ['no bytes', new Uint8Array(), CLOSE.unreadable],
    ['random bytes', randomBytes(200), CLOSE.unreadable],
    ['text', 'hello', CLOSE.unreadable],
    ['a frame cut short', updateFrame(Y.encodeStateAsUpdate(wordsOf(7, 'word'))).subarray(0, 9), CLOSE.unreadable],
    ['a length beyond the end', Uint8Array.from([0, 2, 255, 255, 255, 255, 15, 1]), CLOSE.unreadable],
    ['a number that never ends', new Uint8Array(100).fill(255), CLOSE.unreadable],
    ['a state vector of a million entries in five bytes', Uint8Array.from([0, 0, 3, 192, 132, 61]), CLOSE.unreadable],
    ['V2 bytes', updateFrame(V2), CLOSE.unreadable],
    ['V2 bytes as an answer', answerFrame(V2), CLOSE.unreadable],
    ['an unknown sync type', Uint8Array.from([0, 9, 0]), CLOSE.unreadable],
    ['an unknown message type', Uint8Array.from([55]), CLOSE.unreadable],
    ['a message that is ours to send', Uint8Array.from([MESSAGE.saved, 1, 1]), CLOSE.unreadable],
    ['y-websocket\'s word for "permission denied"', Uint8Array.from([MESSAGE.auth, 0, 0]), CLOSE.unreadable],
    ['two frames in one', Uint8Array.from([...askFrame(Uint8Array.from([0])), ...askFrame(Uint8Array.from([0]))]), CLOSE.unreadable],
    ['presence that ends too soon', Uint8Array.from([1, 3, 5, 1, 1]), CLOSE.unreadable],
    ['a frame of more than 2 MB', updateFrame(new Uint8Array(LIMITS.frameBytes)), CLOSE.tooLarge],
    ['an answer of more than 8 MB', answerFrame(new Uint8Array(LIMITS.answerBytes)), CLOSE.tooLarge],
  ])('%s', async (_, frame, code) => {
    const { line } = await forger();
    line.send(frame);
    expect(await line.isClosed).toBe(code);
    await honestGoOn();
  });

  test('a line that breaks the rules of WebSocket itself', async () => {
    const { line } = await forger();
    const { _socket } = line.socket as unknown as { _socket: { write(bytes: Uint8Array): void } };
    _socket.write(Uint8Array.from([0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0])); // reserved bits set
    await line.isClosed;
    await honestGoOn();
  });
});

describe('presence', () => {
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const pointer = (x: number) => json({ page: 'canvas', pointer: { x, y: 0 }, selected: [], writing: null, view: null });

  test('under somebody else\'s id reaches nobody, and is no offence: y-websocket echoes others (Sync 9)', async () => {
    const { line, id } = await forger();
    const watcher = RawLine.open(marta.browser, room);
    lines.push(watcher);
    await watcher.isIn;
    line.send(presenceFrame([{ clientId: here.doc.clientID, clock: 1_000, state: json({ user: 'CEO approves' }) }]));
    line.send(presenceFrame([{ clientId: here.doc.clientID, clock: 1_001, state: json(null) }]));
    line.send(presenceFrame([{ clientId: id, clock: 1, state: pointer(3) }]));

    await watcher.until(() => watcher.heard.presence.has(id), 'the honest state');
    expect(watcher.heard.presence.get(here.doc.clientID) ?? '').not.toContain('CEO');
    expect(line.closedWith).toBeUndefined();
    expect(here.provider.awareness.getLocalState()).not.toBeNull();
  });

  test('of one page is not taken from another line of the same member (Sync 9)', async () => {
    const giulia = await project.seat('giulia');
    const { clientIds } = await takeSeats(giulia);
    const [first, second, watcher] = [RawLine.open(giulia.browser, room), RawLine.open(giulia.browser, room), RawLine.open(marta.browser, room)];
    lines.push(first, second, watcher);
    await Promise.all([first.isIn, second.isIn, watcher.isIn]);
    first.send(presenceFrame([{ clientId: clientIds[0]!, clock: 1, state: pointer(1) }]));
    await watcher.until(() => watcher.heard.presence.get(clientIds[0]!)?.includes('"x":1') ?? false, 'the first');
    second.send(presenceFrame([{ clientId: clientIds[0]!, clock: 9, state: pointer(9) }, { clientId: clientIds[1]!, clock: 1, state: pointer(2) }]));
    await watcher.until(() => watcher.heard.presence.has(clientIds[1]!), 'the second');
    expect(watcher.heard.presence.get(clientIds[0]!)).toContain('"x":1');
  });

  test('speaks for at most five ids on one line, and of at most 4 kB each (Sync 9)', async () => {
    const giulia = await project.seat('giulia');
    const { clientIds } = await takeSeats(giulia);
    const [line, watcher] = [RawLine.open(giulia.browser, room), RawLine.open(marta.browser, room)];
    lines.push(line, watcher);
    await Promise.all([line.isIn, watcher.isIn]);
    line.send(presenceFrame(clientIds.map(clientId => ({ clientId, clock: 1, state: pointer(1) }))));
    await watcher.until(() => watcher.heard.presence.has(clientIds[4]!), 'the fifth');
    line.send(presenceFrame([{ clientId: clientIds[0]!, clock: 2, state: pointer(2) }]));
    await watcher.until(() => watcher.heard.presence.get(clientIds[0]!)?.includes('"x":2') ?? false, 'the next');
    expect(clientIds.filter(id => watcher.heard.presence.has(id))).toHaveLength(LIMITS.presenceIdsPerSocket);

    line.send(presenceFrame([{ clientId: clientIds[0]!, clock: 3, state: json('x'.repeat(LIMITS.presenceBytes)) }]));
    expect(await line.isClosed).toBe(CLOSE.later);
  });

  test('is told to whoever comes, and taken back when its line ends (Sync 9)', async () => {
    const { line, id } = await forger();
    line.send(presenceFrame([{ clientId: id, clock: 4, state: pointer(4) }]));
    const watcher = RawLine.open(marta.browser, room);
    lines.push(watcher);
    await watcher.until(() => watcher.heard.presence.get(id)?.includes('"x":4') ?? false, 'the state');
    line.close();
    await watcher.until(() => watcher.heard.presence.get(id) === 'null', 'the goodbye');
  });
});

describe('limits', () => {
  test('let a page bring at once what it wrote through a long time offline', async () => {
    const { line, id } = await forger();
    line.send(answerFrame(Y.encodeStateAsUpdate(wordsOf(id, 'x'.repeat(LIMITS.frameBytes * 3)))));
    await untilDoc(here.doc, () => here.text.length > LIMITS.frameBytes * 3);
    expect(line.closedWith).toBeUndefined();
  }, 20_000);

  test('of frames per socket close that socket for a moment', async () => {
    const { line } = await forger();
    const ask = presenceFrame([]);
    for (let n = 0; n <= LIMITS.socketFramesPerTenSeconds; n++) line.send(ask);
    expect(await line.isClosed).toBe(CLOSE.later);
    await honestGoOn();
  });

  test('of bytes per member close that member\'s line for a moment', async () => {
    const { line, id } = await forger();
    const frame = answerFrame(Y.encodeStateAsUpdate(wordsOf(id, 'x'.repeat(1_900_000))));
    for (let sent = 0; sent <= LIMITS.memberBytesPerTenSeconds; sent += 1_900_000) line.send(frame);
    expect(await line.isClosed).toBe(CLOSE.later);
    // What was within the limit is in the document, and everybody has it.
    await untilDoc(here.doc, () => here.text.length > 1_900_000);
  }, 20_000);

  test('of looks through the document per member close that member\'s line for a moment', async () => {
    const { line, id, spare } = await forger();
    // Two ids that had not heard of each other: what the second wrote lies behind a long text of its own.
    const filling = wordsOf(spare, 'x'.repeat(1_900_000), 'filling');
    filling.getText('twins').insert(0, 'r');
    line.send(updateFrame(Y.encodeStateAsUpdate(wordsOf(id, 'l', 'twins'))));
    line.send(answerFrame(Y.encodeStateAsUpdate(filling)));
    for (let looks = 0; looks * 1_900_000 <= LIMITS.searchedBytesPerTenSeconds; looks++) {
      line.send(updateFrame(letterBetween(id, looks + 1, [id, 0], [spare, 1_900_000])));
    }
    expect(await line.isClosed).toBe(CLOSE.later);
    here.text.insert(here.text.length, '!');
    await untilDoc(there.doc, () => there.text.toString().endsWith('!'));
  }, 20_000);
});
