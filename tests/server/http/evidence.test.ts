/** Files behind figures at the http door: whoever may write brings them, whoever reads the room saves them, nobody else. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { evidenceFiles } from '../../../server/storage/collections.ts';
import { put } from '../../../server/storage/store.ts';
import { EvidenceAbout } from '../../../shared/evidence.ts';
import { LIMITS } from '../../../shared/limits.ts';
import type { Browser } from '../../support/browse.ts';
import { oneProject, type OneProject, type Seated } from '../../support/oneProject.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let app: TestApp;
let project: OneProject;
let marta: Seated;
let paolo: Browser;

beforeAll(async () => {
  app = await startApp();
  project = await oneProject(app);
  marta = await project.seat('marta');
  paolo = (await project.seat('paolo')).browser;
});
afterAll(() => app.close());

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const send = (browser: Browser, name: string, bytes: Uint8Array, to = project) =>
  fetch(`${browser.url}${to.path}/evidence?name=${encodeURIComponent(name)}`, {
    method: 'POST', headers: { cookie: browser.cookie, origin: browser.origin, 'content-type': 'application/octet-stream' }, body: Buffer.from(bytes),
  });
const get = (browser: Browser, hash: string, to = project) => fetch(`${browser.url}${to.path}/evidence/${hash}`, { headers: { cookie: browser.cookie } });

describe('a file behind a figure', () => {
  test('is kept under the hash of its bytes, and saved by the other side as it was', async () => {
    const bytes = Buffer.from('shop;hours\nTurin;5\n');
    const about = EvidenceAbout.parse(await (await send(marta.browser, 'Ore nei negozi è così.csv', bytes)).json());
    expect(about).toMatchObject({ hash: sha256(bytes), name: 'Ore nei negozi è così.csv', bytes: bytes.length });

    const answer = await get(paolo, about.hash);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect((await paolo.ask('GET', `${project.path}/evidence/${about.hash}/about`)).body).toEqual(about);
  });

  test('is handed out to be saved, never to be shown or run under our address', async () => {
    const page = Buffer.from('<script>alert(1)</script>');
    await send(paolo, 'page.html', page);
    const { headers } = await get(marta.browser, sha256(page));
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="?page\.html"?$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain('sandbox');
  });

  test('that comes twice is one file, under the name that came first', async () => {
    const bytes = Buffer.from('the same');
    await send(marta.browser, 'first.txt', bytes);
    expect(await (await send(paolo, 'second.txt', bytes)).json()).toMatchObject({ name: 'first.txt' });
  });

  test('of another project does not exist here, though its hash be known', async () => {
    const other = await oneProject(app);
    const host = (await other.seat('marta')).browser;
    const bytes = Buffer.from('only theirs');
    expect((await send(host, 'theirs.txt', bytes, other)).status).toBe(200);
    expect((await get(host, sha256(bytes), other)).status).toBe(200);
    expect((await get(marta.browser, sha256(bytes))).status).toBe(404);
    expect((await get(marta.browser, sha256(bytes), other)).status).toBe(404);
    expect((await get(marta.browser, '../secret')).status).toBe(404);
  });

  test('with nothing in it, or without a name, gets a sentence', async () => {
    expect(await (await send(marta.browser, 'empty.txt', new Uint8Array())).json()).toMatchObject({ code: 'file-empty' });
    expect((await send(marta.browser, ' ', Buffer.from('x'))).status).toBe(400);
  });

  test('may be as large as the table says, and one byte more is refused', async () => {
    expect((await send(marta.browser, 'large.bin', new Uint8Array(LIMITS.evidenceBytes).fill(7))).status).toBe(200);
    expect((await send(marta.browser, 'larger.bin', new Uint8Array(LIMITS.evidenceBytes + 1).fill(7))).status).toBe(413);
  });

  test('stops at a number of files, and still knows those it has', async () => {
    const full = await oneProject(app);
    const host = await full.seat('marta');
    const first = Buffer.from('first of many');
    await send(host.browser, 'first.txt', first, full);
    const fill = Array.from({ length: LIMITS.evidenceFiles - 1 }, (_, nth) => {
      const hash = sha256(Buffer.from(`file ${nth}`));
      return put(evidenceFiles, { id: `${full.project.id}:${hash}`, projectId: full.project.id, hash, name: `${nth}.txt`, bytes: 1, by: host.member.id, at: nth }, null);
    });
    for (let at = 0; at < fill.length; at += 100) await app.store.commit(fill.slice(at, at + 100));

    expect(await (await send(host.browser, 'one more.txt', Buffer.from('one more'), full)).json()).toMatchObject({ code: 'too-many-files' });
    expect((await send(host.browser, 'again.txt', first, full)).status).toBe(200);
  });
});
