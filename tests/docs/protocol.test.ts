/** What docs/protocol.md says is so: its example runs against a real server, its tables are those of the code. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { plainText, readRichText } from '../../shared/documents/richtext.ts';
import { proposalRoot } from '../../shared/documents/roots.ts';
import { LIMITS } from '../../shared/limits.ts';
import { CLOSE, MESSAGE, roomIdOf } from '../../shared/rooms.ts';
import { oneProject, type OneProject, type Seated } from '../support/oneProject.ts';
import { startApp, type TestApp } from '../support/startApp.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 });

const text = await readFile('docs/protocol.md', 'utf8');
const example = /```js\n([\s\S]*?)```/.exec(text)?.[1] ?? '';

let app: TestApp;
let project: OneProject;
let folder: string;
beforeAll(async () => {
  app = await startApp();
  project = await oneProject(app);
  await mkdir('dist', { recursive: true }); // within the project, where packages are found
  folder = await mkdtemp('dist/protocol-');
  await writeFile(join(folder, 'example.mjs'), example);
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const run = ({ browser }: Seated, words: string) =>
  promisify(execFile)(process.execPath, [join(folder, 'example.mjs')], {
    env: { PATH: process.env['PATH'], INSIEME: app.url, COOKIE: browser.cookie, PROJECT: project.project.id, WORDS: words },
    timeout: 30_000,
  });
const proposal = async () => plainText(readRichText(proposalRoot((await app.parts.documents.read(roomIdOf(project.project.id, 'shared'))).doc)));

describe('the example in docs/protocol.md', () => {
  test('writes into the proposal as the person it acts for, and knows when it is on disk', async () => {
    const paolo = await project.seat('paolo');
    expect((await run(paolo, 'Written by a program.')).stdout).toBe('saved\n');
    expect((await run(paolo, 'And once more.')).stdout).toBe('saved\n');
    expect(await proposal()).toBe('Written by a program.\nAnd once more.');
    const room = roomIdOf(project.project.id, 'shared');
    const writers: string[] = [];
    for await (const { parts } of app.store.journal.read(room, 0)) writers.push(...parts.map(part => part.memberId));
    expect(new Set(writers)).toEqual(new Set([paolo.member.id]));
  });

  test('gets nowhere without a place in the project', async () => {
    const stranger = { browser: await app.signIn(await app.person('A Stranger')) } as Seated;
    await expect(run(stranger, 'ZEBRA-7')).rejects.toThrow(/no client ids: 404/);
  });
});

describe('its tables', () => {
  test('name every close code and every message, and no other', () => {
    const rows = (from: RegExp) => [...text.matchAll(from)].map(row => `${row[1]} ${row[2]}`).toSorted();
    expect(rows(/^\| (\d{4}) \| (\w+) \|/gm)).toEqual(Object.entries(CLOSE).map(([name, code]) => `${code} ${name}`).toSorted());
    const ours = Object.entries(MESSAGE).filter(([, type]) => type >= 100).map(([name, type]) => `${type} ${name}`);
    expect(rows(/^\| (1\d\d) (\w+) \|/gm)).toEqual(ours.toSorted());
  });

  test('give the limits that hold', () => {
    const mb = (bytes: number) => `${bytes / 1024 / 1024} MB`;
    for (const said of [
      `${mb(LIMITS.frameBytes)}; step 2: ${mb(LIMITS.answerBytes)}`, `| ${mb(LIMITS.documentBytes)}; past it 101 |`,
      `${LIMITS.presenceBytes / 1024} kB, and ${LIMITS.presenceIdsPerSocket} client ids`,
      `${mb(LIMITS.memberBytesPerTenSeconds)} within ten seconds, ${LIMITS.socketsPerMember} lines`, `counts as ${LIMITS.bytesForEachPiece} bytes more`,
      `${LIMITS.socketFramesPerTenSeconds.toLocaleString('en')} frames within ten seconds`, `| ${LIMITS.clocksPerFrame / 1e6} million |`,
      `in one room | ${mb(LIMITS.answeredBytesPerTenSeconds)} within ten seconds`, `once in ${LIMITS.presenceAgainMs / 1000} s for a line`,
      `${mb(LIMITS.waitingBytes)}, then one diff when it has drained; ${LIMITS.laggingMs / 1000} s behind`,
      `${mb(LIMITS.unsavedBytes)} or ten minutes for a room, ${mb(LIMITS.unsavedBytesInAll)} for all`, `blocks of ${LIMITS.clientIdsPerBlock} client ids`,
    ]) expect(text).toContain(said);
  });
});
