/**
 * The canvas in two browsers: Marta and Paolo make notes, write, move, connect, draw, delete and take back, with
 * pointer and with keys alone; each sees the other, and all of it is there after a reload.
 */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers, launchBrowser, type Look, type OpenPerson, PHONE, shoot, type TestBrowser } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

const WITHIN = { timeout: 15_000 };

let server: RunningServer;
let browser: TestBrowser;
let marta: OpenPerson;
let paolo: OpenPerson;

beforeAll(async () => {
  server = await startServer({ demo: true });
  browser = await launchBrowser();
  [marta, paolo] = [await sitDown('marta'), await sitDown('paolo')];
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function sitDown(name: string, look?: Look): Promise<OpenPerson> {
  const person = await browser.openPerson(server.url, name, look);
  await person.page.getByRole('link', { name: /^(Canvas|Tavola)$/ }).first().click();
  await person.page.locator('.cv-note').first().waitFor();
  return person;
}

const noteWith = ({ page }: OpenPerson, words: string): Locator => page.locator('.react-flow__node-note').filter({ hasText: words });
const areaOf = ({ page }: OpenPerson, kind: string): Locator => page.locator('.react-flow__node-area', { has: page.locator(`.cv-area[data-paper="${kind}"]`) });
const countIn = async (person: OpenPerson, kind: string): Promise<number> => Number(await areaOf(person, kind).locator('.cv-heading-count').innerText());
const lines = ({ page }: OpenPerson): Locator => page.locator('.react-flow__edge');

async function boxOf(what: Locator) {
  const box = await what.first().boundingBox();
  if (!box) throw new Error('it is not in sight');
  return box;
}

/** An empty part of an area, near its lower edge. */
async function emptyPartOf(person: OpenPerson, kind: string): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = await boxOf(areaOf(person, kind));
  return { x: x + width / 2, y: y + height - 60 };
}

async function drag(person: OpenPerson, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await person.page.mouse.move(from.x, from.y);
  await person.page.mouse.down();
  await person.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 6 });
  await person.page.mouse.move(to.x, to.y, { steps: 6 });
  await person.page.mouse.up();
}

/** The bare board takes the focus, and nothing is chosen any more. */
async function toBoard({ page }: OpenPerson): Promise<void> {
  const { x, y, width, height } = await boxOf(page.locator('.react-flow__pane'));
  await page.mouse.click(x + width - 40, y + height / 2);
  await page.locator('[data-board]:focus').waitFor();
}

const writes = ({ page }: OpenPerson): Promise<void> => page.locator('.tiptap:focus').waitFor(WITHIN);

