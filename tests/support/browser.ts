/**
 * People in a real browser: each in a context of their own, on an address of their own, with everything the page
 * complained about and everything it was sent kept for the test to ask about.
 */
import { mkdir } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/steps/chromium.mjs';
import { holdsTrace } from './traces.ts';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** Screenshots lie beside what was built: never in the repository. */
const SHOTS = 'dist/shots';

export interface Look {
  /** DESKTOP unless said otherwise. */
  viewport?: { width: number; height: number };
  scheme?: 'light' | 'dark';
  language?: 'en' | 'it';
  reducedMotion?: boolean;
}

export interface OpenPerson {
  readonly page: Page;
  readonly context: BrowserContext;
  /** `http://marta.localhost:3000` */
  readonly home: string;
  /** What the page complained about: errors, broken content policy, answers of 500 and more. */
  readonly trouble: readonly string[];
  /** Whether this word was in anything this person's browser was sent since they came, in any form, live lines included. */
  wasSent(words: string): Promise<boolean>;
  close(): Promise<void>;
}

export interface TestBrowser {
  /** Opens the example's page of a person: `openPerson(server.url, 'marta')` sits down as Marta. */
  openPerson(base: string, name: string, look?: Look): Promise<OpenPerson>;
  /** Opens any address, as nobody yet. */
  openVisitor(address: string, look?: Look): Promise<OpenPerson>;
  close(): Promise<void>;
}

/** Fails where there is no browser: a browser test that is not run must not look like one that passed. */
export async function launchBrowser(): Promise<TestBrowser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chrome or Chromium here. Install one, or say where it is with CHROME_PATH.');
  const browser = await chromium.launch({ executablePath, headless: true, args: FLAGS });
  return {
    openPerson: (base, name, look) => open(browser, addressOf(base, name), look),
    openVisitor: (address, look) => open(browser, address, look),
    close: () => browser.close(),
  };
}

/** `http://localhost:3000` and `marta` → `http://marta.localhost:3000/` */
export function addressOf(base: string, name: string): string {
  return `http://${name}.localhost:${new URL(base).port}/`;
}

async function open(browser: Browser, address: string, look: Look = {}): Promise<OpenPerson> {
  const context = await browser.newContext({
    viewport: look.viewport ?? DESKTOP,
    colorScheme: look.scheme ?? 'light',
    locale: look.language === 'it' ? 'it-IT' : 'en-GB',
    timezoneId: 'Europe/Rome',
    reducedMotion: look.reducedMotion ? 'reduce' : 'no-preference',
    hasTouch: look.viewport === PHONE,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const trouble = keepTrouble(context);
  const wasSent = keepWhatWasSent(context);
  const page = await context.newPage();
  await page.goto(address);
  return { page, context, home: new URL(address).origin, trouble, wasSent, close: () => context.close() };
}

function keepTrouble(context: BrowserContext): string[] {
  const trouble: string[] = [];
  context.on('console', message => {
    // The browser's own line for an answer like 401, which is an answer like any other.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) trouble.push(message.text());
  });
  context.on('weberror', ({ error }) => trouble.push(String(error())));
  context.on('response', response => {
    if (response.status() >= 500) trouble.push(`${response.status()} ${response.url()}`);
  });
  return trouble;
}

function keepWhatWasSent(context: BrowserContext): (words: string) => Promise<boolean> {
  const sent: Promise<Buffer>[] = [];
  context.on('response', response => {
    sent.push(response.body().catch(() => Buffer.alloc(0))); // an answer without a body, or whose page is gone
  });
  context.on('page', page => page.on('websocket', line => line.on('framereceived', ({ payload }) => sent.push(Promise.resolve(Buffer.from(payload))))));
  return async words => (await Promise.all(sent)).some(bytes => holdsTrace(bytes, words));
}

/** Keeps what the page shows, to be looked at: `dist/shots/<name>.png`. */
export async function shoot({ page }: Pick<OpenPerson, 'page'>, name: string): Promise<string> {
  await mkdir(SHOTS, { recursive: true });
  const path = `${SHOTS}/${name}.png`;
  await page.screenshot({ path, animations: 'disabled' });
  return path;
}

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What keeps somebody out of this page by WCAG 2.2 AA, one sentence each; none is what we want. */
export async function barriers({ page }: Pick<OpenPerson, 'page'>): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG_22_AA).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(node => `${id}: ${help} (${node.target.join(' ')})`));
}
