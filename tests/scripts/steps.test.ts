/** What decides whether something is built, found or free. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { build } from 'esbuild';
import { fingerprint } from '../../scripts/steps/build.mjs';
import { bundling } from '../../scripts/steps/bundling.mjs';
import { findChromium } from '../../scripts/steps/chromium.mjs';
import { freePort } from '../../scripts/steps/ports.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'insieme-steps-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a build is stale', () => {
  const now = () => fingerprint(['src'], folder);
  beforeEach(() => {
    mkdirSync(join(folder, 'src/deep'), { recursive: true });
    writeFileSync(join(folder, 'src/deep/a.ts'), 'one');
  });

  test('when a file changed', () => {
    const before = now();
    writeFileSync(join(folder, 'src/deep/a.ts'), 'two');
    expect(now()).not.toBe(before);
  });

  test('when a file was renamed or is gone', () => {
    const before = now();
    writeFileSync(join(folder, 'src/deep/b.ts'), 'one');
    rmSync(join(folder, 'src/deep/a.ts'));
    expect(now()).not.toBe(before);
  });

  test('but not because dates changed', () => {
    const before = now();
    utimesSync(join(folder, 'src/deep/a.ts'), 0, 0);
    expect(now()).toBe(before);
  });
});

describe('the browser', () => {
  test('is the one CHROME_PATH names', () => {
    const mine = join(folder, 'my-chrome');
    writeFileSync(mine, '');
    chmodSync(mine, 0o755);
    expect(findChromium({ CHROME_PATH: mine })).toBe(mine);
  });

  test('is none when CHROME_PATH names nothing, whatever else is installed', () => {
    expect(findChromium({ CHROME_PATH: join(folder, 'nothing'), PATH: process.env['PATH'] })).toBeUndefined();
  });
});

test('a taken port is passed over', async () => {
  const taken = createServer();
  await new Promise<void>(done => taken.listen(0, '127.0.0.1', done));
  const address = taken.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  expect(await freePort(port)).toBeGreaterThan(port);
  await new Promise(done => taken.close(done));
});

test('the bundled server loads the driver of MongoDB only when it is asked to', async () => {
  const { metafile: { outputs } } = await build({ ...bundling, entryPoints: ['server/main.ts'], outdir: folder, write: false, metafile: true });
  const atStart = new Set<string>();
  const load = (path: string) => {
    if (atStart.has(path)) return;
    atStart.add(path);
    for (const { path: next, kind } of outputs[path]?.imports ?? []) if (kind === 'import-statement') load(next);
  };
  load(Object.keys(outputs).find(path => path.endsWith('main.js')) ?? '');
  expect(atStart).toContain('express');
  expect(atStart).not.toContain('mongoose');
});