describe('two people at one table', () => {
  test('a double click in an area writes a note of its kind, each word live for the other', async () => {
    const place = await emptyPartOf(paolo, 'hopes');
    await paolo.page.mouse.dblclick(place.x, place.y);
    await writes(paolo);
    await paolo.page.keyboard.type('Nobody asks her twice');
    const seen = noteWith(marta, 'Nobody asks her twice');
    await seen.getByText('Paolo is writing').waitFor(WITHIN);
    await shoot(marta, 'canvas-paolo-writes');
    await marta.page.getByText('Paolo added a note.').waitFor({ state: 'attached', ...WITHIN });

    await paolo.page.keyboard.press('Escape');
    await seen.locator('.cv-foot').getByText('Paolo', { exact: true }).waitFor(WITHIN);
    expect(await seen.locator('.cv-note').getAttribute('data-paper')).toBe('hopes');
    await expect.poll(() => countIn(marta, 'hopes'), WITHIN).toBe(3);
  });

  test('both write in one note at once, and see each other’s caret', async () => {
    for (const person of [marta, paolo]) {
      await noteWith(person, 'Nobody asks her twice').first().dblclick();
      await writes(person);
    }
    await marta.page.locator('.caret-flag', { hasText: 'Paolo' }).waitFor({ state: 'attached', ...WITHIN });
    await marta.page.keyboard.press('End');
    await marta.page.keyboard.type(', ever');
    await noteWith(paolo, 'Nobody asks her twice, ever').waitFor(WITHIN);
    for (const person of [marta, paolo]) await person.page.keyboard.press('Escape');
  });

  test('each sees where the other points, and what the other has chosen', async () => {
    await toBoard(paolo);
    const { x, y } = await boxOf(paolo.page.locator('.react-flow__pane'));
    await paolo.page.mouse.move(x + 700, y + 500, { steps: 4 });
    await marta.page.locator('.cv-cursor', { hasText: 'Paolo' }).waitFor(WITHIN);
    await noteWith(paolo, 'Consent').or(noteWith(paolo, 'consent')).first().click();
    await marta.page.locator('.cv-note[data-other="client"]').waitFor(WITHIN);
    await toBoard(paolo);
    await marta.page.locator('.cv-note[data-other="client"]').waitFor({ state: 'detached', ...WITHIN });
  });

  test('a note carried elsewhere lies there for both; one step takes the whole way back', async () => {
    const before = await boxOf(noteWith(paolo, 'Merge the easy'));
    const from = await boxOf(noteWith(marta, 'Merge the easy'));
    await drag(marta, { x: from.x + 40, y: from.y + 10 }, { x: from.x + 130, y: from.y + 110 });
    await expect.poll(async () => Math.round((await boxOf(noteWith(paolo, 'Merge the easy'))).x - before.x), WITHIN).toBeGreaterThan(80);

    await marta.page.keyboard.press('Control+z');
    await expect.poll(async () => Math.round((await boxOf(noteWith(paolo, 'Merge the easy'))).x - before.x), WITHIN).toBe(0);
    expect((await boxOf(noteWith(marta, 'Merge the easy'))).y).toBeCloseTo(from.y, 0);
  });

  test('an area carries what lies in it', async () => {
    const head = await boxOf(areaOf(marta, 'facts').locator('.cv-area-head'));
    const before = await boxOf(noteWith(paolo, '1,240,000'));
    await drag(marta, { x: head.x + head.width - 30, y: head.y + 20 }, { x: head.x + head.width - 60, y: head.y + 10 });
    await expect.poll(async () => Math.round(before.x - (await boxOf(noteWith(paolo, '1,240,000'))).x), WITHIN).toBeGreaterThan(15);
    await marta.page.keyboard.press('Control+z');
    await expect.poll(async () => Math.round(before.x - (await boxOf(noteWith(paolo, '1,240,000'))).x), WITHIN).toBe(0);
  });

  test('a line is drawn from one note to another, gets a label, and goes with the note', async () => {
    await toBoard(marta);
    const before = await lines(paolo).count();
    await noteWith(marta, 'Find a customer').hover();
    const point = await boxOf(noteWith(marta, 'Find a customer').locator('.react-flow__handle-bottom'));
    const to = await boxOf(noteWith(marta, 'Prove the match'));
    await drag(marta, { x: point.x + 5, y: point.y + 5 }, { x: to.x + 50, y: to.y + 30 });
    await expect.poll(() => lines(paolo).count(), WITHIN).toBe(before + 1);
    await marta.page.keyboard.press('Enter');
    await marta.page.getByRole('textbox', { name: 'Label of the line' }).fill('answers');
    await marta.page.keyboard.press('Enter');
    await paolo.page.locator('.cv-line-label', { hasText: 'answers' }).waitFor(WITHIN);

    await noteWith(marta, 'Find a customer').click();
    await marta.page.keyboard.press('Delete');
    await noteWith(paolo, 'Find a customer').waitFor({ state: 'detached', ...WITHIN });
    await expect.poll(() => lines(paolo).count(), WITHIN).toBe(before);
    await marta.page.keyboard.press('Control+z');
    await noteWith(paolo, 'Find a customer').waitFor(WITHIN);
    await expect.poll(() => lines(paolo).count(), WITHIN).toBe(before + 1);
  });

  test('several notes are chosen with one stroke of the pointer and lined up', async () => {
    await toBoard(marta);
    const area = await boxOf(areaOf(marta, 'hopes'));
    await drag(marta, { x: area.x + 6, y: area.y + 50 }, { x: area.x + area.width - 4, y: area.y + area.height - 4 });
    const bar = marta.page.getByRole('toolbar', { name: '3 things chosen' });
    await bar.getByRole('button', { name: 'Align' }).click();
    await marta.page.getByRole('menuitem', { name: 'Align left' }).click();
    const lefts = async () => Promise.all((await paolo.page.locator('.cv-note[data-paper="hopes"]').all()).map(async note => Math.round((await note.boundingBox())?.x ?? 0)));
    await expect.poll(async () => new Set(await lefts()).size, WITHIN).toBe(1);
    await marta.page.keyboard.press('Control+z');
    await expect.poll(async () => new Set(await lefts()).size, WITHIN).toBeGreaterThan(1);
  });

  test('a corner makes a note larger for both, as one step', async () => {
    await toBoard(marta);
    await noteWith(marta, 'Between 21:00').click();
    const before = await boxOf(noteWith(paolo, 'Between 21:00'));
    const corner = await boxOf(noteWith(marta, 'Between 21:00').locator('.cv-corner.bottom.right'));
    await drag(marta, { x: corner.x + 5, y: corner.y + 5 }, { x: corner.x + 65, y: corner.y + 45 });
    await expect.poll(async () => Math.round((await boxOf(noteWith(paolo, 'Between 21:00'))).width - before.width), WITHIN).toBeGreaterThan(45);
    await toBoard(marta);
    await marta.page.keyboard.press('Control+z');
    await expect.poll(async () => Math.round((await boxOf(noteWith(paolo, 'Between 21:00'))).width - before.width), WITHIN).toBe(0);
  });

  test('a locked note stays where it is and as it is', async () => {
    await noteWith(marta, 'Between 21:00').click();
    await marta.page.getByRole('button', { name: 'More' }).last().click();
    await marta.page.getByRole('menuitem', { name: 'Lock', exact: true }).click();
    await noteWith(paolo, 'Between 21:00').getByRole('img', { name: 'Locked' }).waitFor(WITHIN);
    const before = await boxOf(noteWith(paolo, 'Between 21:00'));
    await drag(paolo, { x: before.x + 30, y: before.y + 10 }, { x: before.x + 90, y: before.y + 60 });
    await noteWith(paolo, 'Between 21:00').dblclick();
    await paolo.page.keyboard.press('Delete');
    expect((await boxOf(noteWith(paolo, 'Between 21:00'))).x).toBeCloseTo(before.x, 0);
    expect(await paolo.page.locator('.tiptap').count()).toBe(0);
    await marta.page.keyboard.press('Control+z');
    await noteWith(paolo, 'Between 21:00').getByRole('img', { name: 'Locked' }).waitFor({ state: 'detached', ...WITHIN });
  });

  test('a stroke of the pen is there for the other', async () => {
    await toBoard(marta);
    await marta.page.keyboard.press('p');
    await marta.page.getByText('Draw freely').waitFor();
    const { x, y } = await boxOf(noteWith(marta, 'Loyalty desk'));
    await marta.page.mouse.move(x + 20, y + 70);
    await marta.page.mouse.down();
    for (let turn = 0; turn <= 24; turn += 1) await marta.page.mouse.move(x + 60 - 40 * Math.cos(turn / 4), y + 70 + 14 * Math.sin(turn / 4));
    await marta.page.mouse.up();
    await paolo.page.locator('.react-flow__node-ink').waitFor(WITHIN);
    await marta.page.keyboard.press('Escape');
    await marta.page.locator('[data-board][data-tool="select"]').waitFor();
  });

  test('plain text that is pasted becomes notes, and inside a note it goes into the note', async () => {
    await toBoard(marta);
    await marta.page.evaluate(() => navigator.clipboard.writeText('First from mail\nSecond from mail'));
    const place = await emptyPartOf(marta, 'solution');
    await marta.page.mouse.move(place.x - 60, place.y - 80);
    await marta.page.keyboard.press('Control+v');
    await noteWith(paolo, 'First from mail').waitFor(WITHIN);
    await expect.poll(() => noteWith(paolo, 'Second from mail').count(), WITHIN).toBe(1);
    expect(await noteWith(paolo, 'First from mail').locator('.cv-note').getAttribute('data-paper')).toBe('solution');

    await noteWith(marta, 'First from mail').dblclick();
    await writes(marta);
    await marta.page.keyboard.press('Control+v');
    await noteWith(paolo, 'First from mailFirst from mail').waitFor(WITHIN);
    await expect.poll(() => noteWith(paolo, 'Second from mail').count(), WITHIN).toBe(2);
    await marta.page.keyboard.press('Escape');
  });

  test('copies of notes keep their words', async () => {
    await noteWith(marta, 'Prove the match').click();
    await marta.page.keyboard.press('Control+c');
    await marta.page.keyboard.press('Control+v');
    await expect.poll(() => noteWith(paolo, 'Prove the match').count(), WITHIN).toBe(2);
    await marta.page.keyboard.press('Delete');
    await expect.poll(() => noteWith(paolo, 'Prove the match').count(), WITHIN).toBe(1);
  });

  test('one takes back one’s own steps alone', async () => {
    await toBoard(paolo);
    const place = await emptyPartOf(paolo, 'ideas');
    await paolo.page.mouse.dblclick(place.x, place.y);
    await writes(paolo);
    await paolo.page.keyboard.type('Paolo’s idea');
    await paolo.page.keyboard.press('Escape');
    await noteWith(marta, 'Paolo’s idea').waitFor(WITHIN);
    await toBoard(marta);
    for (let step = 0; step < 3; step += 1) await marta.page.keyboard.press('Control+z');
    await noteWith(marta, 'First from mail').first().waitFor({ state: 'detached', ...WITHIN });
    expect(await noteWith(marta, 'Paolo’s idea').count()).toBe(1);
    await paolo.page.keyboard.press('Control+z');
    await noteWith(marta, 'Paolo’s idea').waitFor({ state: 'detached', ...WITHIN });
  });
});

