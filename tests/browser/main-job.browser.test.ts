/**
 * The main job, lived through: Marta and Paolo draw together, Ivo says something that only Nodo reads, they write,
 * Marta freezes and puts it to the client, Giulia approves, both see the receipt, and one letter later everybody
 * is told. Everything that the client's browsers were sent is searched for Ivo's word at the end.
 */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type OpenPerson, shoot, type TestBrowser } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

const SECRET = 'ZEBRA-7';
const SAID = 'A new screen is a new queue at the till.';
const SHOWS_WITHIN_MS = 15_000;

let server: RunningServer;
let browser: TestBrowser;
let marta: OpenPerson;
let ivo: OpenPerson;
let paolo: OpenPerson;
let giulia: OpenPerson;

beforeAll(async () => {
  server = await startServer({ demo: true });
  browser = await launchBrowser();
  [marta, ivo, paolo, giulia] = [await sit('marta'), await sit('ivo'), await sit('paolo'), await sit('giulia')];
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function sit(name: string): Promise<OpenPerson> {
  const person = await browser.openPerson(server.url, name);
  await person.page.getByRole('heading', { name: 'What lies on the canvas' }).waitFor();
  return person;
}

/** Where something waits for somebody, the link says so: news may come before the click. */
const go = ({ page }: OpenPerson, place: string) => page.getByRole('navigation').getByRole('link', { name: new RegExp(`^${place}(, waits for you)?$`) }).click();
const noteWith = ({ page }: OpenPerson, words: string): Locator => page.locator('.react-flow__node').filter({ hasText: words });
const appears = (what: Locator) => what.first().waitFor({ timeout: SHOWS_WITHIN_MS });

/** A place on the board where nothing lies. */
async function freePlace(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator('.react-flow__pane').boundingBox();
  if (!box) throw new Error('no board');
  return { x: box.x + box.width * 0.62, y: box.y + box.height * 0.62 };
}

test('two sides draw on one canvas, each word live for the other', async () => {
  for (const person of [marta, paolo, ivo]) {
    await go(person, 'Canvas');
    await appears(noteWith(person, 'We will ask shop staff'));
  }
  const place = await freePlace(paolo.page);
  await paolo.page.mouse.dblclick(place.x, place.y);
  await paolo.page.locator('.ProseMirror').waitFor();
  await paolo.page.keyboard.type(SAID);
  await appears(noteWith(marta, SAID));
  await paolo.page.keyboard.press('Escape');
  expect(await noteWith(marta, SAID).first().innerText()).toContain('Paolo');
});

test('each sees where the other is', async () => {
  const place = await freePlace(paolo.page);
  await paolo.page.mouse.move(place.x + 40, place.y - 60, { steps: 5 });
  await appears(marta.page.locator('.cv-cursor').filter({ hasText: 'Paolo' }));
});

test('a note moved by one lies elsewhere for the other', async () => {
  const note = noteWith(marta, SAID).first();
  const seen = noteWith(paolo, SAID).first();
  const [from, before] = [await note.boundingBox(), await seen.boundingBox()];
  if (!from || !before) throw new Error('the note is not on the board');
  await marta.page.mouse.move(from.x + from.width / 2, from.y + 12);
  await marta.page.mouse.down();
  await marta.page.mouse.move(from.x + from.width / 2 + 120, from.y + 72, { steps: 8 });
  await marta.page.mouse.up();
  await expect.poll(async () => (await seen.boundingBox())?.x ?? 0, { timeout: SHOWS_WITHIN_MS }).toBeGreaterThan(before.x + 60);
});

test('what the inside says to itself is there for the inside alone', async () => {
  await comment(ivo, `The margin of this is ${SECRET}.`, 'Only Nodo');
  await comment(ivo, 'Could we count the queues together?', 'Everyone');
  await openTalk(marta);
  await appears(marta.page.getByText(SECRET));
  await openTalk(paolo);
  await appears(paolo.page.getByText('Could we count the queues together?'));
  expect(await paolo.page.getByText(SECRET).count()).toBe(0);
});

async function openTalk(person: OpenPerson): Promise<void> {
  await noteWith(person, SAID).first().click();
  await person.page.getByRole('button', { name: 'Comments' }).first().click();
  await person.page.getByRole('textbox', { name: 'Your comment' }).waitFor();
}

async function comment(person: OpenPerson, words: string, reach: string): Promise<void> {
  const field = person.page.getByRole('textbox', { name: 'Your comment' });
  if (!(await field.isVisible())) await openTalk(person);
  await person.page.getByRole('radiogroup', { name: 'Whom it reaches' }).getByText(reach).click();
  await field.fill(words);
  await person.page.getByRole('button', { name: /^Send/ }).click();
  await appears(person.page.getByText(words));
}

test('they write the proposal together', async () => {
  for (const person of [marta, paolo]) {
    await go(person, 'Proposal');
    await person.page.getByRole('textbox', { name: 'Text of the proposal' }).waitFor();
  }
  await marta.page.getByRole('textbox', { name: 'Text of the proposal' }).click();
  await marta.page.keyboard.press('Control+End');
  await marta.page.keyboard.type('We count the queues before and after.');
  await appears(paolo.page.getByText('We count the queues before and after.'));
});

test('the approver reads the frozen copy and approves exactly that', async () => {
  await go(marta, 'Approval');
  await marta.page.getByRole('textbox', { name: 'Name of the draft' }).fill('After the queues');
  await marta.page.getByRole('button', { name: 'Freeze', exact: true }).click();
  await marta.page.getByRole('button', { name: 'Put to Modastile' }).first().click();
  await marta.page.getByRole('dialog').getByRole('button', { name: 'Put to Modastile' }).click();

  await go(giulia, 'Approval');
  const name = giulia.page.getByRole('textbox', { name: 'Type your name to approve' });
  await name.waitFor({ timeout: SHOWS_WITHIN_MS });
  await appears(giulia.page.getByText('Same on your screen and on the server'));
  await appears(giulia.page.getByText('We count the queues before and after.'));
  await name.fill('Giulia Neri');
  await giulia.page.getByRole('button', { name: 'Approve version 1' }).click();
  await appears(giulia.page.getByRole('heading', { name: 'One customer, one record' }));
  await appears(giulia.page.getByText('Receipt of approval'));
});

test('both sides see the receipt', async () => {
  await appears(marta.page.getByRole('link', { name: /Receipt/ }));
  await marta.page.getByRole('link', { name: /Receipt/ }).first().click();
  for (const person of [marta, giulia]) {
    await appears(person.page.getByText('I, Giulia Neri, approve version 1 of “One customer, one record” for Modastile.'));
    await shoot(person, `receipt ${person === marta ? 'marta' : 'giulia'}`);
  }
});

test('one edited letter later both are told, and the approved copy stands', async () => {
  await paolo.page.getByRole('textbox', { name: 'Text of the proposal' }).click();
  await paolo.page.keyboard.press('Control+End');
  await paolo.page.keyboard.type('!');
  await appears(paolo.page.getByText('Approved was version 1. This text has changed since.'));
  await go(marta, 'Proposal');
  await appears(marta.page.getByText('Approved was version 1. This text has changed since.'));
});

test('nothing that reached the client held the word of the inside, in any form', async () => {
  // The seller's browser was sent it: the search finds what is there.
  expect(await marta.wasSent(SECRET)).toBe(true);
  for (const person of [paolo, giulia]) {
    await go(person, 'Home');
    await person.page.reload();
    await person.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await person.wasSent(SECRET)).toBe(false);
  }
  expect(server.log()).not.toContain(SECRET);
});

test('no page of anybody complained', () => {
  expect([marta, ivo, paolo, giulia].flatMap(person => person.trouble)).toEqual([]);
});
