/** The door of the sync line: the real server, stock providers and raw sockets. */
import { get } from 'node:http';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import type { Member } from '../../../shared/members.ts';
import { CLOSE, roomIdOf } from '../../../shared/rooms.ts';
import { raiseEpochs } from '../../../server/actions/epochs.ts';
import { members, projects } from '../../../server/storage/collections.ts';
import { put } from '../../../server/storage/store.ts';
import { answerFrame, askFrame, updateFrame } from '../../../server/sync/frames.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { stockPage, takeSeats, untilDoc } from '../../support/lines.ts';
import { oneProject, type OneProject, type Seated } from '../../support/oneProject.ts';
import { RawLine } from '../../support/RawLine.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

// Real servers on a busy machine: what matters is that it comes, not that it comes in five seconds.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let app: TestApp;
let project: OneProject;
let marta: Seated;
let ivo: Seated;
let paolo: Seated;
let shared: string;
const open: { close(): void }[] = [];

function line(seated: Seated, room = shared, asked = 'acks=1', headers: Record<string, string> = {}): RawLine {
  const made = RawLine.open(seated.browser, room, asked, headers);
  open.push(made);
  return made;
}

async function stock(seated: Seated, room = shared) {
  const { clientIds } = await takeSeats(seated);
  const page = stockPage(seated, room, clientIds[0]!);
  open.push(page);
  return page;
}

async function change(seated: Seated, how: Partial<Member>): Promise<void> {
  const { rev, ...member } = (await app.store.get(members, seated.member.id))!;
  await app.store.commit([put(members, { ...member, ...how }, rev)]);
  app.parts.news.reconsider(seated.member.id);
}

/** A document with a few words under an id, and the frame that brings them. */
function words(clientId: number, text: string): { doc: Y.Doc; frame: Uint8Array } {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  doc.getText('body').insert(0, text);
  return { doc, frame: answerFrame(Y.encodeStateAsUpdate(doc)) };
}

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  project = await oneProject(app);
  marta = await project.seat('marta');
  ivo = await project.seat('ivo');
  paolo = await project.seat('paolo');
  shared = roomIdOf(project.project.id, 'shared');
});
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

describe('two stock providers', () => {
  test('write the same text, and find it after everybody had left (Sync 2, 6)', async () => {
    const [here, there] = [await stock(marta), await stock(paolo)];
    here.text.insert(0, 'One customer');
    await untilDoc(there.doc, () => there.text.toString() === 'One customer');
    there.text.insert(12, ', one record');
    await untilDoc(here.doc, () => here.text.toString() === 'One customer, one record');
    for (const page of [here, there]) page.close();

    const later = await stock(ivo);
    await untilDoc(later.doc, () => later.text.toString() === 'One customer, one record');
  });

  test('may type before the first answer has come (Sync 5)', async () => {
    const here = await stock(marta);
    await untilDoc(here.doc, () => here.provider.synced || here.text.length === 0);
    here.provider.disconnect();
    here.text.insert(0, 'offline ');
    here.provider.on('status', ({ status }) => status === 'connected' && here.text.insert(8, 'and at once '));
    here.provider.connect();

    const there = await stock(paolo);
    await untilDoc(there.doc, () => there.text.toString() === 'offline and at once ');
  });
});