describe('without a pointer', () => {
  test('a note is made, written, moved to an area and connected by keys alone', async () => {
    await toBoard(marta);
    const before = await countIn(marta, 'needs');
    await marta.page.keyboard.press('n');
    await writes(marta);
    await marta.page.keyboard.type('Written by keys alone');
    await marta.page.keyboard.press('Escape');
    await marta.page.locator('.react-flow__node-note:focus').waitFor();
    await marta.page.keyboard.press('m');
    await marta.page.getByRole('dialog').getByRole('button', { name: /^Needs/ }).press('Enter');
    await expect.poll(() => countIn(paolo, 'needs'), WITHIN).toBe(before + 1);

    const linesBefore = await lines(paolo).count();
    await noteWith(marta, 'Written by keys alone').focus();
    await marta.page.keyboard.press('c');
    await marta.page.getByRole('dialog').getByRole('searchbox').fill('mother');
    await marta.page.keyboard.press('Enter');
    await expect.poll(() => lines(paolo).count(), WITHIN).toBe(linesBefore + 1);
  });

  test('arrows move it by eight, with Shift by one', async () => {
    const note = noteWith(marta, 'Written by keys alone');
    await note.focus();
    const zoom = Number((await marta.page.locator('.cv-zoom-figure').innerText()).replace('%', '')) / 100;
    const before = await boxOf(note);
    for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight']) await marta.page.keyboard.press(key);
    expect(((await boxOf(note)).x - before.x) / zoom).toBeCloseTo(17, 0);
    await marta.page.keyboard.press('Control+z');
    await expect.poll(async () => Math.round((await boxOf(note)).x - before.x), WITHIN).toBe(0);
  });
});

