/**
 * A value model goes out as a spreadsheet, comes back with one cell changed, and is looked at before it is written; what
 * could run stays words; a wrong file gets a sentence. And what was frozen stays as it was, whatever comes in later.
 */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTables } from '../../server/tables/read.ts';
import { toXlsx } from '../../server/tables/xlsx.ts';
import type { Table } from '../../shared/value/tables/export.ts';
import { barriers, launchBrowser, type OpenPerson, shoot, type TestBrowser } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

let server: RunningServer;
let browser: TestBrowser;
let marta: OpenPerson;

beforeAll(async () => {
  server = await startServer({ demo: true });
  browser = await launchBrowser();
  marta = await browser.openPerson(server.url, 'marta');
  await go('Value');
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const go = (place: string) => marta.page.getByRole('navigation', { name: 'Places of this project' }).getByRole('link', { name: place }).click();
const says = (amount: string) => expect.poll(() => marta.page.locator('[data-joint]').textContent(), { timeout: 5_000 }).toBe(amount);
const spreadsheet = (deed: string) => marta.page.getByRole('button', { name: 'Spreadsheet' }).click().then(() => marta.page.getByRole('menuitem', { name: deed }).click());

/** What the page hands over as a file. */
async function takeAway(deed: string): Promise<Buffer> {
  const [download] = await Promise.all([marta.page.waitForEvent('download'), spreadsheet(deed)]);
  return readFile(await download.path());
}

async function bring(name: string, mimeType: string, buffer: Buffer) {
  const dialog = marta.page.getByRole('dialog', { name: 'Bring in a spreadsheet' });
  if ((await dialog.count()) === 0) await spreadsheet('Bring in a spreadsheet');
  await dialog.locator('input[type=file]').or(marta.page.locator('input[type=file]')).first().setInputFiles({ name, mimeType, buffer });
  return dialog;
}

test('a workbook that comes back with one cell changed shows exactly that change, and can be taken back', async () => {
  await says('€423,137');
  const tables = await readTables(await takeAway('Take away as .xlsx'));
  let changed = 0;
  const back = tables.map((rows, nth): Table => ({
    name: 'drivers', title: `Sheet ${nth + 1}`,
    rows: rows.map(row => row.map(value => {
      if (value !== 1_150_000) return { value: value ?? '' };
      changed += 1;
      return { value: 1_000_000 };
    })),
  }));
  expect(changed).toBe(1);

  const dialog = await bring('value.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', await toXlsx(back));
  await dialog.getByRole('row', { name: 'A1: Today 1,150,000 1,000,000' }).waitFor();
  expect(await dialog.getByRole('row').count()).toBe(2); // its head, and this one change
  expect(await barriers(marta)).toEqual([]);
  await shoot(marta, 'value-import');
  await dialog.getByRole('button', { name: 'Change one cell' }).click();
  await says('€390,938');
  await marta.page.getByRole('button', { name: 'Undo', exact: true }).click();
  await says('€423,137');
});

test('words that a spreadsheet would run stay words, in and out', async () => {
  const formula = '=HYPERLINK("https://example.org","Click")';
  const dialog = await bring('value.csv', 'text/csv', Buffer.from(`Driver,Name\nA5,"${formula.replaceAll('"', '""')}"\n`));
  await dialog.getByRole('button', { name: 'Change one cell' }).click();
  const name = marta.page.locator('tr', { has: marta.page.getByRole('rowheader', { name: 'A5' }) }).locator('[data-slot$="/label"]');
  await name.getByText(formula).waitFor();
  expect(await name.locator('a').count()).toBe(0);
  // An archive of one file for each table, or one file: either way it goes out with an apostrophe before it.
  const out = await readTables(await takeAway('Take away as .csv'));
  expect(out.flat(2)).toContain(formula); // read by us it is the same word again
  await marta.page.getByRole('button', { name: 'Undo my last step' }).click();
  await name.getByText('Complaints').waitFor();
});

test('a wrong file gets a calm sentence, and nothing changes', async () => {
  const dialog = await bring('photo.png', 'image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]));
  await dialog.getByText(/cannot be read as a table|None of our tables/).waitFor();
  expect(await dialog.getByRole('button', { name: /^Change/ }).count()).toBe(0);
  await bring('recipe.csv', 'text/csv', Buffer.from('Recipe,Salt\nSoup,1\n'));
  await dialog.getByText('None of our tables is in this file').waitFor();
  await marta.page.keyboard.press('Escape');
  await says('€423,137');
  expect(marta.trouble).toEqual([]);
});

test('a frozen version keeps its figures in a tab of their own while the model moves on', async () => {
  const { page } = marta;
  await go('Approval');
  await page.getByLabel('Name of the draft').fill('Before the call');
  await page.getByRole('button', { name: 'Freeze', exact: true }).click();
  const draft = page.getByRole('link', { name: 'Draft “Before the call”' });
  await draft.waitFor();
  await go('Value');
  const today = page.locator('tr', { has: page.getByRole('rowheader', { name: 'A1' }) }).locator('[data-slot$="/baseline"]');
  await today.click();
  await page.keyboard.type('1000000');
  await page.keyboard.press('Enter');
  await says('€390,938');

  await go('Approval');
  await draft.click();
  await page.getByRole('tab', { name: 'Value' }).click();
  const worth = page.getByRole('region', { name: 'What each scenario is worth' });
  await worth.getByRole('row', { name: /S1 Identity hub.*€423,137.*138\.9%.*1\.2 years.*€264,276.*€158,861.*37\.5%/ }).waitFor();
  await worth.getByRole('row', { name: /S0 New CRM.*−€49,003.*Modastile loses.*no split/ }).waitFor();
  await page.getByRole('region', { name: 'S1, year by year' }).getByRole('row', { name: /Together −€150,000\.00 €93,784\.56 €266,792\.19 €324,461\.40/ }).waitFor();
  expect(await barriers(marta)).toEqual([]);
  await shoot(marta, 'value-frozen');
  await go('Value');
  await today.click();
  await page.keyboard.type('1150000');
  await page.keyboard.press('Enter');
  await says('€423,137');
});
