/** Who may see the figures, and whether they are true. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeSeats } from '../../support/lines.ts';
import { oneProject, type Seated } from '../../support/oneProject.ts';
import { freshDevice, TestPage } from '../../support/page.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';

const PUBLIC = { PUBLIC_URL: 'https://insieme.example', SMTP_URL: 'smtp://mail.example', SECRET: 'x'.repeat(48) };
const TOKEN = 'a-token-of-enough-length';

let here: TestApp;
let guarded: TestApp;
let atHome: TestApp;
let open: TestApp;
beforeAll(async () => {
  [here, guarded, atHome, open] = await Promise.all([
    startApp(), startApp({ env: { METRICS_TOKEN: TOKEN } }), startApp({ env: { ...PUBLIC, METRICS_TOKEN: TOKEN } }), startApp({ env: PUBLIC }),
  ]);
});
afterAll(() => Promise.all([here, guarded, atHome, open].map(app => app.close())));

const look = async (app: TestApp, headers: Record<string, string> = {}) => app.visitor().ask('GET', '/metrics', undefined, headers);
const figure = (text: unknown, name: string) => Number(new RegExp(`^${name} ([\\d.e+-]+)$`, 'm').exec(String(text))?.[1]);

describe('the figures', () => {
  test.each<[string, () => Promise<{ status: number }>, number]>([
    ['on this machine, without a token', () => look(here), 200],
    ['by way of a proxy of this machine', () => look(here, { 'x-forwarded-for': '203.0.113.9' }), 404],
    ['with the token', () => look(guarded, { authorization: `Bearer ${TOKEN}` }), 200],
    ['on this machine, where there is a token', () => look(guarded), 404],
    ['with another token', () => look(guarded, { authorization: `Bearer ${TOKEN.slice(0, -1)}!` }), 404],
    ['with the beginning of the token', () => look(guarded, { authorization: `Bearer ${TOKEN.slice(0, 8)}` }), 404],
    ['in public mode without a token', () => look(open), 404],
    ['in public mode with an empty one', () => look(open, { authorization: 'Bearer ' }), 404],
    ['in public mode with the token', () => look(atHome, { authorization: `Bearer ${TOKEN}` }), 200],
    ['in public mode, where there is a token', () => look(atHome), 404],
  ])('asked for %s', async (_how, ask, status) => {
    expect((await ask()).status).toBe(status);
  });

  test('are not there for members either: they are for whoever runs the server', async () => {
    const project = await oneProject(guarded);
    const { browser } = await project.seat('marta');
    expect((await browser.ask('GET', '/metrics')).status).toBe(404);
  });

  test('count rooms, lines, edits, bytes, and how soon things are on disk; and name nobody', async () => {
    freshDevice();
    const project = await oneProject(here, { title: 'ZEBRA-7' });
    const marta: Seated = await project.seat('marta');
    await takeSeats(marta);
    const before = String((await look(here)).body);
    const page = await TestPage.open(marta, here.port);
    await page.isSaved;
    page.text.insert(0, 'ZEBRA-7');
    await page.isSaved;
    const { body, headers } = await look(here);
    expect(headers.get('content-type')).toContain('text/plain');
    expect(headers.get('cache-control')).toBe('no-store');
    expect([figure(body, 'insieme_lines'), figure(body, 'insieme_unsaved_bytes'), figure(body, 'insieme_troubles_total')]).toEqual([1, 0, 0]);
    expect(figure(body, 'insieme_rooms')).toBeGreaterThanOrEqual(1);
    const grew = (name: string) => figure(body, name) - figure(before, name);
    expect(grew('insieme_updates_in_total')).toBe(1);
    expect(grew('insieme_edit_durable_ms_count')).toBe(1);
    for (const name of ['insieme_frames_in_total', 'insieme_bytes_in_total', 'insieme_messages_out_total', 'insieme_bytes_out_total']) expect(grew(name)).toBeGreaterThan(0);
    expect(figure(body, 'process_cpu_seconds_total')).toBeGreaterThan(0);
    expect(figure(body, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0);
    expect(String(body)).not.toMatch(/ZEBRA-7|prj_|mbr_|psn_|@/);
    await page.close();
  });
});
