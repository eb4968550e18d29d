/** Every life of a page (Sync 5): whatever it goes through, each of its words arrives once and has its author. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ReadOnlyBecause } from '../../../client/collab/types.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { roomIdOf } from '../../../shared/rooms.ts';
import { oneProject, type OneProject, type Seated } from '../../support/oneProject.ts';
import { freshDevice, TestPage } from '../../support/page.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';
import { Wire } from '../../support/Wire.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 });

const SECRET = 'one secret over every start of this server';
let dataDir: string;
let app: TestApp;
let wire: Wire;
let project: OneProject;
let marta: Seated;
let paolo: Seated;
let pages: TestPage[];

beforeEach(async () => {
  freshDevice();
  dataDir = await mkdtemp(join(tmpdir(), 'insieme-lives-'));
  app = await startApp({ dataDir, secret: SECRET });
  wire = await Wire.to(app.port);
  pages = [];
  project = await oneProject(app);
  [marta, paolo] = [await project.seat('marta'), await project.seat('paolo')];
});
afterEach(async () => {
  const faults = pages.flatMap(page => page.faults);
  await Promise.all(pages.map(page => page.close()));
  await wire.close();
  await app.close();
  await rm(dataDir, { recursive: true, force: true });
  expect(faults).toEqual([]);
});

/** Paolo's device; each call is one more tab on it. */
async function tab(): Promise<TestPage> {
  const page = await TestPage.open(paolo, app.port, 'shared', wire);
  pages.push(page);
  return page;
}
async function reload(page: TestPage): Promise<TestPage> {
  const next = await page.reload();
  pages.splice(pages.indexOf(page), 1, next);
  return next;
}
const mayWrite = (page: TestPage) => page.until(room => room.mayWrite.get(), 'a legal id');
const isOffline = (page: TestPage) => page.until(room => room.status.get().kind === 'offline');

/** Somebody else reads what is in the room, through a line of their own. */
async function read(): Promise<TestPage> {
  const page = await TestPage.open(marta, app.port);
  pages.push(page);
  await page.isSaved;
  return page;
}

async function expectSame(words: string, ...who: TestPage[]): Promise<void> {
  for (const page of who) await page.until(() => page.text.length === words.length, `“${words}”; there is “${page.text.toString()}”`);
  expect(new Set(who.map(page => page.text.toString())).size).toBe(1);
  expect([...who[0]!.text.toString()].sort()).toEqual([...words].sort());
}

/** Days pass: the server ends and starts again, and what was written lies in a snapshot. */
async function restart(): Promise<void> {
  await app.close();
  app = await startApp({ dataDir, secret: SECRET });
  wire.leadTo(app.port);
}

