/** What happens on a line as time passes: real sockets and store, a clock turned by hand. */
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { CLOSE, roomIdOf } from '../../../shared/rooms.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { members } from '../../../server/storage/collections.ts';
import { put, type Store } from '../../../server/storage/store.ts';
import { createSync, type Sync } from '../../../server/sync/sync.ts';
import { answerFrame, askFrame, KEEP_ALIVE, updateFrame } from '../../../server/sync/frames.ts';
import { Browser } from '../../support/browse.ts';
import { oneProject, type OneProject, type Seated } from '../../support/oneProject.ts';
import { RawLine } from '../../support/RawLine.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';
import { HandTime } from './memory.ts';

// Real servers on a busy machine: what matters is that it comes, not that it comes in five seconds.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let app: TestApp;
let project: OneProject;
let time: HandTime;
let sync: Sync;
let server: Server;
let url: string;
let logged: string[];
const lines: RawLine[] = [];

/** A second sync side on the app's store, whose clock we turn. */
async function startSync(store: Store): Promise<void> {
  const log = { error: (_: object, what: string) => logged.push(what) } as unknown as Parameters<typeof createSync>[0]['log'];
  sync = createSync({ store, clock: Date.now, log, gate: { whoIs: app.auth.whoIs, originIsOurs: () => true }, time });
  server = createServer().on('upgrade', (request, socket, head) => sync.upgrade(request, socket, head));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function line(seated: Seated): Promise<RawLine> {
  const made = RawLine.open(new Browser(url, url).withCookie(seated.browser.cookie), roomIdOf(project.project.id, 'shared'));
  lines.push(made);
  await made.isIn;
  made.send(askFrame(Y.encodeStateVector(new Y.Doc())));
  await made.until(() => made.heard.answers.length > 0, 'an answer');
  return made;
}

const seatsOf = (seated: Seated) => sync.documents.takeSeats(roomIdOf(project.project.id, 'shared'), seated.member.id);

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  time = new HandTime();
  logged = [];
  project = await oneProject(app);
});
afterEach(async () => {
  for (const each of lines.splice(0)) each.close();
  await sync.close();
  server.close();
});

describe('a quiet line', () => {
  test('hears something at least every twenty seconds, although nobody says anything (Sync 9)', async () => {
    await startSync(app.store);
    const marta = await line(await project.seat('marta'));
    const before = marta.frames.length;
    for (let passed = 0; passed < 20_000; passed += 1_000) time.pass(1_000);
    await marta.until(() => marta.frames.length > before, 'a sign of life');
    expect(marta.frames.at(-1)).toEqual(KEEP_ALIVE);
  });

  test('that no longer answers is ended (Sync 9)', async () => {
    await startSync(app.store);
    const marta = await line(await project.seat('marta'));
    (marta.socket as unknown as { _socket: { pause(): void } })._socket.pause(); // half open: nothing comes back
    for (let passed = 0; passed <= 50_000; passed += 5_000) time.pass(5_000);
    (marta.socket as unknown as { _socket: { resume(): void } })._socket.resume();
    expect(await marta.isClosed).toBe(1006);
  });
});

describe('the lease', () => {
  test('finds within a minute what nobody told us (Sync 11)', async () => {
    await startSync(app.store);
    const paolo = await project.seat('paolo');
    const there = await line(paolo);
    const { rev, ...member } = (await app.store.get(members, paolo.member.id))!;
    await app.store.commit([put(members, { ...member, removedAt: 1 }, rev)]); // and no word to this process
    time.pass(45_000); // and not so long that the line counts as dead
    expect(await there.isClosed).toBe(CLOSE.accessEnded);
  });

  test('does not outlive a store that cannot say who may stay (Sync 11)', async () => {
    let answers = true;
    const moody: Store = { ...app.store, getUnique: (from, unique, key) => (answers ? app.store.getUnique(from, unique, key) : Promise.reject(new Error('no answer'))) };
    await startSync(moody);
    const there = await line(await project.seat('paolo'));
    answers = false;
    for (let passed = 0; passed < 65_000 && there.closedWith === undefined; passed += 5_000) {
      time.pass(5_000);
      await new Promise(resolve => setImmediate(resolve));
    }
    expect(await there.isClosed).toBe(CLOSE.later);
    expect(new Set(logged)).toEqual(new Set(['a right could not be confirmed']));
  });
});

describe('a slow reader', () => {
  /** Two people write more than the sockets between can hold, while one reads nothing. */
  async function flood(): Promise<{ slow: RawLine; socket: { resume(): void }; doc: Y.Doc; send(text: string): void; writer: RawLine }> {
    await startSync(app.store);
    const [marta, ivo, paolo] = [await project.seat('marta'), await project.seat('ivo'), await project.seat('paolo')];
    const [writer, other, slow] = [await line(marta), await line(ivo), await line(paolo)];
    const socket = (slow.socket as unknown as { _socket: { pause(): void; resume(): void } })._socket;
    socket.pause();
    const doc = new Y.Doc();
    doc.clientID = (await seatsOf(marta))[0]!;
    const second = new Y.Doc();
    second.clientID = (await seatsOf(ivo))[0]!;
    writer.send(answerFrame(Uint8Array.from([0, 0])));
    other.send(answerFrame(Uint8Array.from([0, 0])));
    const write = async (on: RawLine, by: Y.Doc, text: string) => {
      const vector = Y.encodeStateVector(by);
      by.getText('body').insert(0, text);
      on.send(updateFrame(Y.encodeStateAsUpdate(by, vector)));
      const saved = on.heard.saved.length;
      await on.until(() => on.heard.saved.length > saved, 'saving');
    };
    for (let n = 0; n < 4; n++) {
      await write(writer, doc, 'm'.repeat(1_900_000));
      await write(other, second, 'i'.repeat(1_900_000));
    }
    return { slow, socket, doc, send: text => void write(writer, doc, text), writer };
  }

  test('is sent nothing more past the limit, and one diff when it reads again (Sync 10)', async () => {
    const { slow, socket } = await flood();
    time.pass(1_000); // the answers of the beginning are long past
    socket.resume();
    const copy = new Y.Doc();
    let read = 0;
    const text = () => {
      const all = [...slow.heard.updates, ...slow.heard.answers];
      while (read < slow.heard.updates.length) Y.applyUpdate(copy, slow.heard.updates[read++]!);
      for (const answer of slow.heard.answers.slice(1)) Y.applyUpdate(copy, answer);
      return all.length && copy.getText('body').length;
    };
    await slow.until(() => slow.heard.answers.length === 2, 'the diff', 10_000);
    expect(text()).toBe(8 * 1_900_000);
    expect(slow.heard.updates.length).toBeLessThan(8);
  }, 30_000);

  test('that never reads again is let go after half a minute (Sync 10)', async () => {
    const { slow, socket } = await flood();
    for (let passed = 0; passed <= LIMITS.laggingMs + 5_000; passed += 5_000) time.pass(5_000);
    socket.resume();
    expect(await slow.isClosed).toSatisfy((code: number) => code === 1006 || code === CLOSE.later);
  }, 30_000);
});
