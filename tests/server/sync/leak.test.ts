/**
 * History does not leak (Sync 12): a word that was typed and deleted is in no byte that a newcomer is sent, whatever the
 * server had to read in between: its memory, its journal, a snapshot. What stands is there, so the search can find.
 */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { roomIdOf } from '../../../shared/rooms.ts';
import { makeToken } from '../../../server/ids.ts';
import { askFrame } from '../../../server/sync/frames.ts';
import { stockPage, takeSeats, untilDoc } from '../../support/lines.ts';
import { type OneProject, oneProject, type Seated } from '../../support/oneProject.ts';
import { RawLine } from '../../support/RawLine.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';
import { holdsTrace } from '../../support/traces.ts';
import { makeDataDir } from '../storage/embedded/dataDir.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** Enough that a room which is left is compacted. */
const FILLER = 'a page of quiet words. '.repeat(8_000);

const secret = makeToken();
let dataDir: string;
let app: TestApp;
let project: OneProject;
let marta: Seated;
let strangers: Seated[];
let room: ReturnType<typeof roomIdOf>;

beforeAll(async () => {
  dataDir = await makeDataDir();
  app = await startApp({ dataDir, secret });
  project = await oneProject(app);
  marta = await project.seat('marta');
  strangers = [await project.seat('carla'), await project.seat('paolo')];
  room = roomIdOf(project.project.id, 'shared');
});
afterAll(async () => {
  await app.close();
  await app.store.close();
});

async function restart(): Promise<void> {
  await app.close();
  await app.store.close();
  app = await startApp({ dataDir, secret });
  for (const seated of [marta, ...strangers]) seated.browser = await app.signIn(seated.person);
}

/** Marta types all of it, and deletes the first word again; both have reached the server. */
async function writeAndDelete(deleted: string, kept: string): Promise<void> {
  const page = await stockPageOf(marta);
  page.text.insert(0, `${deleted} ${kept} `);
  const other = await stockPageOf(strangers[0]!);
  await untilDoc(other.doc, () => other.text.toString().includes(deleted));
  page.text.delete(0, deleted.length + 1);
  await untilDoc(other.doc, () => !other.text.toString().includes(deleted));
  page.close();
  other.close();
}

async function stockPageOf(seated: Seated) {
  const page = stockPage(seated, room, (await takeSeats(seated)).clientIds[0]!);
  if (!page.provider.synced) await new Promise(resolve => page.provider.once('sync', resolve));
  return page;
}

/** Every byte that somebody is sent who comes in with what they know, until they are in step. */
async function sentTo(seated: Seated, known = new Y.Doc()): Promise<Uint8Array> {
  const line = RawLine.open(seated.browser, room);
  await line.isIn;
  line.send(askFrame(Y.encodeStateVector(known)));
  await line.until(() => line.heard.answers.length > 0, 'an answer');
  line.close();
  return Buffer.concat(line.frames);
}

async function expectNoTrace(deleted: string, kept: string, known?: Y.Doc): Promise<void> {
  for (const stranger of strangers) {
    const sent = await sentTo(stranger, known);
    expect({ kept: holdsTrace(sent, kept), deleted: holdsTrace(sent, deleted) }).toEqual({ kept: true, deleted: false });
  }
}

/** Whether the journal has it: what is never there could not leak. */
async function isInJournal(word: string): Promise<boolean> {
  for await (const { parts } of app.store.journal.read(room, 0)) {
    if (parts.some(({ update }) => holdsTrace(update, word))) return true;
  }
  return false;
}

test('a deleted word is not sent out of a room that is open', async () => {
  await writeAndDelete('ZEBRA-ONE', 'QUAGGA-ONE');
  expect(await isInJournal('ZEBRA-ONE')).toBe(true);
  await expectNoTrace('ZEBRA-ONE', 'QUAGGA-ONE');
});

test('a deleted word is not sent out of the journal alone, after a restart', async () => {
  await restart();
  expect(await app.store.journal.snapshot(room)).toBeUndefined();
  expect(await isInJournal('ZEBRA-ONE')).toBe(true);
  await expectNoTrace('ZEBRA-ONE', 'QUAGGA-ONE');
});

test('a deleted word is not sent out of a snapshot, which does not hold it either', async () => {
  await writeAndDelete('ZEBRA-TWO', FILLER + 'QUAGGA-TWO');
  await restart();
  const snapshot = await app.store.journal.snapshot(room);
  for (const word of ['ZEBRA-ONE', 'ZEBRA-TWO']) {
    expect(holdsTrace(snapshot!.state, word)).toBe(false);
    await expectNoTrace(word, 'QUAGGA-TWO');
  }
});

test('a deleted word is not sent out of a snapshot and the journal behind it, nor to somebody who comes back to what was deleted meanwhile', async () => {
  const before = await stockPageOf(strangers[0]!);
  const known = new Y.Doc();
  Y.applyUpdate(known, Y.encodeStateAsUpdate(before.doc));
  before.close();
  await writeAndDelete('ZEBRA-THREE', 'QUAGGA-THREE');
  await expectNoTrace('ZEBRA-THREE', 'QUAGGA-THREE', known);
  await restart();
  const { seq } = (await app.store.journal.snapshot(room))!;
  expect(await app.store.journal.head(room)).toBeGreaterThan(seq);
  for (const word of ['ZEBRA-ONE', 'ZEBRA-TWO', 'ZEBRA-THREE']) await expectNoTrace(word, 'QUAGGA-THREE');
  await expectNoTrace('ZEBRA-THREE', 'QUAGGA-THREE', known);
});
