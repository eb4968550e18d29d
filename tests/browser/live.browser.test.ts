/** A driver's figure goes into the text, moves with Paolo's baseline, and stands still in what was frozen and taken away. */
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { CASES, caseNote } from '../../server/demo/cases.ts';
import { pdfText } from '../server/exports/pdfText.ts';
import { barriers, launchBrowser, type OpenPerson, shoot, type TestBrowser } from '../support/browser.ts';
import { count, type } from '../support/counting.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

let server: RunningServer;
let browser: TestBrowser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  server = await startServer({ demo: true });
});
afterEach(() => server.stop());

const text = ({ page }: OpenPerson) => page.getByRole('textbox', { name: 'Text of the proposal' });
/** What the last line of the text says. */
const lastLine = (person: OpenPerson) => text(person).locator('> p').last();

async function go({ page }: OpenPerson, place: 'Proposal' | 'Approval'): Promise<void> {
  await page.getByRole('navigation', { name: 'Places of this project' }).getByRole('link', { name: place }).click();
}

async function read(name: string): Promise<OpenPerson> {
  const person = await browser.openPerson(server.url, name);
  await go(person, 'Proposal');
  return person;
}

async function insertDriver(marta: OpenPerson): Promise<void> {
  const { page } = marta;
  await lastLine(marta).click();
  await expect.poll(() => lastLine(marta).evaluate(line => line.contains(getSelection()?.anchorNode ?? null))).toBe(true);
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('It saves /a1');
  await page.getByRole('option', { name: /A1: worth in a full year/ }).waitFor();
  expect(await barriers(marta)).toEqual([]);
  await page.keyboard.press('Enter');
  await lastLine(marta).getByText('€130,410', { exact: true }).waitFor();
}

async function freeze(marta: OpenPerson): Promise<void> {
  const { page } = marta;
  await go(marta, 'Approval');
  await page.getByLabel('Name of the draft').fill('with the figure');
  await page.getByRole('button', { name: 'Freeze', exact: true }).click();
  await page.getByRole('link', { name: 'Draft “with the figure”' }).click();
  await page.getByRole('tab', { name: 'Proposal' }).waitFor();
}

test('a driver’s figure follows the model in the text, and stands still in the frozen copy', async () => {
  const [marta, paolo] = [await read('marta'), await count(browser, server.url, 'paolo')];
  await insertDriver(marta);
  await type(paolo, 'A1', 'baseline', '1000000');
  await lastLine(marta).getByText('€113,400', { exact: true }).waitFor();
  await freeze(marta);
  await type(paolo, 'A1', 'baseline', '900000');
  await marta.page.getByText('The living text or its figures have moved on since.').waitFor();

  const frozen = marta.page.getByRole('tabpanel', { name: 'Proposal' });
  await frozen.getByText('It saves').waitFor();
  expect((await frozen.locator('p').filter({ hasText: 'It saves' }).innerText()).replace(/\s+/g, ' ')).toContain('€113,400');
  await marta.page.getByRole('tab', { name: 'Value' }).click();
  const value = marta.page.getByRole('tabpanel', { name: 'Value' });
  await value.getByText('€390,938').first().waitFor(); // what S1 came to when it was frozen
  expect(await barriers(marta)).toEqual([]);
  await shoot(marta, 'live-frozen');

  await go(marta, 'Proposal');
  await lastLine(marta).getByText('€102,060', { exact: true }).waitFor();
  expect([...marta.trouble, ...paolo.trouble]).toEqual([]);
  await Promise.all([marta.close(), paolo.close()]);
});

/** The file that the menu brings, as bytes. */
async function take({ page }: OpenPerson, format: 'PDF' | 'Word' | 'Markdown'): Promise<{ name: string; bytes: Uint8Array }> {
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), page.getByRole('menuitem', { name: format }).click()]);
  await page.getByText('The file is ready.').waitFor({ state: 'attached' });
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('PDF, Word and Markdown are really taken away, with the figures and without an internal line', async () => {
  const giulia = await read('giulia');
  const [pdf, word, markdown] = [await take(giulia, 'PDF'), await take(giulia, 'Word'), await take(giulia, 'Markdown')];
  expect([pdf.name, word.name, markdown.name].map(name => name.split('.').pop())).toEqual(['pdf', 'docx', 'md']);
  const texts = [pdfText(pdf.bytes), wordsOf(word.bytes), strFromU8(markdown.bytes)].map(each => each.replaceAll('\u00a0', ' '));
  // Ivo's internal comment, and Lia's note backstage.
  const internal = ['We give up the big price', caseNote(CASES[0]!, 'a-n6').text.en.slice(0, 40)];
  for (const each of texts) {
    for (const figure of ['€130,410', '€423,137', '1.21 years', '37.54%']) expect(each).toContain(figure);
    for (const words of internal) expect(each).not.toContain(words);
  }
  expect(Object.keys(unzipSync(word.bytes)).some(name => name.startsWith('word/media/'))).toBe(true); // the chart is drawn
  expect(giulia.trouble).toEqual([]);
  await giulia.close();
});

const wordsOf = (docx: Uint8Array): string => strFromU8(unzipSync(docx)['word/document.xml']!).replace(/<[^>]+>/g, '');
