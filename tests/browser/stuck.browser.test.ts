/**
 * The store behind the server is slow, then down, then down for too much: people write on, are told the truth, may at
 * last only read, and find every word saved when the store is back (Sync 6).
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LIMITS } from '../../shared/limits.ts';
import { plainText, readRichText } from '../../shared/documents/richtext.ts';
import { proposalRoot } from '../../shared/documents/roots.ts';
import { roomIdOf } from '../../shared/rooms.ts';
import { barriers, launchBrowser, type OpenPerson, shoot, type TestBrowser } from '../support/browser.ts';
import { type StockPage, stockPage, takeSeats } from '../support/lines.ts';
import { type OneProject, oneProject } from '../support/oneProject.ts';
import { openSeated } from '../support/seatedPage.ts';
import { startApp, type TestApp } from '../support/startApp.ts';
import { Brakes } from '../support/StoreWithBrakes.ts';

const WITHIN = { timeout: 30_000 };

const brakes = new Brakes();
let app: TestApp;
let project: OneProject;
let browser: TestBrowser;
let marta: OpenPerson;
let paolo: OpenPerson;
/** Programs that bring much at once. */
const loud: StockPage[] = [];

beforeAll(async () => {
  app = await startApp({ pageFolder: 'dist/client', between: brakes.between, logLevel: 'silent' });
  project = await oneProject(app);
  const room = roomIdOf(project.project.id, 'shared');
  for (const name of ['carla', 'giulia'] as const) {
    const seated = await project.seat(name);
    const page = stockPage(seated, room, (await takeSeats(seated)).clientIds[0]!);
    loud.push(page);
    if (!page.provider.synced) await new Promise(resolve => page.provider.once('sync', resolve));
  }
  browser = await launchBrowser();
  const path = `/projects/${project.project.id}/proposal`;
  marta = await openSeated(browser, app.url, await project.seat('marta'), path);
  paolo = await openSeated(browser, app.url, await project.seat('paolo'), path);
  for (const person of [marta, paolo]) await sheet(person).waitFor();
});
afterAll(async () => {
  brakes.refuses = false;
  brakes.slowMs = 0;
  for (const page of loud) page.close();
  await browser.close();
  await app.close();
  await app.store.close();
});

const sheet = ({ page }: OpenPerson) => page.locator('.proposal-text');
const says = (person: OpenPerson, words: RegExp) => person.page.locator('header').getByText(words).first().waitFor(WITHIN);

async function write(person: OpenPerson, words: string): Promise<void> {
  await sheet(person).click();
  await person.page.keyboard.press('Control+End');
  await person.page.keyboard.type(` ${words}`);
  for (const each of [marta, paolo]) await sheet(each).getByText(words).first().waitFor(WITHIN);
}

test('a slow store keeps nobody waiting for the other’s words, and all of them are saved', async () => {
  brakes.slowMs = 1_500;
  await write(marta, 'slowly-kept');
  await says(marta, /^Saved \d/);
  brakes.slowMs = 0;
});

test('while nothing can be saved people write on, and each is told since when', async () => {
  brakes.refuses = true;
  await write(marta, 'not-yet-kept');
  await says(marta, /^Could not save since \d\d:\d\d\. Your text is safe here/);
  await write(paolo, 'nor-this');
  await says(paolo, /^Could not save since \d\d:\d\d\. Your text is safe here/);
  expect(await marta.page.locator('header').getByText(/^Saved \d/).count()).toBe(0);
});

test('at the limit everybody may only read, in a sentence, and what they wrote stays on the screen', async () => {
  const chunk = 'x'.repeat(1_500_000);
  for (const { text } of loud) {
    for (let bytes = 0; bytes < LIMITS.unsavedBytes * 0.55; bytes += chunk.length) text.insert(0, chunk);
  }
  await marta.page.getByText(/^The server has not been able to save for a while, so for now nobody can write here/).waitFor(WITHIN);
  await paolo.page.getByText(/^The server has not been able to save for a while/).waitFor(WITHIN);
  for (const person of [marta, paolo]) {
    await expect.poll(() => sheet(person).getAttribute('contenteditable'), WITHIN).toBe('false');
    for (const words of ['slowly-kept', 'not-yet-kept', 'nor-this']) expect(await sheet(person).getByText(words).count()).toBeGreaterThan(0);
    expect(await barriers(person)).toEqual([]);
  }
  await shoot(marta, 'stuck');
});

test('when the store is back everything is caught up by itself, and writing goes on', async () => {
  brakes.refuses = false;
  await says(marta, /^Saved \d/);
  await says(paolo, /^Saved \d/);
  for (const person of [marta, paolo]) await expect.poll(() => sheet(person).getAttribute('contenteditable'), WITHIN).toBe('true');
  await write(paolo, 'afterwards');
  await says(paolo, /^Saved \d/);
  const kept = async (): Promise<{ words: string; loud: number }> => {
    const { doc } = await app.parts.documents.read(roomIdOf(project.project.id, 'shared'));
    return { words: plainText(readRichText(proposalRoot(doc))), loud: doc.getText('body').length };
  };
  const all = loud.reduce((sum, { text }) => Math.max(sum, text.length), 0);
  await expect.poll(async () => (await kept()).loud, WITHIN).toBeGreaterThan(LIMITS.unsavedBytes);
  expect(all).toBeGreaterThan(LIMITS.unsavedBytes * 0.5);
  const { words } = await kept();
  for (const word of ['slowly-kept', 'not-yet-kept', 'nor-this', 'afterwards']) expect(words.split(word)).toHaveLength(2);
});
