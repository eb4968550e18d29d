/** Marta and Paolo count together: what one changes shows at once for the other, and nobody is left to lose unseen. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { barriers, launchBrowser, type Look, type OpenPerson, PHONE, shoot, type TestBrowser } from '../support/browser.ts';
import { cell, count as sit, drivers, joint, says, type } from '../support/counting.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

/** What S1 of case A comes to. */
const AT_REST = '€423,137';

let server: RunningServer;
let browser: TestBrowser;
let marta: OpenPerson;
let paolo: OpenPerson;

// Both sit here through all of it: coming in takes longer than most of what they do.
beforeAll(async () => {
  server = await startServer({ demo: true });
  browser = await launchBrowser();
  [marta, paolo] = await Promise.all([count('marta'), count('paolo')]);
});
beforeEach(async () => {
  await paolo.context.setOffline(false);
  for (const { page } of [marta, paolo]) await page.keyboard.press('Escape');
});
/** A story that broke off leaves steps behind: they are taken back, so that the next one begins where it expects to. */
afterEach(async () => {
  for (const person of [marta, paolo]) {
    for (let steps = 0; steps < 10 && !(await isAtRest(person)); steps += 1) await person.page.keyboard.press('Control+z');
  }
});
const isAtRest = ({ page }: OpenPerson): Promise<boolean> =>
  page.waitForFunction(sum => (document.querySelector('[data-joint]')?.textContent ?? sum) === sum, AT_REST, { timeout: 2_000 }).then(() => true, () => false);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const count = (name: string, look?: Look) => sit(browser, server.url, name, look);

test('case A says the same to the cent as the reference, on screen and in its tables', async () => {
  await says(marta, '€423,137');
  const { page } = marta;
  await page.getByText('138.9%').first().waitFor();
  expect(await barriers(marta)).toEqual([]);
  await page.getByRole('button', { name: 'As a table' }).first().click();
  const table = page.getByRole('table').filter({ hasText: 'In today’s money' }).first();
  await table.getByRole('row', { name: /In today’s money €423,136\.78 €158,860\.91 €264,275\.87/ }).waitFor();
  await table.getByRole('row', { name: /Return 138\.90%/ }).waitFor();
  await table.getByRole('row', { name: /Payback 1\.21 years/ }).waitFor();
  await page.getByRole('button', { name: 'As a chart' }).first().click();
  expect(marta.trouble).toEqual([]);
});

test('a baseline that Paolo changes moves every figure of Marta’s, with his name at the cell; his undo brings all back', async () => {
  await cell(paolo, 'A1', 'baseline').click();
  await cell(marta, 'A1', 'baseline').getByText('Paolo', { exact: true }).waitFor();
  await shoot(marta, 'value-presence');
  await paolo.page.keyboard.type('1000000');
  await paolo.page.keyboard.press('Enter');
  await drivers(marta).getByText('€113,400', { exact: true }).waitFor();
  await says(marta, '€390,938');
  await says(paolo, '€390,938');
  await marta.page.getByRole('button', { name: /^S1/ }).getByText('€390,938 together').waitFor();
  await cell(marta, 'A1', 'baseline').click();
  await marta.page.getByText(/Paolo, \d\d:\d\d/).waitFor();
  await paolo.page.keyboard.press('Control+z');
  await says(marta, '€423,137');
});

test('a side agrees for itself alone, and its word falls with the figures', async () => {
  await marta.page.getByRole('button', { name: '2 not agreed by both' }).waitFor();
  expect(await drivers(marta).getByRole('button', { name: /Modastile/ }).count()).toBe(0);
  await drivers(paolo).getByRole('button', { name: 'Agree for Modastile' }).click();
  await marta.page.getByRole('button', { name: '1 not agreed by both' }).waitFor();
  await type(marta, 'A2', 'confidence', '65%');
  await marta.page.getByRole('button', { name: '2 not agreed by both' }).waitFor();
  await drivers(paolo).getByRole('button', { name: 'Agree to the new figures for Modastile' }).waitFor();
  await marta.page.keyboard.press('Control+z');
  await marta.page.getByRole('button', { name: '1 not agreed by both' }).waitFor();
});

test('what is no number gets a sentence at the cell, and calculation goes on', async () => {
  await type(marta, 'A5', 'unitValue', '1.234,56');
  await marta.page.getByText('is written another language’s way').waitFor();
  await says(marta, '€374,481');
  await marta.page.getByRole('button', { name: 'Take €1,234.56' }).click();
  await expect.poll(() => joint(marta).textContent()).not.toBe('€374,481');
  await type(marta, 'A5', 'unitValue', '1e309');
  await marta.page.getByText('Nobody can calculate with').waitFor();
  await type(marta, 'A5', 'unitValue', '?');
  await marta.page.getByText('Each worth of A5').first().waitFor();
  await says(marta, '€374,481');
  await type(marta, 'A5', 'unitValue', '14');
  await says(marta, '€423,137');
  expect(marta.trouble).toEqual([]);
});

test('a block from an Italian spreadsheet is pasted as it is, and grows the table below', async () => {
  const { page } = marta;
  await page.getByRole('button', { name: /^IT/ }).click();
  await cell(marta, 'A5', 'label').click();
  await page.evaluate(() => navigator.clipboard.writeText('Reclami\t3.600\t60 %\t14,00 €\t85 %\r\nOre in magazzino\t1.000\t50 %\t20,00 €\t100 %\r\n'));
  await page.keyboard.press('Control+v');
  await cell(marta, 'A6', 'label').getByText('Ore in magazzino').waitFor();
  await drivers(marta).getByText('10.000\u00a0€', { exact: true }).waitFor();
  await page.keyboard.press('Control+z');
  await says(marta, '423.137\u00a0€');
  await page.getByRole('button', { name: /^EN/ }).click();
});