describe('a page', () => {
  test('opened without a network writes under an id from the device, and is known by it later', async () => {
    const first = await tab();
    await first.isSaved;
    first.text.insert(0, 'seen ');
    await first.isSaved;
    first.goOffline();
    const offline = await reload(first);
    await mayWrite(offline);
    const id = offline.room.doc.clientID;
    offline.text.insert(0, 'written in the tunnel, ');

    offline.goOnline();
    await offline.isSaved;
    const there = await read();
    await expectSame('written in the tunnel, seen ', there, offline);
    expect(there.room.authorOf(id)).toBe(paolo.member.id);
  });

  test('that is duplicated gets an id of its own, online and off', async () => {
    const first = await tab();
    await first.isSaved;
    const second = await tab();
    await second.isSaved;
    first.goOffline();
    const third = await tab();
    await mayWrite(third);
    const ids = [first, second, third].map(page => page.room.doc.clientID);
    expect(new Set(ids).size).toBe(3);
    [first, second, third].forEach((page, nth) => page.text.insert(0, `tab ${nth}. `));

    first.goOnline();
    await Promise.all([first.isSaved, second.isSaved, third.isSaved]);
    const there = await read();
    await expectSame('tab 0. tab 1. tab 2. ', there, first, second, third);
    expect(ids.map(id => there.room.authorOf(id))).toEqual(ids.map(() => paolo.member.id));
  });

  test('reloaded twenty times without a network loses nothing, and says when it can only be read', async () => {
    let page = await tab();
    await page.isSaved;
    page.goOffline();
    let words = '';
    const stood: (ReadOnlyBecause | undefined)[] = [];
    for (let load = 0; load < 20; load++) {
      page = await reload(page);
      await page.until(room => room.mayWrite.get() || room.readOnly.get() === 'noId', 'an id, or none');
      await isOffline(page);
      stood.push(page.room.readOnly.get());
      expect(page.text.toString()).toBe(words);
      if (!page.room.mayWrite.get()) continue;
      page.text.insert(words.length, `${load} `);
      words += `${load} `;
    }
    // Written as long as there were ids, and never again after the first load without.
    const written = stood.filter(because => because === undefined).length;
    expect(written).toBeGreaterThanOrEqual(LIMITS.clientIdsPerBlock / 4);
    expect(stood).toEqual(stood.map((_, load) => (load < written ? undefined : 'noId')));
    expect(page.room.status.get()).toEqual({ kind: 'offline', changes: written });

    page.goOnline();
    await page.isSaved;
    page.text.insert(words.length, 'and on');
    await page.isSaved;
    await expectSame(`${words}and on`, await read(), page);
  });

  test('and another of the same device may both bring the same words', async () => {
    const first = await tab();
    await first.isSaved;
    first.goOffline();
    first.text.insert(0, 'the same words');
    await isOffline(first);
    const second = await tab();
    await second.until(() => second.text.length > 0);
    await mayWrite(second);
    expect(second.text.toString()).toBe('the same words');
    first.text.insert(first.text.length, ', one');
    second.text.insert(second.text.length, ', two');

    first.goOnline();
    await Promise.all([first.isSaved, second.isSaved]);
    await expectSame('the same words, one, two', await read(), first, second);
    const again = await reload(second);
    await again.isSaved;
    expect(again.room.status.get().kind).toBe('saved');
  });

  test('that comes back after days finds its words taken, although all was compacted meanwhile', async () => {
    const away = await tab();
    await away.isSaved;
    away.text.insert(0, 'before. ');
    await away.isSaved;
    away.goOffline();
    away.text.insert(away.text.length, 'Written in the mountains. ');
    away.text.delete(0, 'before. '.length);

    const meanwhile = await read();
    for (let n = 0; n < 250; n++) {
      meanwhile.text.insert(0, 'x');
      await meanwhile.isSaved;
    }
    meanwhile.text.delete(0, 250);
    meanwhile.text.insert(0, 'Meanwhile. ');
    await meanwhile.isSaved;
    pages.splice(pages.indexOf(meanwhile), 1);
    await meanwhile.close();
    await restart();
    expect((await app.store.journal.snapshot(roomIdOf(project.project.id, 'shared')))?.seq).toBeGreaterThan(200);

    const back = await reload(away);
    await mayWrite(back);
    back.goOnline();
    await back.isSaved;
    await expectSame('Meanwhile. Written in the mountains. ', await read(), back);
  });

  test('whose id Yjs has changed three times claims a fresh one each time, before anything is sent', async () => {
    const page = await tab();
    await page.isSaved;
    const used = new Set([page.room.doc.clientID]);
    for (const word of ['one ', 'two ', 'three ']) {
      page.room.doc.clientID = 4_242;
      page.text.insert(page.text.length, word);
      await page.isSaved;
      expect(used.has(page.room.doc.clientID)).toBe(false);
      used.add(page.room.doc.clientID);
    }
    const there = await read();
    await expectSame('one two three ', there, page);
    expect([...used].map(id => there.room.authorOf(id))).toEqual([...used].map(() => paolo.member.id));
  });
});