describe('following somebody', () => {
  test('shows the board through the other’s window, until one moves it oneself', async () => {
    await toBoard(paolo);
    for (const key of ['+', '+']) {
      const before = await paolo.page.locator('.cv-zoom-figure').innerText();
      await paolo.page.keyboard.press(key);
      await expect.poll(() => paolo.page.locator('.cv-zoom-figure').innerText(), WITHIN).not.toBe(before);
    }
    await marta.page.getByRole('link', { name: /Follow Paolo/ }).click();
    await marta.page.getByText('Following Paolo').waitFor(WITHIN);
    const zoom = () => marta.page.locator('.cv-zoom-figure').innerText();
    await expect.poll(zoom, WITHIN).toBe(await paolo.page.locator('.cv-zoom-figure').innerText());

    await marta.page.mouse.move(700, 500);
    await marta.page.mouse.wheel(0, 60);
    await marta.page.getByText('Following Paolo').waitFor({ state: 'detached', ...WITHIN });
    for (const person of [marta, paolo]) {
      await toBoard(person);
      // Asked again until it holds: a window that is still gliding after the other one ends where that one was.
      await expect.poll(async () => {
        await person.page.keyboard.press('1');
        return person.page.locator('.cv-zoom-figure').innerText();
      }, WITHIN).toMatch(/^[78]\d%$/);
    }
  });
});