describe('the door', () => {
  test('answers a foreign origin and a foreign path in HTTP (Sync 1)', async () => {
    const foreign = await refusedUpgrade('/yjs/x', { origin: 'https://elsewhere.example', cookie: marta.browser.cookie });
    expect(foreign.statusCode).toBe(403);
    const path = await refusedUpgrade('/elsewhere', { origin: app.url, cookie: marta.browser.cookie });
    expect(path.statusCode).toBe(404);
  });

  test.each<[string, keyof typeof CLOSE, () => Promise<RawLine>]>([
    ['nobody is signed in', 'signedOut', async () => line({ ...marta, browser: app.visitor() })],
    ['the room has no name', 'noSuchRoom', async () => line(marta, 'nowhere')],
    ['the project does not exist', 'noSuchRoom', async () => line(marta, roomIdOf(app.parts.makeId('prj'), 'shared'))],
    ['the project is somebody else\'s', 'noSuchRoom', async () => line(await (await oneProject(app)).seat('carla'))],
    ['the room is the other side\'s', 'noSuchRoom', async () => line(paolo, roomIdOf(project.project.id, 'backstage'))],
    ['the room is the client\'s own', 'noSuchRoom', async () => line(marta, roomIdOf(project.project.id, 'clientRoom'))],
    ['the page is too old', 'pageTooOld', async () => line(marta, shared, 'v=0')],
    ['the history is another one', 'historyDiffers', async () => line(marta, shared, 'v=3&epoch=7')],
  ])('upgrades and closes at once when %s: %s (Sync 1)', async (_, reason, come) => {
    const closed = await come();
    expect(await closed.isClosed).toBe(CLOSE[reason]);
    expect(closed.frames).toEqual([]);
  });

  test('tells a former member that access ended, not that there is no room (Sync 1)', async () => {
    await change(paolo, { removedAt: 1 });
    expect(await line(paolo).isClosed).toBe(CLOSE.accessEnded);
    expect(await line(paolo, roomIdOf(project.project.id, 'backstage')).isClosed).toBe(CLOSE.noSuchRoom);
  });

  test('closes the twenty-first line of one member in one room, and no other (Sync 1)', async () => {
    const lines = Array.from({ length: LIMITS.socketsPerMember }, () => line(marta));
    await Promise.all(lines.map(each => each.isIn));
    expect(await line(marta).isClosed).toBe(CLOSE.later);
    await line(paolo).isIn;
  });

  test('gives our own messages only to lines that asked for them', async () => {
    const { clientIds } = await takeSeats(marta);
    const [ours, plain] = [line(marta), line(paolo, shared, '')];
    await Promise.all([ours.isIn, plain.isIn]);
    await ours.until(() => ours.heard.seats.length > 0 && ours.heard.states.length > 0, 'seats and state');
    expect(ours.heard.seats).toContainEqual({ first: clientIds[0], memberId: marta.member.id, byServer: false });
    expect(ours.heard.states).toEqual([{ mayWrite: true, degraded: false, stuck: false }]);

    plain.send(askFrame(Y.encodeStateVector(new Y.Doc())));
    await plain.until(() => plain.heard.answers.length > 0, 'an answer');
    expect(plain.frames.every(frame => frame[0]! <= 3)).toBe(true);
  });

  test('tells everybody of seats that are taken later (Sync 5)', async () => {
    const here = line(marta);
    await here.isIn;
    const { clientIds } = await takeSeats(paolo);
    await here.until(() => here.heard.seats.some(seat => seat.first === clientIds[0]), 'the new seat');
    expect(here.heard.seats.find(seat => seat.first === clientIds[0])?.memberId).toBe(paolo.member.id);
  });
});

describe('the rooms of one project', () => {
  test('share nothing: what is written backstage reaches no line of the client, not even as a seat (Sync 3)', async () => {
    const backstage = roomIdOf(project.project.id, 'backstage');
    const [inShared, inTheirs, inside] = [line(paolo), line(paolo, roomIdOf(project.project.id, 'clientRoom')), line(marta, backstage)];
    const { clientIds } = await takeSeats(ivo, 'backstage');
    const writer = line(ivo, backstage);
    await Promise.all([inShared, inTheirs, inside, writer].map(each => each.isIn));
    for (const each of [inShared, inTheirs, inside]) {
      each.send(askFrame(Y.encodeStateVector(new Y.Doc())));
      await each.until(() => each.heard.answers.length > 0, 'an answer');
    }

    writer.send(words(clientIds[0]!, 'ZEBRA-7').frame);
    await inside.until(() => inside.heard.updates.length > 0, 'the words, for whoever may read them');
    // Whatever was meant for the others left the server before this answer.
    for (const each of [inShared, inTheirs]) {
      each.send(askFrame(Y.encodeStateVector(new Y.Doc())));
      await each.until(() => each.heard.answers.length > 1, 'another answer');
      expect(each.frames.some(frame => Buffer.from(frame).includes('ZEBRA-7'))).toBe(false);
      expect(each.heard.seats.some(seat => seat.first === clientIds[0])).toBe(false);
    }
    expect(inside.frames.some(frame => Buffer.from(frame).includes('ZEBRA-7'))).toBe(true);
  });
});

