/** Two whole servers on one MongoDB: each is told what the other keeps, whoever wrote it, whoever may no longer be here. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Member } from '../../../shared/members.ts';
import { isEmptyRoom, seedRoom } from '../../../server/templates/seed.ts';
import { readElements } from '../../../shared/documents/canvas.ts';
import { roomIdOf } from '../../../shared/rooms.ts';
import { members } from '../../../server/storage/collections.ts';
import { put } from '../../../server/storage/store.ts';
import { lineAddress, stockPage, takeSeats, untilDoc } from '../../support/lines.ts';
import { oneProject, type OneProject, type Seated } from '../../support/oneProject.ts';
import { freshDevice, TestPage } from '../../support/page.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';
import { Browser } from '../../support/browse.ts';
import { Wire } from '../../support/Wire.ts';
import { makeDatabase } from '../storage/mongo/database.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

const SECRET = 'one secret for both servers of this house';
let one: TestApp;
let other: TestApp;
let project: OneProject;
let marta: Seated;
let paolo: Seated;
const pages: TestPage[] = [];

beforeAll(async () => {
  const env = { MONGODB_URI: makeDatabase() };
  one = await startApp({ env, secret: SECRET });
  other = await startApp({ env, secret: SECRET });
});
afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
});
beforeEach(async () => {
  freshDevice();
  project = await oneProject(one);
  [marta, paolo] = [await project.seat('marta'), await project.seat('paolo')];
});
afterEach(async () => {
  const faults = pages.flatMap(page => page.faults);
  await Promise.all(pages.splice(0).map(page => page.close()));
  expect(faults).toEqual([]);
});

async function open(seated: Seated, app: TestApp): Promise<TestPage> {
  const page = await TestPage.open(seated, app.port);
  pages.push(page);
  await page.isSaved;
  return page;
}
/** The same person's browser, as the other server knows it. */
const at = (app: TestApp, { browser, ...rest }: Seated): Seated => ({ ...rest, browser: new Browser(app.url, app.url).withCookie(browser.cookie) });

async function change(seated: Seated, how: Partial<Member>, through: TestApp): Promise<void> {
  const { rev, ...member } = (await through.store.get(members, seated.member.id))!;
  await through.store.commit([put(members, { ...member, ...how }, rev)]);
  through.parts.news.reconsider(seated.member.id);
}

describe('two servers on one database', () => {
  test('show each other’s words without having any of their own, and know who wrote them', async () => {
    const [here, there] = [await open(marta, one), await open(paolo, other)];
    here.text.insert(0, 'written at the one');
    await here.isSaved;
    await there.until(() => there.text.toString() === 'written at the one', 'the words at the other');
    await there.until(room => room.authorOf(here.room.doc.clientID) === marta.member.id, 'their author');
    there.text.insert(0, 'and back, ');
    await here.until(() => here.text.toString() === 'and back, written at the one');
  });

  test('take both sides’ words at the same moment without losing or doubling one', async () => {
    const [here, there] = [await open(marta, one), await open(paolo, other)];
    for (let n = 0; n < 20; n++) {
      here.text.insert(here.text.length, `m${n} `);
      there.text.insert(0, `p${n} `);
      if (n % 5 === 0) await Promise.all([here.isSaved, there.isSaved]);
    }
    await Promise.all([here.isSaved, there.isSaved]);
    const wordsAt = (page: TestPage) => page.text.toString().split(' ').filter(Boolean);
    // Each is asked when something comes to it: the last word may come to either.
    for (const page of [here, there]) await page.until(() => wordsAt(page).length >= 40, 'all words');
    expect(there.text.toString()).toBe(here.text.toString());
    const words = wordsAt(here);
    expect([words.length, new Set(words).size]).toEqual([40, 40]);
    const room = roomIdOf(project.project.id, 'shared');
    const seqs: number[] = [];
    for await (const { seq } of one.store.journal.read(room, 0)) seqs.push(seq);
    expect(seqs).toEqual(seqs.map((_, nth) => nth + 1));
  });

  test('let a page go from one to the other with what it wrote between', async () => {
    const wire = await Wire.to(one.port);
    const page = await TestPage.open(paolo, one.port, 'shared', wire);
    pages.push(page);
    await page.isSaved;
    const there = await open(marta, other);
    page.text.insert(0, 'at the one, ');
    await page.isSaved;
    page.goOffline();
    page.text.insert(page.text.length, 'between, ');
    wire.leadTo(other.port);
    page.goOnline();
    await page.isSaved;
    page.text.insert(page.text.length, 'at the other');
    await page.isSaved;
    await there.until(() => there.text.toString() === 'at the one, between, at the other');
  });

  test('let a stock provider in at the other with ids that the first has just issued', async () => {
    const warm = await open(marta, other); // the room is open there already, without these ids
    const seats = await takeSeats(paolo);
    const stock = stockPage(at(other, paolo), seats.room, seats.clientIds[0]!);
    expect(lineAddress(at(other, paolo).browser)).toContain(String(other.port));
    stock.text.insert(0, 'from any program');
    await untilDoc(warm.room.doc, () => warm.text.toString() === 'from any program');
    stock.close();
  });

  test('read for a version what the other has on disk', async () => {
    await open(marta, other); // open there, and not told yet
    const here = await open(paolo, one);
    here.text.insert(0, 'saved at the one');
    await here.isSaved;
    const { doc } = await other.parts.documents.read(roomIdOf(project.project.id, 'shared'));
    expect(doc.getText('body').toString()).toBe('saved at the one');
  });

  test('close the lines at both when a place ends at one of them (Sync 11)', async () => {
    const there = await open(paolo, other);
    const since = Date.now();
    await change(paolo, { removedAt: Date.now() }, one);
    await vi.waitFor(() => expect(there.room.status.get()).toEqual({ kind: 'ended', reason: 'accessEnded' }), { timeout: 60_000, interval: 200 });
    expect(Date.now() - since).toBeLessThan(60_000);
    expect(there.text.toString()).toBe('');
  });

  test('that seed one room at the same moment write its headings once', async () => {
    for (let round = 0; round < 5; round++) {
      const fresh = await oneProject(one);
      const starter = (await fresh.seat('marta')).member.id;
      const room = roomIdOf(fresh.project.id, 'shared');
      const seed = (app: TestApp) => app.parts.documents.seed(room, starter, doc => seedRoom(doc, { template: 'one-customer', language: 'en' }));
      const wrote = await Promise.all([seed(one), seed(other), seed(one), seed(other)]);
      expect(wrote.filter(Boolean)).toHaveLength(1);
      const docs = await Promise.all([one, other].map(async app => (await app.parts.documents.read(room)).doc));
      for (const doc of docs) {
        expect(isEmptyRoom(doc)).toBe(false);
        expect(readElements(doc)).toHaveLength(8);
      }
      expect(await one.store.journal.head(room)).toBe(1);
    }
  });
});
