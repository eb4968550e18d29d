/** How soon a changed cell is on the other person's screen, calculated anew, and how fluid a very long model stays. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type OpenPerson, type TestBrowser } from '../support/browser.ts';
import { cell, count as sit, joint, says, type } from '../support/counting.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

const SEEN_WITHIN_MS = 250; // 95 of 100 changes
const CHANGES = 24;
const FRAMES = 30;

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

const count = (name: string) => sit(browser, server.url, name);

test('a changed cell is on the other screen, calculated anew, within a quarter of a second, 95 times of 100', async () => {
  const [marta, paolo] = await Promise.all([count('marta'), count('paolo')]);
  await type(paolo, 'A3', 'baseline', '12001'); // both screens have drawn once
  await expect.poll(() => joint(marta).textContent()).not.toBe('€423,137');
  const waits: number[] = [];
  for (let nth = 0; nth < CHANGES; nth += 1) waits.push(await changeAndSee(paolo, marta, 12_100 + nth * 10));
  waits.sort((a, b) => a - b);
  const at = (share: number): number => waits[Math.floor(waits.length * share)] ?? Infinity;
  process.stdout.write(`a cell on the other's screen, calculated anew: p50 ${at(0.5).toFixed(0)} ms, p95 ${at(0.95).toFixed(0)} ms\n`);
  expect(at(0.95)).toBeLessThanOrEqual(SEEN_WITHIN_MS);
  await type(paolo, 'A3', 'baseline', '12000');
  await says(marta, '€423,137');
  await Promise.all([marta.close(), paolo.close()]);
});

/** Milliseconds from Enter to the first frame of the new sum on the other's screen; one machine, one clock. */
async function changeAndSee(writer: OpenPerson, reader: OpenPerson, value: number): Promise<number> {
  await cell(writer, 'A3', 'baseline').click();
  await writer.page.keyboard.type(String(value));
  const seen = reader.page.evaluate(() => new Promise<number>(resolve => {
    const before = document.querySelector('[data-joint]')?.textContent;
    const look = (): void => {
      if (document.querySelector('[data-joint]')?.textContent !== before) resolve(performance.timeOrigin + performance.now());
      else requestAnimationFrame(look);
    };
    look();
  }));
  const pressed = writer.page.evaluate(() => new Promise<number>(resolve => {
    document.addEventListener('keydown', () => { resolve(performance.timeOrigin + performance.now()); }, { capture: true, once: true });
  }));
  await Promise.all([writer, reader].map(({ page }) => page.evaluate(() => undefined))); // both look before the key is pressed
  await writer.page.keyboard.press('Enter');
  return (await seen) - (await pressed);
}

// Last: it leaves a model of two hundred drivers behind.
test(`two hundred drivers stay fluid while one types: at least ${FRAMES} frames a second`, async () => {
  const marta = await count('marta');
  const { page } = marta;
  await cell(marta, 'A5', 'label').click();
  const rows = Array.from({ length: 196 }, (_, nth) => `Driver ${nth}\t${1_000 + nth}\t1%\t2\t50%`).join('\n');
  await page.evaluate(text => navigator.clipboard.writeText(text), rows);
  await page.keyboard.press('Control+v');
  await page.locator('[role=grid][aria-rowcount="202"]').waitFor();
  await cell(marta, 'A7', 'baseline').click();
  // Another process may take the machine for a moment: the best of three rounds counts.
  let perSecond = 0;
  for (let round = 0; round < 3 && perSecond < FRAMES; round += 1) perSecond = Math.max(perSecond, await framesWhileTyping(page));
  process.stdout.write(`${perSecond.toFixed(0)} frames a second while typing into 200 drivers\n`);
  expect(perSecond).toBeGreaterThanOrEqual(FRAMES);
  await page.keyboard.press('Control+End'); // far rows are drawn when one comes to them
  await cell(marta, 'A200', 'label').getByText('Driver 195').waitFor();
  await marta.close();
});

/** Numbers into one cell after the other, from where one is. */
async function framesWhileTyping(page: OpenPerson['page']): Promise<number> {
  const frames = page.evaluate(() => new Promise<number>(resolve => {
    const begun = performance.now();
    let drawn = 0;
    const draw = (): void => {
      drawn += 1;
      if (performance.now() - begun < 2_000) requestAnimationFrame(draw);
      else resolve(drawn / ((performance.now() - begun) / 1_000));
    };
    requestAnimationFrame(draw);
  }));
  for (let nth = 0; nth < 14; nth += 1) {
    await page.keyboard.type(String(2_000 + nth));
    await page.keyboard.press('Enter');
  }
  return frames;
}
