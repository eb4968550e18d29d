/** A backup taken beside a running server, and brought back: whole, or not at all and in a sentence (Sync 13). */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { keptAsides } from '../../client/collab/asides.ts';
import { unsentIn } from '../../client/features/salvage/unsent.ts';
import { makeToken } from '../../server/ids.ts';
import { claimFolder } from '../../server/purpose.ts';
import { projects } from '../../server/storage/collections.ts';
import { plainText, readRichText } from '../../shared/documents/richtext.ts';
import { proposalRoot } from '../../shared/documents/roots.ts';
import { roomIdOf } from '../../shared/rooms.ts';
import { keep } from '../support/keep.ts';
import { type OneProject, oneProject, type Seated } from '../support/oneProject.ts';
import { freshDevice, TestPage } from '../support/page.ts';
import { startApp, type TestApp } from '../support/startApp.ts';
import { makeDataDir } from './storage/embedded/dataDir.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const secret = makeToken();
let place: string;
let dataDir: string;
let taken: string;
let app: TestApp;
let project: OneProject;
let marta: Seated;
let paolo: Seated;
let page: TestPage;
let file: string;

function write({ room }: TestPage, words: string): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  proposalRoot(room.doc).push([paragraph]);
}
const wordsIn = (doc: Y.Doc): string => plainText(readRichText(proposalRoot(doc)));
const start = () => startApp({ dataDir, secret });
const epochIn = async ({ store }: TestApp) => (await store.get(projects, project.project.id))?.epoch;

beforeAll(async () => {
  freshDevice();
  place = await makeDataDir();
  [dataDir, taken] = [join(place, 'data'), join(place, 'backups', 'monday')];
  await mkdir(join(place, 'backups'));
  app = await start();
  project = await oneProject(app);
  [marta, paolo] = [await project.seat('marta'), await project.seat('paolo')];
  file = await app.store.files.keep(Buffer.from('a drawing'));
  page = await TestPage.open(marta, app.port);
  await page.isSaved;
});
afterAll(async () => {
  await page.close();
  await app.close();
  await app.store.close();
});

describe('a backup', () => {
  test('is taken while people write, and holds all that was saved before', async () => {
    write(page, 'before-the-backup');
    await page.isSaved;
    let nth = 0;
    const typing = setInterval(() => { write(page, `meanwhile-${nth++}`); }, 10);
    const { code, said, complained } = await keep(['backup', taken], { DATA_DIR: dataDir });
    clearInterval(typing);
    expect({ code, complained }).toEqual({ code: 0, complained: '' });
    expect(said).toMatch(/^.*monday holds .*data as it is now: 1 files, \d+\.\d MB in all\./);
    expect(nth).toBeGreaterThan(10);
    expect(await readdir(join(place, 'backups'))).toEqual(['monday']);
    await page.isSaved;
  });

  test('never takes the place of another, and says when there is nothing to keep', async () => {
    expect(await keep(['backup', taken], { DATA_DIR: dataDir })).toMatchObject({ code: 1, complained: expect.stringMatching(/monday is there already/) as string });
    expect(await keep(['backup', join(place, 'new')], { DATA_DIR: join(place, 'nowhere') })).toMatchObject({ code: 1, complained: expect.stringMatching(/holds no store/) as string });
  });

  test('that finds the disk full leaves nothing that looks like one', async () => {
    const { code, complained } = await keep(['backup', join(place, 'backups', 'full')], { DATA_DIR: dataDir }, 16 * 1024);
    expect(code).toBe(1);
    expect(complained).toMatch(/^No backup was made in .*full: /);
    expect(await readdir(join(place, 'backups'))).toEqual(['monday']);
  });

  test('of MongoDB is somebody else’s work, and how it is called is told to who calls it otherwise', async () => {
    expect((await keep(['backup', 'x'], { MONGODB_URI: 'mongodb://127.0.0.1:1/x' })).complained).toMatch(/mongodump/);
    expect((await keep(['restore'], {})).complained).toMatch(/^How it is said:/);
    expect((await keep(['restore', '--after-mongorestore'], {})).complained).toMatch(/set MONGODB_URI/);
  });
});

