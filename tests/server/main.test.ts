/** The process itself, bundled as it is for real: what it reports, what it refuses and how it ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';

type Report = { kind: 'listening'; url: string; setupLink?: string } | { kind: 'refused'; sentence: string };

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: string;
/** Inside the tree, or it would not find its packages; not `dist/`, which belongs to the build. */
const bundle = join('node_modules', '.cache', `insieme-main-test-${process.pid}.mjs`);
const running: ChildProcess[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'insieme-main-'));
  await build({ entryPoints: ['server/main.ts'], outfile: bundle, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external' });
});
afterEach(async () => {
  await Promise.all(running.splice(0).map(end));
});
afterAll(() => Promise.all([rm(folder, { recursive: true }), rm(bundle)]));

interface Start {
  env?: Record<string, string>;
  args?: string[];
  withParent?: boolean;
}

function start({ env = {}, args = [], withParent = true }: Start = {}): ChildProcess {
  const child = spawn(process.execPath, [bundle, ...args], {
    env: { PATH: process.env['PATH'], DATA_DIR: folder, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe', ...(withParent ? ['ipc' as const] : [])],
  });
  running.push(child);
  return child;
}

async function report(child: ChildProcess): Promise<Report> {
  const [message] = await once(child, 'message') as [Report];
  return message;
}

async function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    await exit;
  }
  return child.exitCode;
}

async function textOf(child: ChildProcess, stream: 'stdout' | 'stderr'): Promise<string> {
  let text = '';
  child[stream]?.setEncoding('utf8').on('data', (chunk: string) => { text += chunk; });
  await once(child, 'close');
  return text;
}

describe('a start', () => {
  test('says where it listens and how the first person comes in, and stops when asked', async () => {
    const child = start();
    const first = await report(child);
    if (first.kind !== 'listening') throw new Error(first.sentence);
    expect(first.url).toMatch(/^http:\/\/localhost:\d+$/);
    expect(first.setupLink).toMatch(new RegExp(`^${first.url}/set-up#[\\w-]{43}$`));
    const origin = first.url;
    const wish = { workspace: 'Nodo', name: 'Marta', email: 'marta@nodo.example', password: 'bread and saffron', language: 'it', token: first.setupLink?.split('#')[1] };
    const answer = await fetch(`${origin}/api/setup`, { method: 'POST', headers: { origin, 'content-type': 'application/json' }, body: JSON.stringify(wish) });
    expect(answer.status).toBe(204);
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect(await end(child)).toBe(0);

    // The same folder again: the same secret, so the same session; and no set-up any more.
    const second = await report(start({ env: { PORT: new URL(origin).port } }));
    expect(second).toEqual({ kind: 'listening', url: origin });
    expect((await fetch(`${origin}/api/me`, { headers: { cookie } })).status).toBe(200);
  });

  test('ends when its parent is gone', async () => {
    const child = start();
    await report(child);
    const exit = once(child, 'exit');
    child.disconnect();
    expect((await exit)[0]).toBe(0);
  });

  test('without a parent writes the same into its log', async () => {
    const child = start({ withParent: false });
    const [chunk] = await once(child.stdout!, 'data') as [Buffer];
    expect(chunk.toString()).toMatch(/"kind":"listening","url":"http:\/\/localhost:\d+"/);
  });
});

describe('a start that cannot be is refused with a sentence', () => {
  test.each<[string, Start, string]>([
    ['a wrong setting', { env: { PORT: 'three' } }, 'PORT must be a port number between 0 and 65535; it is “three”.'],
    ['a public server without its secrets', { env: { PUBLIC_URL: 'https://insieme.example' } }, 'set SMTP_URL'],
    ['a public demo', { env: { PUBLIC_URL: 'https://insieme.example' }, args: ['--demo'] }, 'The demo lets anybody sit down as anybody'],
    ['an unknown option', { args: ['--everything'] }, 'is not an option'],
    ['the examples in a folder of real work', { args: ['--demo'] }, 'holds real work'],
  ])('%s', async (_what, wish, sentence) => {
    const child = start(wish);
    const refused = await report(child);
    expect(refused.kind === 'refused' && refused.sentence).toContain(sentence);
    if (child.exitCode === null) await once(child, 'exit');
    expect(child.exitCode).toBe(1);
  });

  test('a second process on the same folder', async () => {
    const first = start();
    await report(first);
    const second = start();
    expect(await report(second)).toEqual({ kind: 'refused', sentence: `Insieme is already running on ${folder} (process ${first.pid}). Stop that one first, or give this one a DATA_DIR of its own.` });
  });

  test('a taken port that was asked for', async () => {
    const door = createServer();
    await new Promise<void>(resolve => { door.listen(0, '127.0.0.1', resolve); });
    const { port } = door.address() as { port: number };
    expect(await report(start({ env: { PORT: String(port) } }))).toEqual({ kind: 'refused', sentence: `Port ${port} is taken by another program. Set PORT to a free one.` });
    door.close();
  });

  test('and without a parent the sentence goes to stderr, alone', async () => {
    const child = start({ env: { LOG_LEVEL: 'loud' }, withParent: false });
    expect(await textOf(child, 'stderr')).toBe('LOG_LEVEL must be fatal, error, warn, info, debug, silent; it is “loud”.\n');
    expect(child.exitCode).toBe(1);
  });
});
