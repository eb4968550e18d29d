/** Live rooms as a page sees them, over the real server, store and network. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import type { Member } from '../../../shared/members.ts';
import { openDevice } from '../../../client/collab/device.ts';
import { copyName } from '../../../client/collab/localCopy.ts';
import { roomIdOf } from '../../../shared/rooms.ts';
import { members, projects } from '../../../server/storage/collections.ts';
import { put } from '../../../server/storage/store.ts';
import { oneProject, type OneProject, type Seated } from '../../support/oneProject.ts';
import { freshDevice, TestPage } from '../../support/page.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

// Real servers on a busy machine: what matters is that it comes, not that it comes in five seconds.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let app: TestApp;
let project: OneProject;
let marta: Seated;
let paolo: Seated;
const pages: TestPage[] = [];

async function open(seated: Seated): Promise<TestPage> {
  const page = await TestPage.open(seated, app.port);
  pages.push(page);
  return page;
}

async function reload(page: TestPage): Promise<TestPage> {
  const next = await page.reload();
  pages.splice(pages.indexOf(page), 1, next);
  return next;
}

async function change(seated: Seated, how: Partial<Member>): Promise<void> {
  const { rev, ...member } = (await app.store.get(members, seated.member.id))!;
  await app.store.commit([put(members, { ...member, ...how }, rev)]);
  app.parts.news.reconsider(seated.member.id);
}

function textIn(update: Uint8Array): string {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc.getText('body').toString();
}

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  freshDevice();
  project = await oneProject(app);
  marta = await project.seat('marta');
  paolo = await project.seat('paolo');
});
afterEach(async () => {
  const faults = pages.flatMap(page => page.faults);
  await Promise.all(pages.splice(0).map(page => page.close()));
  expect(faults).toEqual([]);
});

describe('a live room', () => {
  test('shows what the other side types, and says when it is on disk (Sync 6)', async () => {
    const [here, there] = [await open(marta), await open(paolo)];
    await Promise.all([here.isSaved, there.isSaved]);
    expect(here.room.status.get()).toEqual({ kind: 'saved', at: 0 });

    const before = Date.now();
    here.text.insert(0, 'One customer');
    expect(here.room.status.get()).toEqual({ kind: 'saving' });

    await there.until(() => there.text.toString() === 'One customer');
    await here.isSaved;
    expect(here.room.status.get()).toMatchObject({ kind: 'saved', at: expect.toSatisfy((at: number) => at >= before) as number });
  });

  test('names the author from the seat table, and people by who they are (Sync 9)', async () => {
    const [here, there] = [await open(marta), await open(paolo)];
    await Promise.all([here.isSaved, there.isSaved]);

    there.text.insert(0, 'Fear: two records for one person');
    there.room.setPresence({ page: 'canvas', pointer: { x: 12, y: 7 } });
    await here.until(room => room.people.get().some(person => person.memberId === paolo.member.id && person.presence.pointer?.x === 12));
    await here.until(() => here.text.length > 0);

    expect(here.room.authorOf(there.room.doc.clientID)).toBe(paolo.member.id);
    expect(here.room.people.get().map(person => [person.memberId, person.self])).toContainEqual([marta.member.id, true]);
    await there.close();
    pages.splice(pages.indexOf(there), 1);
    await here.until(room => room.people.get().length === 1, 'Paolo is gone');
  });

  test('keeps what is written offline, counts it, and merges it on return under its own ids (Sync 5)', async () => {
    const [here, there] = [await open(marta), await open(paolo)];
    await Promise.all([here.isSaved, there.isSaved]);
    const oldId = there.room.doc.clientID;
    there.goOffline();
    there.text.insert(0, 'offline ');
    there.text.insert(8, 'words ');
    expect(there.room.status.get()).toEqual({ kind: 'offline', changes: 2 });

    const later = await reload(there);
    await later.until(room => room.ready.get() && room.mayWrite.get());
    expect(later.text.toString()).toBe('offline words ');
    expect(later.room.doc.clientID).not.toBe(oldId);
    await later.until(room => room.status.get().kind === 'offline');
    expect(later.room.status.get()).toEqual({ kind: 'offline', changes: 2 });
    later.text.insert(0, 'more ');
    here.text.insert(0, 'meanwhile ');

    later.goOnline();
    await later.isSaved;
    await here.until(() => here.text.length === 'meanwhile more offline words '.length);
    expect(here.text.toString()).toBe(later.text.toString());
    expect(here.room.authorOf(oldId)).toBe(paolo.member.id);
  });

  test('never uses a client id twice, and is read-only offline when none is left (Sync 5)', async () => {
    let page = await open(marta);
    await page.isSaved;
    page.text.insert(0, 'kept');
    await page.isSaved;
    page.goOffline();
    const used = new Set([page.room.doc.clientID]);
    for (;;) {
      page = await reload(page);
      await page.until(room => room.ready.get());
      await page.until(room => room.status.get().kind === 'offline');
      if (!page.room.mayWrite.get()) break;
      expect(used.has(page.room.doc.clientID)).toBe(false);
      used.add(page.room.doc.clientID);
    }
    expect(used.size).toBeGreaterThan(4);
    expect(page.text.toString()).toBe('kept');

    page.goOnline();
    await page.until(room => room.mayWrite.get(), 'a legal id again');
    page.text.insert(4, ', and again');
    await page.isSaved;
  });

  test('ends at once when access ends, and leaves nothing on the device (Sync 11)', async () => {
    const there = await open(paolo);
    await there.isSaved;
    there.text.insert(0, 'secret');
    await there.isSaved;

    await change(paolo, { removedAt: Date.now() });

    await there.until(room => room.status.get().kind === 'ended');
    expect(there.room.status.get()).toEqual({ kind: 'ended', reason: 'accessEnded' });
    expect(there.room.mayWrite.get()).toBe(false);
    const again = await reload(there);
    await again.until(room => room.status.get().kind === 'ended');
    expect(again.text.toString()).toBe('');
  });

  test('becomes read-only at once when the role does, and takes no more words (Sync 4)', async () => {
    const [here, there] = [await open(marta), await open(paolo)];
    await Promise.all([here.isSaved, there.isSaved]);
    await change(paolo, { role: 'viewer' });
    await there.until(room => !room.mayWrite.get());

    const refused = there.room;
    there.text.insert(0, 'no longer mine to write');

    await there.until(room => room !== refused && room.status.get().kind === 'saved', 'a copy rebuilt from the server');
    expect(there.text.toString()).toBe('');
    expect(here.text.toString()).toBe('');
  });

  test('merges nothing of another history, and keeps it for review (Sync 13)', async () => {
    const there = await open(paolo);
    await there.isSaved;
    there.text.insert(0, 'kept');
    await there.isSaved;
    there.goOffline();
    there.text.insert(4, ' and not sent');
    const { rev, ...record } = (await app.store.get(projects, project.project.id))!;
    await app.store.commit([put(projects, { ...record, epoch: 2 }, rev)]);

    there.goOnline();
    await there.until(room => room.status.get().kind === 'ended');
    expect(there.room.status.get()).toEqual({ kind: 'ended', reason: 'historyDiffers' });
    const device = await openDevice(globalThis.indexedDB);
    const copy = copyName(paolo.person.id, roomIdOf(project.project.id, 'shared'), 1);
    expect((await device.asides(copy)).map(aside => textIn(aside.update))).toEqual(['kept and not sent']);

    there.room.retry();
    await there.isSaved;
    expect(there.text.toString()).toBe('kept');
  });

  test('sets aside what the server refuses twice, and starts over with a fresh copy (Sync 7)', async () => {
    const there = await open(paolo);
    await there.isSaved;
    there.goOffline();
    const forged = new Y.Doc();
    forged.getText('body').insert(0, 'under an id that nobody issued');
    Y.applyUpdate(there.room.doc, Y.encodeStateAsUpdate(forged));
    there.goOnline();
    await there.until(room => room.status.get().kind === 'ended');
    expect(there.room.status.get()).toEqual({ kind: 'ended', reason: 'historyDiffers' });

    const later = await reload(there);
    await later.isSaved;
    expect(later.text.toString()).toBe('');
    later.text.insert(0, 'and on we go');
    await later.isSaved;
  });

  test('takes the next legal id when Yjs has changed its own, before anything is written (Sync 5)', async () => {
    const [here, there] = [await open(marta), await open(paolo)];
    await Promise.all([here.isSaved, there.isSaved]);
    const before = there.room.doc.clientID;
    there.room.doc.clientID = 4_242; // as Yjs does when it meets its own id in somebody else's words
    there.text.insert(0, 'still legal');
    await there.isSaved;
    expect(there.room.doc.clientID).not.toBe(4_242);
    expect(there.room.doc.clientID).not.toBe(before);
    await here.until(() => here.text.toString() === 'still legal');
    expect(here.room.authorOf(there.room.doc.clientID)).toBe(paolo.member.id);
    await here.until(room => room.people.get().some(person => person.clientId === there.room.doc.clientID));
    expect(here.room.people.get().some(person => person.clientId === before)).toBe(false);
  });

  test('says that the session is over, and keeps the words', async () => {
    const there = await open(paolo);
    await there.isSaved;
    await paolo.browser.ask('POST', '/api/auth/sign-out', {});
    await there.until(room => room.status.get().kind === 'ended');
    expect(there.room.status.get()).toEqual({ kind: 'ended', reason: 'signedOut' });
  });
});
