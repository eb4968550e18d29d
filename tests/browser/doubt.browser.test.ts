/**
 * An honest doubt, lived through: Marta doubts the scenario that is almost approved and draws an alternative from it;
 * Paolo hears of it at once and answers; Giulia finds what nobody has answered beside her approval. Between them they
 * compare the scenarios, draw what could happen in a worker under the content policy, and write what really came.
 */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers, launchBrowser, type OpenPerson, PHONE, shoot, type TestBrowser } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

const DOUBT = 'We may be selling you a migration nobody in the shops has asked for.';
const SHOWS_WITHIN_MS = 15_000;

let server: RunningServer;
let browser: TestBrowser;
let marta: OpenPerson;
let paolo: OpenPerson;
let giulia: OpenPerson;

beforeAll(async () => {
  server = await startServer({ demo: true });
  browser = await launchBrowser();
  [marta, paolo, giulia] = [await sit('marta'), await sit('paolo'), await sit('giulia', { viewport: PHONE })];
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function sit(name: string, look = {}): Promise<OpenPerson> {
  const person = await browser.openPerson(server.url, name, look);
  await person.page.waitForURL(/\/projects\/prj_/);
  await english(person);
  return person;
}

/** Paolo reads Italian in the examples; here everybody reads the same words. */
async function english({ page }: OpenPerson): Promise<void> {
  await page.evaluate(() => fetch('/api/me', { method: 'PATCH', headers: { 'Content-Type': 'application/json' }, body: '{"language":"en"}' }));
  await page.reload();
}

const appears = (what: Locator) => what.first().waitFor({ timeout: SHOWS_WITHIN_MS });
const section = ({ page }: OpenPerson, name: string) => page.getByRole('navigation', { name: 'Sections of the value page' }).getByRole('link', { name, exact: true }).click();
const row = ({ page }: OpenPerson, name: RegExp): Locator => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });

async function toValue({ page, home }: OpenPerson, rest: string): Promise<void> {
  const project = /\/projects\/prj_[^/?#]+/.exec(page.url())?.[0] ?? '';
  await page.goto(`${home}${project}/value${rest}`);
}

test('Marta doubts what is almost approved, and Paolo hears of it at once', async () => {
  for (const person of [marta, paolo]) await toValue(person, '?scenario=scn_demo-S0-----');
  await appears(paolo.page.getByRole('heading', { name: 'Honest doubts about S0' }));
  await marta.page.getByRole('button', { name: 'Raise an honest doubt' }).click();
  await marta.page.getByLabel('What do you doubt?').fill(DOUBT);
  await marta.page.getByLabel('What does it cost Nodo Software to say so?').fill('The larger price.');
  await marta.page.getByRole('button', { name: 'Raise this doubt' }).click();
  await appears(marta.page.getByText(`“${DOUBT}”`));
  await appears(paolo.page.getByText(`“${DOUBT}”`));
});

test('she draws an alternative from it, which everybody sees beside the others', async () => {
  const card = marta.page.getByRole('listitem').filter({ hasText: DOUBT });
  await card.getByRole('button', { name: 'Draw an alternative' }).click();
  await appears(paolo.page.getByRole('listitem').filter({ hasText: DOUBT }).getByRole('link', { name: 'S3' }));
  await section(paolo, 'Compare');
  await appears(paolo.page.getByRole('columnheader', { name: /S3 Alternative to S0/ }));
});

test('they compare: the best is said in words, who loses is named without a split', async () => {
  expect(await row(paolo, /^Joint net value/).innerText()).toMatch(/−€49,003\s+(−€49,003\s+)?€423,137\s+best\s+€138,596/);
  await appears(row(paolo, /^Split/).getByText('No split shown: Modastile loses €166,316'));
  await appears(row(paolo, /^Chance that a side loses/).getByText('100%'));
  expect(await barriers(paolo)).toEqual([]);
  await shoot(paolo, 'compare');
});

test('both see the same draws, counted in a worker of our own origin', async () => {
  for (const person of [marta, paolo]) await toValue(person, '/risk?scenario=scn_demo-S1-----');
  const pictures = await Promise.all([marta, paolo].map(async ({ page }) => {
    const picture = page.getByRole('img', { name: /^Joint net value in 10,000 draws/ });
    await appears(picture);
    return picture.getAttribute('aria-label');
  }));
  expect(pictures[0]).toBe(pictures[1]);
  expect(marta.trouble).toEqual([]); // the content policy let the worker run
  await marta.page.getByRole('button', { name: 'Another series' }).click();
  await expect.poll(() => paolo.page.getByRole('img', { name: /^Joint net value in 10,000 draws/ }).getAttribute('aria-label'), { timeout: SHOWS_WITHIN_MS }).not.toBe(pictures[0]);
  expect(await barriers(marta)).toEqual([]);
});

test('what really came is written in cells, and the gain share that is due follows for both', async () => {
  for (const person of [marta, paolo]) await toValue(person, '/promise?scenario=scn_demo-S1-----');
  await marta.page.getByRole('grid', { name: 'Promised and brought' }).getByRole('gridcell').nth(1).click();
  await marta.page.keyboard.type('48900\n31200\n44050\n9800\n8700\n');
  await appears(paolo.page.getByText('92.8% of the plan'));
  await appears(paolo.page.getByText('€8,530', { exact: true }));
  await shoot(marta, 'promise');
});

test('Paolo answers, and the doubt no longer waits', async () => {
  for (const person of [marta, paolo]) await toValue(person, '?scenario=scn_demo-S0-----#doubts');
  const card = paolo.page.getByRole('listitem').filter({ hasText: DOUBT });
  await card.getByRole('button', { name: 'Answer', exact: true }).click();
  await card.getByLabel('The answer of Modastile').fill('Nobody has. Let us look at something smaller.');
  await card.getByRole('button', { name: 'Answer Marta' }).click();
  await appears(marta.page.getByText('Nobody has. Let us look at something smaller.'));
  await shoot(marta, 'doubt answered');
});

test('the approver sees what nobody has answered, beside and within her own sentence', async () => {
  const project = /\/projects\/prj_[^/?#]+/.exec(marta.page.url())?.[0] ?? '';
  await marta.page.goto(`${marta.home}${project}/approval`);
  await marta.page.getByRole('textbox', { name: 'Name of the draft' }).fill('With a doubt');
  await marta.page.getByRole('button', { name: 'Freeze', exact: true }).click();
  await marta.page.getByRole('button', { name: 'Put to Modastile' }).first().click();
  await appears(marta.page.getByRole('dialog').getByText('1 without an answer'));
  await marta.page.getByRole('dialog').getByRole('button', { name: 'Put to Modastile' }).click();

  await giulia.page.goto(`${giulia.home}${project}/approval`);
  await appears(giulia.page.getByText('1 without an answer'));
  await appears(giulia.page.getByText(/approve version 1 of .* One doubt is still open: “If source data stay dirty/));
  await appears(giulia.page.getByRole('link', { name: 'Answer it first' }));
  expect(giulia.trouble).toEqual([]);
  await shoot(giulia, 'approval with a doubt, phone');
});