describe('leaving', () => {
  test('closes every line of a member whose place ends, and nobody else\'s (Sync 11)', async () => {
    const [one, two, other] = [line(paolo), line(paolo), line(marta)];
    await Promise.all([one.isIn, two.isIn, other.isIn]);
    await change(paolo, { removedAt: 1 });
    expect(await Promise.all([one.isClosed, two.isClosed])).toEqual([CLOSE.accessEnded, CLOSE.accessEnded]);
    expect(other.closedWith).toBeUndefined();
  });

  test('takes the right to write away at once, and says so (Sync 4, 11)', async () => {
    const { clientIds } = await takeSeats(paolo);
    const [there, here] = [line(paolo), line(marta)];
    await Promise.all([there.isIn, here.isIn]);
    await change(paolo, { role: 'viewer' });
    await there.until(() => there.heard.states.at(-1)?.mayWrite === false, 'the new right');

    there.send(words(clientIds[0]!, 'no longer').frame);
    await there.until(() => there.heard.notTaken === 1, 'a no');
    expect(there.closedWith).toBeUndefined();
    const { doc } = await app.parts.documents.read(roomIdOf(project.project.id, 'shared'));
    expect(doc.getText('body').toString()).toBe('');
  });

  test('closes the lines of a session that ends, and leaves those of the person\'s other sessions', async () => {
    const again = await app.signIn(paolo.person);
    const [first, second] = [line(paolo), line({ ...paolo, browser: again })];
    await Promise.all([first.isIn, second.isIn]);
    await paolo.browser.ask('POST', '/api/auth/sign-out', {});
    expect(await first.isClosed).toBe(CLOSE.signedOut);
    expect(second.closedWith).toBeUndefined();
  });

  test('closes with 4409 when the project begins another history (Sync 13)', async () => {
    const here = line(marta);
    await here.isIn;
    expect(await raiseEpochs(app.store, Date.now())).toBeGreaterThan(0);
    expect((await app.store.get(projects, project.project.id))?.epoch).toBeGreaterThan(1);
    app.parts.news.reconsider(marta.member.id);
    expect(await here.isClosed).toBe(CLOSE.historyDiffers);
  });
});

describe('readers', () => {
  let reader: Seated;
  beforeEach(async () => {
    reader = await project.seat('giulia', { role: 'viewer' });
  });

  test('follow along, and their empty answer is no offence (Sync 4)', async () => {
    const [there, here] = [await stock(reader), await stock(marta)];
    here.text.insert(0, 'for everybody');
    await untilDoc(there.doc, () => there.text.toString() === 'for everybody');
    expect(there.provider.wsconnected).toBe(true);
  });

  test.each([['step 2', answerFrame], ['an update', updateFrame]])('are not taken at their word in %s (Sync 4)', async (_, frame) => {
    const { clientIds } = await takeSeats(reader);
    const there = line(reader);
    await there.isIn;
    there.send(frame(Y.encodeStateAsUpdate(words(clientIds[0]!, 'not mine to write').doc)));
    await there.until(() => there.heard.notTaken === 1, 'a no');
    expect(there.closedWith).toBeUndefined();
  });
});

describe('acknowledgements', () => {
  test('count frames with content in order of sending, deletions among them (Sync 6)', async () => {
    const { clientIds } = await takeSeats(marta);
    const here = line(marta);
    await here.isIn;
    const { doc, frame } = words(clientIds[0]!, 'four');
    here.send(frame);
    const vector = Y.encodeStateVector(doc);
    doc.getText('body').delete(0, 4);
    here.send(updateFrame(Y.encodeStateAsUpdate(doc, vector)));
    here.send(updateFrame(Y.encodeStateAsUpdate(doc))); // nothing new: on disk as well
    await here.until(() => here.heard.saved.at(-1) === 3, 'all three');
  });

  test('come after the journal, never before (Sync 6)', async () => {
    const { clientIds } = await takeSeats(marta);
    const [here, there] = [line(marta), line(paolo)];
    await Promise.all([here.isIn, there.isIn]);
    there.send(askFrame(Y.encodeStateVector(new Y.Doc())));
    await there.until(() => there.heard.answers.length > 0, 'an answer');
    here.send(words(clientIds[0]!, 'on disk').frame);

    await there.until(() => there.heard.updates.length > 0, 'the words');
    expect(await app.store.journal.head(shared)).toBe(1);
    for await (const entry of app.store.journal.read(shared, 0)) {
      expect(entry.parts.map(part => [part.memberId, part.clientId])).toEqual([[marta.member.id, clientIds[0]]]);
    }
  });
});

async function refusedUpgrade(path: string, headers: Record<string, string>): Promise<IncomingMessage> {
  const asked = get(`${app.url}${path}`, { headers: { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==', ...headers } });
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  response.resume();
  return response;
}