describe('a restore', () => {
  test('is refused while a server has the folder', async () => {
    expect(await keep(['restore', taken, '--replace'], { DATA_DIR: dataDir })).toMatchObject({ code: 1, complained: expect.stringContaining(dataDir) as string });
    expect(wordsIn(page.room.doc)).toContain('before-the-backup');
  });

  test('brings back what was there, and a page that knows more keeps its words for review and merges nothing', async () => {
    write(page, 'after-the-backup');
    await page.isSaved;
    page.goOffline();
    write(page, 'never-sent');
    await app.close();
    await app.store.close();
    const { code, said, complained } = await keep(['restore', taken, '--replace'], { DATA_DIR: dataDir });
    expect({ code, complained }).toEqual({ code: 0, complained: '' });
    expect(said).toMatch(/1 projects, 1 files/);
    expect(said).toMatch(/What was there lies in .*replaced-/);

    app = await start();
    expect(Buffer.from((await app.store.files.read(file)) ?? []).toString()).toBe('a drawing');
    page.wire.leadTo(app.port);
    page.goOnline();
    await page.until(room => room.status.get().kind === 'ended');
    expect(page.room.status.get()).toEqual({ kind: 'ended', reason: 'historyDiffers' });
    page.room.retry();
    await page.isSaved;
    expect(wordsIn(page.room.doc)).toContain('before-the-backup');

    const other = await TestPage.open(paolo, app.port);
    await other.isSaved;
    for (const doc of [page.room.doc, other.room.doc]) expect(wordsIn(doc)).not.toMatch(/after-the-backup|never-sent/);
    await other.close();

    const [aside] = await keptAsides(marta.person.id, roomIdOf(project.project.id, 'shared'));
    const offered = unsentIn(aside!.update, page.room.doc, () => false).map(({ text }) => plainText(text)).join('\n');
    expect(offered).toMatch(/after-the-backup/);
    expect(offered).toMatch(/never-sent/);
    expect(offered).not.toMatch(/before-the-backup/);

    write(page, 'and-on-we-go');
    await page.isSaved;
  });

  test('of the same backup once more begins a history of its own', async () => {
    const first = await epochIn(app);
    page.goOffline();
    await app.close();
    await app.store.close();
    expect(await keep(['restore', taken, '--replace'], { DATA_DIR: dataDir })).toMatchObject({ code: 0 });
    app = await start();
    const second = await epochIn(app);
    expect(second).toBeGreaterThan(first!);
    page.wire.leadTo(app.port);
    page.goOnline();
    await page.until(room => room.status.get().kind === 'ended');
    page.room.retry();
    await page.isSaved;
    expect(wordsIn(page.room.doc)).not.toContain('and-on-we-go');
  });
});

describe('a restore that cannot be', () => {
  let target: string;
  afterEach(() => rm(target, { recursive: true, force: true }));

  async function refused(from: string, files: Record<string, string> = {}, limit?: number): Promise<string> {
    target = join(place, 'target');
    await mkdir(target);
    for (const [name, words] of Object.entries(files)) await writeFile(join(target, name), words);
    const { code, complained } = await keep(['restore', from], { DATA_DIR: target }, limit);
    expect(code).toBe(1);
    expect((await readdir(target)).filter(name => name !== 'lock').toSorted()).toEqual(Object.keys(files).toSorted());
    return complained;
  }
  async function copy(): Promise<string> {
    const to = join(place, `copy-${makeToken().slice(0, 8)}`);
    await cp(taken, to, { recursive: true });
    return to;
  }

  test('because the folder holds something says how to go on', async () => {
    expect(await refused(taken, { 'notes.txt': 'mine' })).toMatch(/is not empty.*add --replace/);
  });

  test('because the disk is full leaves the folder as it was', async () => {
    expect(await refused(taken, {}, 16 * 1024)).toMatch(/^Nothing was restored into .*target: /);
  });

  test('because that is no backup names what is missing', async () => {
    expect(await refused(place)).toMatch(/is not a backup of Insieme: it holds no insieme-backup\.json/);
  });

  test.each([
    ['a byte of the store', async (folder: string) => {
      const path = join(folder, 'store', 'data.mdb');
      const bytes = await readFile(path);
      bytes[bytes.length >> 1]! ^= 1;
      await writeFile(path, bytes);
    }, /store\/data\.mdb is not what was written down/],
    ['a file', async (folder: string) => rm(join(folder, 'files'), { recursive: true }), /files\/.* is not what was written down/],
    ['a line of the list', async (folder: string) => {
      const path = join(folder, 'insieme-backup.json');
      const list = JSON.parse(await readFile(path, 'utf8')) as { kept: unknown[] };
      await writeFile(path, JSON.stringify({ ...list, kept: list.kept.slice(0, 1) }));
    }, /insieme-backup\.json is not what was written down/],
  ])('because %s is damaged restores nothing', async (_what, damage, sentence) => {
    const folder = await copy();
    await damage(folder);
    expect(await refused(folder)).toMatch(sentence);
  });

  test('because it broke off half way keeps servers away until it is done again', async () => {
    target = join(place, 'half');
    await mkdir(target);
    await writeFile(join(target, 'purpose'), 'restoring\n');
    await expect(claimFolder(target, 'work')).rejects.toThrow(/broke off.*--replace/);
    expect(await keep(['restore', taken, '--replace'], { DATA_DIR: target })).toMatchObject({ code: 0 });
    await expect(readFile(join(target, 'purpose'), 'utf8')).rejects.toThrow(/ENOENT/);
  });
});