describe('a board larger than the window', () => {
  test('keeps its lines when what they hang on has been out of sight', async () => {
    await toBoard(marta);
    const before = await lines(marta).count();
    const { x, y } = await boxOf(marta.page.locator('.react-flow__pane'));
    await marta.page.mouse.move(x + 600, y + 400);
    await marta.page.mouse.wheel(0, 4_000);
    await expect.poll(() => marta.page.locator('.react-flow__node-note').count(), WITHIN).toBe(0);
    await marta.page.mouse.wheel(0, -4_000);
    await expect.poll(() => lines(marta).count(), WITHIN).toBe(before);
    expect(before).toBeGreaterThan(3);
  });
});

describe('what stays', () => {
  test('all of it is there after a reload, with its author', async () => {
    await paolo.page.reload();
    const note = noteWith(paolo, 'Written by keys alone');
    await note.waitFor(WITHIN);
    await note.locator('.cv-foot').getByText('Marta').waitFor(WITHIN);
    expect(await paolo.page.locator('.react-flow__node-ink').count()).toBe(1);
    await noteWith(paolo, 'Nobody asks her twice, ever').waitFor(WITHIN);
  });

  test('what is written without a network comes to the other with the network', async () => {
    await paolo.context.setOffline(true);
    await toBoard(paolo);
    await paolo.page.keyboard.press('n');
    await writes(paolo);
    await paolo.page.keyboard.type('Written on the train');
    await paolo.page.keyboard.press('Escape');
    await paolo.page.getByText('Offline').first().waitFor(WITHIN);
    expect(await noteWith(marta, 'Written on the train').count()).toBe(0);
    await paolo.context.setOffline(false);
    await noteWith(marta, 'Written on the train').waitFor({ timeout: 30_000 });
  });
});

describe('the same as a list', () => {
  test('a phone begins with it, writes a note into an area and moves it to another', async () => {
    const giulia = await sitDown('giulia', { viewport: PHONE });
    await giulia.page.getByRole('heading', { level: 2, name: /^Fears/ }).waitFor(WITHIN);
    await shoot(giulia, 'canvas-phone');
    await giulia.page.getByRole('button', { name: 'New note in Fears' }).click();
    await writes(giulia);
    await giulia.page.keyboard.type('A second screen at the till');
    await giulia.page.keyboard.press('Escape');
    await noteWith(marta, 'A second screen at the till').waitFor(WITHIN);

    await giulia.page.getByRole('button', { name: 'Actions for: A second screen at the till' }).click();
    await giulia.page.getByRole('menuitem', { name: 'Move to area…' }).click();
    await giulia.page.getByRole('dialog').getByRole('button', { name: /^Hopes/ }).click();
    await expect.poll(() => noteWith(marta, 'A second screen at the till').locator('.cv-note').getAttribute('data-paper'), WITHIN).toBe('hopes');
    expect(await barriers(giulia)).toEqual([]);

    await giulia.page.getByRole('button', { name: 'Board' }).click();
    await noteWith(giulia, 'We will ask').waitFor(WITHIN);
    await shoot(giulia, 'canvas-phone-board');
    expect(giulia.trouble).toEqual([]);
    await giulia.close();
  });
});

describe('for everybody', () => {
  test('the board keeps nobody out, light or dark, in both languages', async () => {
    const lia = await sitDown('lia', { scheme: 'dark' });
    await lia.page.getByRole('button', { name: /^(IT|Italiano)/ }).first().click();
    await lia.page.getByRole('button', { name: 'Nuovo biglietto' }).waitFor(WITHIN);
    await shoot(lia, 'canvas-dark-it');
    // A resting cursor grows pale on purpose, and is nothing to read.
    for (const person of [marta, paolo, lia]) await person.page.mouse.move(5, 5);
    await marta.page.locator('.cv-cursor').waitFor({ state: 'detached', ...WITHIN });
    for (const person of [marta, lia]) expect(await barriers(person)).toEqual([]);
    expect(lia.trouble).toEqual([]);
    await lia.close();
  });

  test('no page complained', () => {
    expect([...marta.trouble, ...paolo.trouble].filter(line => !line.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  });
});
