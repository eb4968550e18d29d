/** The README's first command, as a person meets it: what it prints, what then opens, how it ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers, launchBrowser, type OpenPerson, PHONE, shoot, type TestBrowser } from '../support/browser.ts';

const FIRST_PAGE_SCRIPT_KB = 250;

let dataDir: string;
let running: Command;
let browser: TestBrowser;
let address: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'insieme-start-'));
  running = startCommand();
  address = (await running.says(/Open (http:\S+)/))[1]!;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  running.child.kill('SIGTERM');
  await running.ended;
  await rm(dataDir, { recursive: true, force: true });
});

test('says where to look, last and in plain words', () => {
  expect(running.said().trim().split('\n').at(-1)).toMatch(/^ +Open http:\/\/localhost:\d+$/);
  expect(running.said()).not.toContain('{');
});

test('is refused, with a sentence, while another one has its data', async () => {
  const second = startCommand();
  expect(await second.ended).toBe(1);
  expect(second.said()).toMatch(/already running on .* Stop that one first/);
  expect(second.said()).not.toMatch(/\n +at /);
});

test('opens on the people of the examples', async () => {
  const visitor = await browser.openVisitor(address);
  await visitor.page.getByRole('link', { name: /Marta/ }).waitFor();
  expect(await visitor.page.getByRole('link', { name: /Paolo/ }).getAttribute('href')).toMatch(/^http:\/\/paolo\.localhost:\d+\/$/);
  expect(visitor.trouble).toEqual([]);
  await visitor.close();
});

test.each([
  ['on a desk, light, in English', {}],
  ['on a phone, dark, in Italian', { viewport: PHONE, scheme: 'dark', language: 'it' }],
] as const)('keeps nobody out of its first page %s', async (name, look) => {
  const visitor = await browser.openVisitor(address, look);
  await visitor.page.getByRole('link', { name: /Marta/ }).waitFor();
  await shoot(visitor, `first page ${name}`);
  expect(await barriers(visitor)).toEqual([]);
  await visitor.close();
});

test(`loads at most ${FIRST_PAGE_SCRIPT_KB} kB of script before anybody sits down`, async () => {
  const visitor = await browser.openVisitor('about:blank');
  const sizes = scriptSizes(visitor);
  await visitor.page.goto(address, { waitUntil: 'networkidle' });
  const kB = Object.values(await sizes()).reduce((sum, size) => sum + size, 0) / 1024;
  expect(kB).toBeGreaterThan(50);
  expect(kB, JSON.stringify(await sizes())).toBeLessThan(FIRST_PAGE_SCRIPT_KB);
  await visitor.close();
});

test('leads on to a person’s own table', async () => {
  const marta = await browser.openPerson(address, 'marta');
  await marta.page.waitForURL(/marta\.localhost:\d+\/projects\/prj_/);
  await marta.page.getByText('One customer, one record').first().waitFor();
  expect(marta.trouble).toEqual([]);
  await marta.close();
});

/** Gzipped bytes by file: what a page costs on the way, whoever compresses it. */
function scriptSizes({ page }: OpenPerson): () => Promise<Record<string, number>> {
  const files: Promise<[string, number]>[] = [];
  page.on('response', response => {
    if (!response.url().endsWith('.js')) return;
    files.push(response.body().then(body => [response.url().split('/').at(-1)!, gzipSync(body).length]));
  });
  return async () => Object.fromEntries(await Promise.all(files));
}

interface Command {
  child: ChildProcess;
  said(): string;
  says(words: RegExp): Promise<RegExpExecArray>;
  ended: Promise<unknown>;
}

/** `npm start -- --demo` without npm, which only passes on. */
function startCommand(): Command {
  const child = spawn(process.execPath, ['scripts/start.mjs', '--demo'], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: dataDir, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const said = () => lines.join('');
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => lines.push(text));
  const ended = once(child, 'exit').then(([code]) => code as unknown);
  const says = (words: RegExp) => new Promise<RegExpExecArray>((resolve, reject) => {
    const look = () => {
      const found = words.exec(said());
      if (found) resolve(found);
    };
    child.stdout.on('data', look);
    void ended.then(code => { reject(new Error(`It ended with ${String(code)}:\n${said()}`)); });
  });
  return { child, said, says, ended };
}
