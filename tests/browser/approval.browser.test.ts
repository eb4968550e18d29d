/** Marta freezes and puts, Giulia reads and approves, both hold the same receipt; one letter later the page says so. */
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

/** Sits down and goes to a place of the project, as the rail leads there. */
async function at(place: 'Approval' | 'Proposal', name: string): Promise<OpenPerson> {
  const person = await browser.openPerson(server.url, name);
  await go(person, place);
  return person;
}

async function go({ page }: OpenPerson, place: 'Approval' | 'Proposal'): Promise<void> {
  await page.getByRole('navigation', { name: 'Places of this project' }).getByRole('link', { name: place }).click();
}

async function freezeAndPut(marta: OpenPerson, name: string, number: number): Promise<void> {
  const { page } = marta;
  await go(marta, 'Approval');
  await page.getByLabel('Name of the draft').fill(name);
  await page.getByRole('button', { name: 'Freeze', exact: true }).click();
  await page.getByRole('link', { name: `Draft “${name}”` }).waitFor();
  await page.getByRole('button', { name: 'Put to Modastile' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Put to Modastile' }).click();
  await page.getByRole('heading', { name: `Version ${number} is with Modastile` }).waitFor();
}

const fingerprintOn = async ({ page }: OpenPerson): Promise<string> => (await page.locator('code').first().innerText()).replace(/\s/g, '');

test('an approval is bound to exactly what Giulia read, and both sides hold its receipt', async () => {
  const [marta, giulia] = [await at('Approval', 'marta'), await at('Approval', 'giulia')];
  await giulia.page.getByText('When Nodo Software puts a version to you').waitFor();
  expect(await barriers(marta)).toEqual([]);
  await freezeAndPut(marta, 'ZEBRA-7 after the call', 1);

  // Without a reload: the news of the round brings her here.
  const name = giulia.page.getByLabel('Type your name to approve');
  await name.waitFor();
  await giulia.page.getByText('Same on your screen and on the server').waitFor();
  expect(await barriers(giulia)).toEqual([]);
  const read = await fingerprintOn(giulia);

  await giulia.page.getByRole('button', { name: 'Approve version 1' }).click();
  await giulia.page.getByText('Type your name as it stands here: Giulia Neri.').waitFor();
  await name.fill('giulia  neri');
  await letNewsComeFirst(giulia);
  await giulia.page.getByRole('button', { name: 'Approve version 1' }).click();
  await giulia.page.getByText('Receipt of approval').waitFor();
  expect(await fingerprintOn(giulia)).toBe(read);
  expect(await barriers(giulia)).toEqual([]);

  await marta.page.getByRole('link', { name: 'Receipt of Giulia Neri' }).click();
  await marta.page.getByText('I, Giulia Neri, approve version 1 of “One customer, one record” for Modastile.').waitFor();
  expect(await fingerprintOn(marta)).toBe(read);

  await changeOneLetter(marta, giulia, read);
  expect(await giulia.wasSent('ZEBRA-7')).toBe(false);
  expect([...marta.trouble, ...giulia.trouble]).toEqual([]);
  await Promise.all([marta.close(), giulia.close()]);
});

/** The news of her own answer reaches her page before the answer to her request does. */
const letNewsComeFirst = ({ page }: OpenPerson): Promise<void> =>
  page.evaluate(() => {
    const send = window.fetch;
    const shown = () => document.querySelector('[aria-label="Receipt of Giulia Neri"]') !== null;
    window.fetch = async (...wanted) => {
      const answer = await send(...wanted);
      while (answer.url.endsWith('/approvals') && !shown()) await new Promise(requestAnimationFrame);
      return answer;
    };
  });

/** The living text moves on; the approved copy does not. */
async function changeOneLetter(marta: OpenPerson, giulia: OpenPerson, approved: string): Promise<void> {
  const changed = 'Approved was version 1. This text has changed since.';
  await go(marta, 'Proposal');
  const text = marta.page.getByRole('textbox', { name: 'Text of the proposal' });
  await text.locator('p').first().click();
  expect(await marta.page.getByText(changed).count()).toBe(0);
  await marta.page.keyboard.type('x');
  await Promise.all([marta, giulia].map(({ page }) => page.getByText(changed).waitFor()));
  await giulia.page.getByRole('link', { name: 'Open the approved copy' }).first().click();
  await giulia.page.getByText('Version 1, frozen').waitFor();
  expect(await fingerprintOn(giulia)).toBe(approved);
  await marta.page.keyboard.press('Control+z');
  await marta.page.getByText(changed).waitFor({ state: 'detached' });
}

test('asking for changes reaches Marta word for word, and a new version can go out', async () => {
  const [marta, giulia] = [await at('Approval', 'marta'), await at('Approval', 'giulia')];
  await freezeAndPut(marta, 'with the pilot', 2);
  const { page } = giulia;
  await page.getByRole('button', { name: 'Ask for changes' }).click();
  await page.getByRole('button', { name: 'Send to Nodo Software' }).click();
  await page.getByText('Say why, in a few words.').waitFor();
  await page.getByLabel('What should change, and why?').fill('The gain share must follow our target.');
  await page.getByRole('button', { name: 'Send to Nodo Software' }).click();
  await page.getByText('Receipt of a wish for changes').waitFor();

  await marta.page.getByText('Changes asked for').waitFor();
  await marta.page.getByRole('link', { name: 'Version 2' }).click();
  await marta.page.getByText('The gain share must follow our target.').waitFor();
  await freezeAndPut(marta, 'with the target', 3);
  await Promise.all([marta.close(), giulia.close()]);
});

test('on a phone the answer comes first, and the text has the whole screen', async () => {
  const giulia = await browser.openPerson(server.url, 'giulia', { viewport: PHONE, reducedMotion: true });
  const { page } = giulia;
  await page.getByRole('link', { name: 'Approval' }).click();
  await page.getByRole('button', { name: /Read the proposal/ }).click();
  await page.getByRole('heading', { name: 'What we understood together' }).waitFor();
  await page.getByRole('tab', { name: 'Canvas' }).click();
  await page.getByRole('heading', { name: 'Fears' }).waitFor();
  expect(await barriers(giulia)).toEqual([]);
  await page.goBack();
  await page.getByRole('button', { name: 'Approve version 3' }).waitFor();
  expect(await barriers(giulia)).toEqual([]);
  await shoot(giulia, 'approval-phone');
  await giulia.close();
});
