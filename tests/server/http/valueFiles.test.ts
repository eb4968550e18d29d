/** Spreadsheets at the http door: to those who may read the room, in their language, and back. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { EXAMPLES } from '../../../server/demo/cast.ts';
import { writeValue } from '../../../server/demo/value.ts';
import { readTables } from '../../../server/tables/read.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { roomIdOf } from '../../../shared/rooms.ts';
import { addRows } from '../../../shared/documents/value.ts';
import { TablesRead } from '../../../shared/valueFiles.ts';
import type { Browser } from '../../support/browse.ts';
import { oneProject, type OneProject } from '../../support/oneProject.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

// Real servers on a busy machine: what matters is that it comes, not that it comes in five seconds.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let app: TestApp;
let project: OneProject;
let marta: Browser;
let paolo: Browser;
const file = (kind: string, format = 'xlsx', language = 'en') => `${project.path}/rooms/${kind}/value/file?format=${format}&language=${language}`;

beforeAll(async () => {
  app = await startApp();
  project = await oneProject(app);
  const [host, client] = [await project.seat('marta'), await project.seat('paolo')];
  const [example] = EXAMPLES;
  await app.parts.documents.edit(roomIdOf(project.project.id, 'shared'), host.member.id, doc => writeValue(doc, example!, 'marta', { language: 'en', at: 1 }));
  await app.parts.documents.edit(roomIdOf(project.project.id, 'backstage'), host.member.id, doc =>
    addRows(doc, [{ id: 'drv_zebrazebra', values: { code: 'Z7', label: 'ZEBRA-7' } }], { at: 1, origin: null }));
  [marta, paolo] = [host.browser, client.browser];
});
afterAll(() => app.close());

async function bytesOf(browser: Browser, path: string): Promise<{ response: Response; bytes: Buffer }> {
  const response = await fetch(browser.url + path, { headers: { cookie: browser.cookie } });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}
const send = (browser: Browser, bytes: Buffer) => fetch(`${browser.url}${project.path}/value/tables`, {
  method: 'POST', headers: { cookie: browser.cookie, origin: browser.origin, 'content-type': 'application/octet-stream' }, body: new Uint8Array(bytes),
});

describe('a value model as a file', () => {
  test.each(['xlsx', 'csv'])('is taken away as %s by both sides, and read again', async format => {
    for (const browser of [marta, paolo]) {
      const { response, bytes } = await bytesOf(browser, file('shared', format, 'it'));
      expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="insieme-value\./);
      const answer = await send(browser, bytes);
      const { tables } = TablesRead.parse(await answer.json());
      expect(tables[1]?.[1]?.slice(0, 2)).toEqual(['A1', 'Paid contacts sent to duplicates']);
      expect(tables.map(table => table[0]?.[0])).toContain('Miglioramento');
    }
  });

  test('of a private room does not exist for the other side', async () => {
    expect((await bytesOf(paolo, file('backstage'))).response.status).toBe(404);
    expect((await bytesOf(marta, file('clientRoom'))).response.status).toBe(404);
    const { bytes } = await bytesOf(marta, file('backstage'));
    expect(JSON.stringify(await readTables(bytes))).toContain('ZEBRA-7');
    expect(JSON.stringify(await readTables((await bytesOf(paolo, file('shared'))).bytes))).not.toContain('ZEBRA');
  });

  test('is refused in an unknown form', async () => expect((await bytesOf(marta, file('shared', 'exe'))).response.status).toBe(400));
});

describe('a file that is sent', () => {
  test('may be as large as a table is, and no larger', async () => {
    expect((await send(marta, Buffer.alloc(LIMITS.tableBytes + 1, 'a'))).status).toBe(413);
    expect((await send(marta, Buffer.alloc(LIMITS.tableBytes, 'a'))).status).toBe(200);
  });

  test('that is none is an answer in words', async () => {
    const answer = await send(paolo, Buffer.from('PK\u0003\u0004'));
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([422, 'unreadable-table']);
  });
});