test('two who change the same value at once both stand in the cell until one is chosen', async () => {
  await paolo.context.setOffline(true);
  await paolo.page.getByText('Offline').first().waitFor();
  await type(paolo, 'A4', 'baseline', '1500');
  await type(marta, 'A4', 'baseline', '1600');
  await paolo.context.setOffline(false);
  await marta.page.getByText('Paolo wrote 1,500').waitFor();
  await paolo.page.getByText('Marta wrote 1,600').waitFor();
  await marta.page.getByRole('button', { name: 'Keep 1,500' }).click();
  await paolo.page.getByText('Marta wrote 1,600').waitFor({ state: 'detached' });
  await type(marta, 'A4', 'baseline', '1408');
  await says(paolo, '€423,137');
});

test('the fair gain share for the target is applied by one and seen by both', async () => {
  await marta.page.getByRole('button', { name: 'Apply 13.21%, fair for your 30% target' }).click();
  const shared = paolo.page.getByRole('region', { name: 'How we share it' });
  await shared.getByText('€296,196', { exact: true }).waitFor();
  await shared.getByText('€126,941', { exact: true }).waitFor();
  await marta.page.keyboard.press('Control+z');
  await shared.getByText('€158,861', { exact: true }).waitFor();
});

test('a scenario in which the client loses shows who and how much, and no split', async () => {
  const irene = await count('irene');
  const { page } = irene;
  await page.getByRole('button', { name: /^H0/ }).click();
  const guard = page.getByRole('region', { name: 'How we share it' });
  await guard.getByRole('heading', { name: /would lose €66,232/ }).waitFor();
  await guard.getByText('No split until both sides gain').waitFor();
  expect(await page.getByRole('slider').count()).toBe(0);
  expect(await barriers(irene)).toEqual([]);
  await shoot(irene, 'value-guard');
  await guard.getByRole('button', { name: 'Draw an alternative' }).click();
  await page.getByRole('button', { name: /^H3/ }).waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByRole('button', { name: /^H3/ }).waitFor({ state: 'detached' });
  await irene.close();
});

test('a note becomes a driver, and each leads to the other', async () => {
  const { page } = marta;
  await page.getByRole('link', { name: 'Canvas' }).first().click();
  const note = page.locator('.cv-note', { hasText: 'Between 21:00 and 24:00' });
  await note.click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Make a driver of it' }).click();
  await note.getByRole('link', { name: 'To A6 in the figures' }).click();
  await cell(marta, 'A6', 'label').getByText('Between 21:00').waitFor();
  await drivers(marta).getByRole('button', { name: 'Delete' }).waitFor(); // it stands open
  await drivers(marta).locator('tr', { has: page.getByRole('rowheader', { name: 'A6' }) }).getByRole('link', { name: 'The note it came from' }).click();
  await page.locator('.cv-note', { hasText: 'Between 21:00 and 24:00' }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/\/canvas$/);
  await page.getByRole('link', { name: 'Value' }).first().click();
  await drivers(marta).getByRole('button', { name: 'more about A6' }).click();
  await drivers(marta).getByRole('button', { name: 'Delete' }).click();
  await page.getByText('is deleted').waitFor();
});

test('on a phone Paolo changes a figure and adds a driver, and every page of the section is his too', async () => {
  const onPhone = await count('paolo', { viewport: PHONE, scheme: 'dark', language: 'it' });
  const { page } = onPhone;
  await page.evaluate(() => fetch('/api/me', { method: 'PATCH', headers: { 'Content-Type': 'application/json' }, body: '{"language":"it"}' }));
  await page.reload();
  await page.getByRole('button', { name: 'di più su A1' }).click();
  const today = page.getByRole('group', { name: 'Oggi' }).getByRole('textbox', { name: 'probabile' });
  const write = async (text: string): Promise<void> => {
    await today.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };
  await write('1.000.000');
  await says(marta, '€390,938');
  await write('1.150.000');
  await says(marta, '€423,137');

  await page.getByRole('button', { name: 'Aggiungi una leva' }).click();
  await page.getByRole('menuitem', { name: /Ore di lavoro risparmiate/ }).click();
  await drivers(marta).getByText('Ore di lavoro risparmiate').waitFor();
  await page.getByRole('button', { name: 'di più su A6' }).click();
  await page.getByRole('button', { name: 'Elimina', exact: true }).click();
  await drivers(marta).getByText('Ore di lavoro risparmiate').waitFor({ state: 'detached' });
  await everyPage(onPhone, 'phone-dark-it');
  await page.evaluate(() => fetch('/api/me', { method: 'PATCH', headers: { 'Content-Type': 'application/json' }, body: '{"language":"en"}' }));
  await onPhone.close();
});

test('nothing keeps anybody out of any page of the section, with its charts as tables', async () => {
  const giulia = await count('giulia');
  await giulia.page.getByRole('button', { name: 'As a table' }).first().click();
  await giulia.page.getByRole('table').filter({ hasText: 'In today’s money' }).first().waitFor();
  await everyPage(giulia, 'desk-light-en');
  await giulia.close();
});

async function everyPage(person: OpenPerson, look: string): Promise<void> {
  const { page } = person;
  const links = page.getByRole('navigation', { name: /Sections of the value page|Parti della pagina del valore/ }).getByRole('link');
  expect(await links.count()).toBe(6);
  for (const link of await links.all()) {
    await link.click();
    await page.locator('main h2').first().waitFor();
    expect(await barriers(person), await link.innerText()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), await link.innerText()).toBe(true);
    await shoot(person, `value-${look}-${new URL(page.url()).pathname.split('/').at(-1)}`);
  }
  expect(person.trouble).toEqual([]);
}
