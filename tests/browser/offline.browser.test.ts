/** On the train: the server is out of reach, the page is loaded again, twice, and duplicated; nothing that was written is lost. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, type OpenPerson, shoot, type TestBrowser } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

let dataDir: string;
let server: RunningServer;
let browser: TestBrowser;
let marta: OpenPerson;
let twin: Page;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'insieme-offline-'));
  server = await startServer({ demo: true, dataDir });
  browser = await launchBrowser();
  marta = await browser.openPerson(server.url, 'marta');
  await toProposal(marta.page);
});
afterAll(async () => {
  await browser.close();
  await server.kill();
  await rm(dataDir, { recursive: true, force: true });
});

const sheet = (page: Page) => page.getByRole('textbox', { name: 'Text of the proposal' });

async function toProposal(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Proposal', exact: true }).click();
  await sheet(page).click();
}

async function write(page: Page, words: string): Promise<void> {
  await sheet(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(` ${words}`);
  await sheet(page).getByText(words).first().waitFor();
  await isOnDevice(page);
}

/** Resolves when what was written so far lies in IndexedDB: a reader waits there for every writer before it. */
const isOnDevice = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases()) {
      await new Promise<void>((resolve, reject) => {
        const asked = indexedDB.open(name);
        asked.onerror = () => { reject(new Error(`${name} does not open`)); };
        asked.onsuccess = () => {
          const stores = [...asked.result.objectStoreNames];
          if (stores.length === 0) { asked.result.close(); resolve(); return; }
          const reading = asked.result.transaction(stores, 'readonly');
          reading.oncomplete = () => { asked.result.close(); resolve(); };
          for (const store of stores) reading.objectStore(store).count();
        };
      });
    }
  });

const shows = (page: Page, words: string) => sheet(page).getByText(words).first().waitFor({ timeout: 20_000 });
const says = (page: Page, words: RegExp) => page.locator('header').getByText(words).first().waitFor({ timeout: 30_000 });

/** What the worker keeps, by address. */
const keptByWorker = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const caches = await globalThis.caches.keys();
    const requests = await Promise.all(caches.map(async name => (await globalThis.caches.open(name)).keys()));
    return requests.flat().map(request => new URL(request.url).pathname);
  });

describe('without a network', () => {
  test('the shell is kept once somebody works here, and nothing of the API is', async () => {
    await marta.page.evaluate(async () => { await navigator.serviceWorker.ready; });
    await expect.poll(() => marta.page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 20_000 }).toBe(true);
    const kept = await keptByWorker(marta.page);
    expect(kept).toContain('/');
    expect(kept.some(path => /CanvasPlace.*\.js$/.test(path))).toBe(true);
    expect(kept.filter(path => path !== '/' && path !== '/mark.svg' && !path.startsWith('/assets/'))).toEqual([]);
    await write(marta.page, 'written-at-home');
    await says(marta.page, /^Saved \d/);
  });

  test('a reload shows the page and its words, and writing goes on', async () => {
    await server.kill();
    await marta.page.reload();
    await shows(marta.page, 'written-at-home');
    await says(marta.page, /^Offline/);
    await write(marta.page, 'in-the-tunnel');
    await shows(marta.page, 'in-the-tunnel');
    await says(marta.page, /changes? kept on this device/);
    await marta.page.reload();
    await shows(marta.page, 'in-the-tunnel');
    await write(marta.page, 'second-tunnel');
    await says(marta.page, /changes? kept on this device/);
    await shoot(marta, 'offline-reloaded');
  });

  test('a duplicated tab shows the same words, and writes beside them', async () => {
    const [opened] = await Promise.all([
      marta.context.waitForEvent('page'),
      marta.page.evaluate(() => { window.open(location.href); }),
    ]);
    twin = opened;
    await shows(twin, 'second-tunnel');
    await write(twin, 'from-the-twin');
    await says(twin, /changes? kept on this device/);
  });

  test('other pages of the project open, too', async () => {
    const { page } = marta;
    await page.getByRole('navigation').getByRole('link', { name: 'Canvas', exact: true }).click();
    await page.getByRole('heading', { name: 'Canvas' }).first().waitFor({ state: 'attached' });
    await shoot(marta, 'offline-canvas');
    await page.getByRole('navigation').getByRole('link', { name: 'Proposal', exact: true }).click();
    await shows(page, 'second-tunnel');
  });
});

describe('when the network is back', () => {
  test('both tabs are saved, and the other side reads every word once', async () => {
    server = await startServer({ demo: true, dataDir, port: server.port });
    await Promise.all([says(marta.page, /^Saved \d/), says(twin, /^Saved \d/)]);
    const paolo = await browser.openPerson(server.url, 'paolo');
    await toProposal(paolo.page);
    for (const words of ['written-at-home', 'in-the-tunnel', 'second-tunnel', 'from-the-twin']) {
      await shows(paolo.page, words);
      const text = await sheet(paolo.page).innerText();
      expect(text.split(words)).toHaveLength(2);
    }
    expect(marta.trouble.filter(line => !/WebSocket connection|net::ERR/.test(line))).toEqual([]);
  });

  test('whoever signs out leaves neither shell nor words on the device', async () => {
    await twin.close();
    const { page } = marta;
    await page.getByRole('button', { name: /Marta/ }).first().click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect.poll(() => keptByWorker(page)).toEqual([]);
    await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).filter(name => name?.startsWith('insieme psn_')))).toEqual([]);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  });
});
