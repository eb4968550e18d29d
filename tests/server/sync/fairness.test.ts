/**
 * A room in which somebody does all that the limits let them does not keep another waiting. The real server and sockets;
 * the bound is several times what a busy machine takes, and a fraction of what it took before there were limits.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { LIMITS } from '../../../shared/limits.ts';
import { MESSAGE, roomIdOf } from '../../../shared/rooms.ts';
import { answerFrame, askFrame, presenceFrame, updateFrame } from '../../../server/sync/frames.ts';
import { everyOtherDeleted, numbers, wordsOf } from '../../support/forgery.ts';
import { type StockPage, stockPage, takeSeats, untilDoc } from '../../support/lines.ts';
import { oneProject, type OneProject, type Seated } from '../../support/oneProject.ts';
import { RawLine } from '../../support/RawLine.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 });

/** A letter and its answer, milliseconds. */
const BOUND_MS = 1_500;
const ASK_PRESENCE = Uint8Array.from([MESSAGE.queryAwareness]);
const LARGE_STATE = new TextEncoder().encode(JSON.stringify({ x: 'x'.repeat(LIMITS.presenceBytes - 10) }));

let app: TestApp;
let here: StockPage;
let there: StockPage;
let loud: OneProject;
let giulia: Seated;
let ids: readonly number[];
const lines: RawLine[] = [];

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  const quiet = await oneProject(app);
  const [marta, paolo] = [await quiet.seat('marta'), await quiet.seat('paolo')];
  const room = roomIdOf(quiet.project.id, 'shared');
  here = stockPage(marta, room, (await takeSeats(marta)).clientIds[0]!);
  there = stockPage(paolo, room, (await takeSeats(paolo)).clientIds[0]!);
  here.text.insert(0, 'quiet');
  await untilDoc(there.doc, () => there.text.toString() === 'quiet');
  loud = await oneProject(app);
  giulia = await loud.seat('giulia');
  ids = (await takeSeats(giulia)).clientIds;
});
afterEach(() => {
  for (const each of [here, there, ...lines.splice(0)]) each.close();
});

async function line(): Promise<RawLine> {
  const made = RawLine.open(giulia.browser, roomIdOf(loud.project.id, 'shared'));
  lines.push(made);
  await made.isIn;
  return made;
}

/** What it sends still arrives; what it is sent piles up. */
function readNoMore({ socket }: RawLine): void {
  (socket as unknown as { _socket: { pause(): void } })._socket.pause();
}

/** A few letters to the other person and back while it goes on: how long the slowest took. */
async function slowest(): Promise<number> {
  let most = 0;
  for (let n = 0; n < 5; n++) {
    const before = performance.now();
    here.text.insert(here.text.length, '!');
    await untilDoc(there.doc, () => there.text.length === here.text.length);
    there.text.insert(there.text.length, '?');
    await untilDoc(here.doc, () => there.text.length === here.text.length);
    most = Math.max(most, performance.now() - before);
  }
  return most;
}

/** What the server has given to sockets so far, sent or waiting. */
async function bytesOut(): Promise<number> {
  const figures = await (await fetch(`${app.url}/metrics`)).text();
  return Number(/^insieme_bytes_out_total (\d+)/m.exec(figures)![1]);
}

const standingAt = (client: number, clock: number) => numbers(1, client, clock);

/** Fills the room with so many texts of 1.9 MB. */
async function fill(on: RawLine, texts: number): Promise<void> {
  on.send(answerFrame(Uint8Array.from([0, 0])));
  for (let n = 0; n < texts; n++) on.send(answerFrame(Y.encodeStateAsUpdate(wordsOf(ids[n]!, 'x'.repeat(1_900_000)))));
  await on.until(() => on.heard.saved.at(-1) === texts + 1, 'saving', 20_000);
}

describe('a room in which somebody', () => {
  test('asks without end who is here, and reads no answer, does not keep another waiting (Sync 10)', async () => {
    const asking = await Promise.all(Array.from({ length: LIMITS.socketsPerMember }, () => line()));
    for (const [n, each] of asking.entries()) {
      const { clientIds } = n % 4 === 0 ? await takeSeats(giulia) : { clientIds: ids };
      ids = clientIds;
      each.send(presenceFrame(clientIds.slice((n % 4) * 4, (n % 4) * 4 + 4).map(clientId => ({ clientId, clock: 1, state: LARGE_STATE }))));
    }
    await asking[0]!.until(() => asking[0]!.heard.presence.size === 80, 'everybody');
    asking.forEach(readNoMore);
    for (let n = 0; n < 300; n++) for (const each of asking) each.send(ASK_PRESENCE);
    expect(await slowest()).toBeLessThan(BOUND_MS);
  });

  test('asks without end for a large document, and reads no answer, does not keep another waiting (Sync 10)', async () => {
    const asking = await line();
    await fill(asking, 5);
    readNoMore(asking);
    const before = await bytesOut();
    let most = 0;
    for (let n = 1; n <= 8; n++) {
      asking.send(askFrame(standingAt(ids[0]!, n))); // each time elsewhere: no two answers are alike
      most = Math.max(most, await slowest());
    }
    expect(most).toBeLessThan(BOUND_MS);
    expect((await bytesOut()) - before).toBeLessThan(2 * 5 * 1_900_000);
  });

  test('deletes every other letter of a large text, the last first, does not keep another waiting (Sync 8)', async () => {
    const deleting = await line();
    await fill(deleting, 1);
    deleting.send(updateFrame(everyOtherDeleted(ids[0]!, 150_000)));
    expect(await slowest()).toBeLessThan(BOUND_MS);
  });
});
