/** Marta and Paolo write the proposal together: each sees the other's words and caret, and takes back only their own. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { barriers, launchBrowser, type OpenPerson, PHONE, shoot, type TestBrowser } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

let server: RunningServer;
let browser: TestBrowser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
// A proposal of its own for each story, also when one is told again: none stands on what another has written.
beforeEach(async () => {
  server = await startServer({ demo: true });
});
afterEach(() => server.stop());

const text = ({ page }: OpenPerson) => page.getByRole('textbox', { name: 'Text of the proposal' });
const opening = (person: OpenPerson, section: number) => text(person).locator('> h2').nth(section).locator('xpath=following-sibling::p[1]');

async function write(name: string, look = {}): Promise<OpenPerson> {
  const person = await browser.openPerson(server.url, name, look);
  await person.page.getByRole('link', { name: 'Proposal' }).first().click();
  await text(person).waitFor();
  return person;
}

/** At the beginning or the end of the first line of a section. */
async function putCaret(person: OpenPerson, section: number, key: 'Home' | 'End'): Promise<void> {
  await opening(person, section).click({ position: { x: 4, y: 12 } });
  await expect.poll(() => opening(person, section).evaluate(block => block.contains(getSelection()?.anchorNode ?? null))).toBe(true);
  await person.page.keyboard.press(key);
}

/** Behind everything that is written. */
async function goToTheEnd(person: OpenPerson): Promise<void> {
  await text(person).locator('> :last-child').click();
  await expect.poll(() => text(person).evaluate(sheet => sheet.lastElementChild?.contains(getSelection()?.anchorNode ?? null) ?? false)).toBe(true);
  await person.page.keyboard.press('Control+End');
}

/** Pastes as the clipboard of another program would. */
const paste = ({ page }: OpenPerson, html: string) =>
  page.evaluate(markup => {
    const data = new DataTransfer();
    data.setData('text/html', markup);
    document.querySelector('.ProseMirror')?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, html);

test('two people write, and see each other by name', async () => {
  const [marta, paolo] = [await write('marta'), await write('paolo')];
  expect(await barriers(marta)).toEqual([]);
  await putCaret(paolo, 4, 'End');
  await paolo.page.keyboard.type(' The loyalty desk cleans the problem rows.');
  await text(marta).getByText('The loyalty desk cleans the problem rows.').waitFor();
  await marta.page.locator('.caret-flag', { hasText: 'Paolo' }).waitFor();
  await marta.page.getByRole('navigation', { name: 'Sections' }).getByText('Paolo is here').waitFor({ state: 'attached' });

  await marta.page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: /5\. ?Who does what/ }).click();
  await putCaret(marta, 4, 'Home');
  await marta.page.keyboard.type('Together: ');
  await text(paolo).getByText('Together:').waitFor();
  await marta.page.keyboard.press('Control+z');
  await text(paolo).getByText('Together:').waitFor({ state: 'detached' });
  await text(marta).getByText('The loyalty desk cleans the problem rows.').waitFor();
  expect([...marta.trouble, ...paolo.trouble]).toEqual([]);
  await Promise.all([marta.close(), paolo.close()]);
});

test('tables, headings and links are made without a mouse, and only safe addresses stay', async () => {
  const marta = await write('marta');
  const { page } = marta;
  await goToTheEnd(marta);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Annex');
  await page.keyboard.press('Control+Alt+2');
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: /9\. ?Annex/ }).waitFor();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');

  await page.keyboard.type('our terms');
  await page.keyboard.press('Shift+Control+ArrowLeft');
  await page.keyboard.press('Control+k');
  await page.getByLabel('Address').fill('javascript:alert(1)');
  await page.keyboard.press('Enter');
  await page.getByText('A link begins with https://, http:// or mailto:.').waitFor();
  await page.getByLabel('Address').fill('example.org/terms');
  await page.keyboard.press('Enter');
  const link = text(marta).getByRole('link', { name: 'terms' });
  expect(await link.getAttribute('href')).toBe('https://example.org/terms');
  expect(await link.getAttribute('rel')).toBe('noopener noreferrer');

  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await paste(marta, '<p onclick="x()">Pasted <b style="color:red">boldly</b><img src=x onerror=alert(1)> <a href="javascript:x()">lure</a></p>');
  await text(marta).getByText('Pasted').waitFor();
  const pasted = text(marta).locator('p', { hasText: 'Pasted boldly' });
  expect(await pasted.innerText()).toContain('lure');
  expect(await pasted.evaluate(block => block.onclick === null && !block.hasAttribute('onclick') && !block.querySelector('img, [style], a'))).toBe(true);

  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Table' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Insert a table' }).press('Enter');
  for (const words of ['In a full year', 'Worth', 'How sure', 'Shop hours', '€77,770', '80%']) {
    await page.keyboard.type(words);
    await page.keyboard.press('Tab');
  }
  await text(marta).getByRole('cell', { name: '€77,770' }).waitFor();
  expect(await barriers(marta)).toEqual([]);
  expect(marta.trouble).toEqual([]);
  await shoot(marta, 'proposal-table');
  await marta.close();
});

test('on a phone the outline is a menu, in Italian too', async () => {
  const paolo = await browser.openPerson(server.url, 'paolo', { viewport: PHONE, scheme: 'dark' });
  const { page } = paolo;
  await page.getByRole('link', { name: 'Proposal' }).first().click();
  await page.getByRole('button', { name: /^Sections: / }).click();
  await page.getByRole('menuitem', { name: /4\. The solution/ }).click();
  await page.getByRole('button', { name: /^Sections: 4\. The solution/ }).waitFor();
  expect(await barriers(paolo)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await shoot(paolo, 'proposal-phone');
  expect(paolo.trouble).toEqual([]);
  await paolo.close();
});
