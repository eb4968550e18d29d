/** Marta suggests, Paolo sees it live and answers from the other side; freezing asks about what is still open. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers, launchBrowser, type OpenPerson, PHONE, shoot, type TestBrowser } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

let server: RunningServer;
let browser: TestBrowser;

beforeAll(async () => {
  server = await startServer({ demo: true });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const text = ({ page }: OpenPerson) => page.getByRole('textbox', { name: 'Text of the proposal' });
const cards = ({ page }: OpenPerson) => page.getByRole('region', { name: 'Suggestions' });

async function write(name: string, look = {}): Promise<OpenPerson> {
  const person = await browser.openPerson(server.url, name, look);
  await person.page.getByRole('link', { name: 'Proposal' }).first().click();
  await text(person).waitFor();
  return person;
}

/** At the end of a line of the nth section's first paragraph. */
async function typeIn(person: OpenPerson, nth: number, words: string): Promise<void> {
  await text(person).locator('h2 + p').nth(nth).click();
  await person.page.keyboard.press('End');
  await person.page.keyboard.type(words);
}

test('one side suggests, the other accepts one and refuses one, and freezing asks about the third', async () => {
  const [marta, paolo] = [await write('marta'), await write('paolo')];
  await text(marta).click();
  await marta.page.keyboard.press('Control+Shift+E');
  await marta.page.getByText('You are suggesting.').waitFor();

  await typeIn(marta, 0, ' Shops hear of it first.');
  await typeIn(marta, 2, ' Nobody is called twice.');
  await typeIn(marta, 4, ' We meet each month.');
  await text(paolo).locator('ins', { hasText: 'Shops hear of it first.' }).waitFor();
  await cards(paolo).getByText('We meet each month.').waitFor();
  expect(await cards(paolo).getByRole('listitem').count()).toBe(3);
  expect(await cards(marta).getByRole('button', { name: /^Accept/ }).count()).toBe(0);
  expect(await barriers(marta)).toEqual([]); // on the other page Marta's caret is fading, which no rule on contrast knows of
  await shoot(paolo, 'suggestions');

  await cards(paolo).getByRole('button', { name: /^Accept .*Shops hear/ }).press('Enter');
  await cards(paolo).getByRole('button', { name: /^Refuse .*called twice/ }).click();
  await text(marta).locator('ins', { hasText: 'Nobody is called twice.' }).waitFor({ state: 'detached' });
  expect(await text(marta).getByText('Nobody is called twice.').count()).toBe(0);
  await text(marta).locator('p', { hasText: 'Shops hear of it first.' }).waitFor();
  expect(await text(marta).locator('ins').count()).toBe(1);
  await cards(marta).getByText('Answered suggestions (2)').click();
  await cards(marta).getByText('Paolo accepted').waitFor();
  await cards(marta).getByText('Paolo refused').waitFor();

  await marta.page.reload();
  await text(marta).locator('ins', { hasText: 'We meet each month.' }).waitFor();
  expect(await marta.page.getByRole('button', { name: 'Suggest changes' }).getAttribute('aria-pressed')).toBe('true');

  await marta.page.getByRole('link', { name: 'Approval' }).first().click();
  await marta.page.getByText('1 suggestion in the proposal is still open').waitFor();
  await marta.page.getByText('Suggested by Marta (1).').waitFor();
  expect(await barriers(marta)).toEqual([]);
  await marta.page.getByLabel('Name of the draft').fill('With one open');
  await marta.page.getByRole('button', { name: 'Freeze', exact: true }).click();
  await marta.page.getByRole('dialog', { name: 'Freeze without the open suggestion?' }).waitFor();
  await shoot(marta, 'suggestions-freeze');
  await marta.page.getByRole('button', { name: 'Freeze without it' }).click();
  await marta.page.getByRole('link', { name: /With one open/ }).click();
  await marta.page.getByText('Shops hear of it first.').waitFor();
  expect(await marta.page.getByText('We meet each month.').count()).toBe(0);
  expect([...marta.trouble, ...paolo.trouble]).toEqual([]);
  await Promise.all([marta.close(), paolo.close()]);
});

test('on a phone suggestions are a sheet, in Italian too', async () => {
  const paolo = await browser.openPerson(server.url, 'paolo', { viewport: PHONE, scheme: 'dark', language: 'it' });
  const { page } = paolo;
  await page.getByRole('link', { name: 'Proposta' }).first().click();
  await page.getByRole('button', { name: /modifica proposta: mostrala/ }).click();
  await page.getByRole('dialog', { name: 'Modifiche proposte' }).getByText('Marta aggiungerebbe').waitFor();
  expect(await barriers(paolo)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await shoot(paolo, 'suggestions-phone');
  await page.getByRole('button', { name: /^Accogli/ }).click();
  await page.getByText('Paolo ha accolto').or(page.getByText(/Modifiche con risposta/)).first().waitFor();
  expect(paolo.trouble).toEqual([]);
  await paolo.close();
});
