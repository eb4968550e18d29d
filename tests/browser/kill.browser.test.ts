/**
 * "Saved" is a promise: two people type while the server is ended with kill -9, ten times. After each end the
 * data folder alone is read, and everything that stood on a screen under "Saved" must be in it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainText, readRichText } from '../../shared/documents/richtext.ts';
import { proposalRoot } from '../../shared/documents/roots.ts';
import { RoomId } from '../../shared/rooms.ts';
import { ALL_COLLECTIONS } from '../../server/auth/collections.ts';
import { openStore } from '../../server/storage/open.ts';
import { launchBrowser, type OpenPerson, type TestBrowser } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

const ROUNDS = 10;
const WORDS_A_ROUND = 6;

let dataDir: string;
let server: RunningServer;
let browser: TestBrowser;
let people: OpenPerson[];
let room: RoomId;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'insieme-kill-'));
  server = await startServer({ demo: true, dataDir });
  browser = await launchBrowser();
  people = await Promise.all([write('marta'), write('paolo')]);
});
afterAll(async () => {
  await browser.close();
  await server.kill();
  await rm(dataDir, { recursive: true, force: true });
});

/** Opens the proposal and keeps, frame by frame, the words on screen whenever the page says "Saved". */
async function write(name: string): Promise<OpenPerson> {
  const person = await browser.openPerson(server.url, name);
  await person.page.getByRole('navigation').getByRole('link', { name: 'Proposal', exact: true }).click();
  await person.page.getByRole('textbox', { name: 'Text of the proposal' }).click();
  await person.page.keyboard.press('Control+End');
  room = RoomId.parse(`${/prj_[^/]+/.exec(person.page.url())?.[0] ?? ''}.shared`);
  await person.page.evaluate(() => {
    const look = (): void => {
      const status = document.querySelector('header')?.textContent ?? '';
      const words = document.querySelector('.proposal-text')?.textContent ?? '';
      if (/Saved \d\d:\d\d/.test(status)) document.body.dataset['savedWords'] = (words.match(/(?:marta|paolo)\d+x/g) ?? []).join(' ');
      requestAnimationFrame(look);
    };
    look();
  });
  return person;
}

const shownAsSaved = async ({ page }: OpenPerson): Promise<string[]> =>
  (await page.evaluate(() => document.body.dataset['savedWords'] ?? '')).split(' ').filter(Boolean);

/** What the data folder holds, with nobody running on it. */
async function wordsOnDisk(): Promise<string> {
  const store = await openStore({ dataDir, mongoUri: undefined, collections: ALL_COLLECTIONS });
  const doc = new Y.Doc();
  const snapshot = await store.journal.snapshot(room);
  if (snapshot) Y.applyUpdate(doc, snapshot.state);
  for await (const entry of store.journal.read(room, snapshot?.seq ?? 0)) {
    for (const part of entry.parts) Y.applyUpdate(doc, part.update);
  }
  await store.close();
  return plainText(readRichText(proposalRoot(doc)));
}

test(`nothing shown as saved is lost in ${ROUNDS} ends without warning`, { timeout: 300_000 }, async () => {
  let [kept, lost] = [0, 0];
  for (let round = 0; round < ROUNDS; round++) {
    const typing = people.map((person, who) => typeWords(person, ['marta', 'paolo'][who] ?? '', round));
    await aMoment(round);
    await server.kill();
    await Promise.all(typing);
    const promised = new Set((await Promise.all(people.map(shownAsSaved))).flat());
    const disk = await wordsOnDisk();
    lost += [...promised].filter(word => !disk.includes(word)).length;
    kept = Math.max(kept, promised.size);
    server = await startServer({ demo: true, dataDir, port: server.port });
    await Promise.all(people.map(({ page }) => page.getByText(/^Saved \d/).first().waitFor({ timeout: 30_000 })));
  }
  process.stdout.write(`${ROUNDS} ends, ${kept} words under "Saved" at the last one, ${lost} lost\n`);
  expect(lost).toBe(0);
  // The test saw promises at all: every word of the rounds before has been saved by now.
  expect(kept).toBeGreaterThanOrEqual((ROUNDS - 1) * WORDS_A_ROUND);
});

test('both screens hold the same words in the end, each once', async () => {
  // Names on carets stand in the text of a page, glued to the words beside them: words are found without their edges.
  const wordsOn = async ({ page }: OpenPerson): Promise<string[]> =>
    (await page.locator('.proposal-text').innerText()).match(/(?:marta|paolo)\d+x/g) ?? [];
  // "Saved" is about one's own words: those of the other may still be on their way.
  await expect.poll(async () => (await Promise.all(people.map(wordsOn))).map(words => words.length), { timeout: 20_000 })
    .toEqual(people.map(() => ROUNDS * WORDS_A_ROUND * 2));
  const [one = [], other = []] = await Promise.all(people.map(wordsOn));
  expect(new Set(one).size).toBe(one.length);
  expect(other).toEqual(one);
});

async function typeWords({ page }: OpenPerson, name: string, round: number): Promise<void> {
  for (let n = 0; n < WORDS_A_ROUND; n++) await page.keyboard.type(` ${name}${round * WORDS_A_ROUND + n}x`, { delay: 4 });
}

/** Ends fall early in the typing, late, and after it; told by the round, so that a failure can be had again. */
async function aMoment(round: number): Promise<void> {
  await new Promise(resolve => { setTimeout(resolve, (round * 97) % 700); });
}
