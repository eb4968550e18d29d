/** One process for one DATA_DIR: the second is told so in words, and a dead one stands in nobody's way. */
import { afterEach, describe, expect, test } from 'vitest';
import { openEmbeddedStore } from '../../../../server/storage/embedded/store.ts';
import { DataDirInUse } from '../../../../server/storage/store.ts';
import { SHELVES } from '../../../contracts/storage/shelves.ts';
import { type Child, startChild } from './child.ts';
import { makeDataDir } from './dataDir.ts';

const children: Child[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) await child.kill9();
});
const start = (dataDir: string) => {
  const child = startChild('holderChild.ts', [dataDir]);
  children.push(child);
  return child;
};

describe('a folder that another process has open', () => {
  test('is refused with the number of that process, and opens after its kill -9', async () => {
    const dataDir = await makeDataDir();
    const holder = start(dataDir);
    await holder.says('holds');
    const refusal = await openEmbeddedStore(dataDir, SHELVES).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DataDirInUse);
    expect(refusal).toMatchObject({ pid: holder.process.pid, dataDir });

    await holder.kill9();
    const store = await openEmbeddedStore(dataDir, SHELVES);
    await store.close();
  }, 30_000);

  test('is refused even while that process is stopped', async () => {
    const dataDir = await makeDataDir();
    const holder = start(dataDir);
    await holder.says('holds');
    holder.process.kill('SIGSTOP');
    await expect(openEmbeddedStore(dataDir, SHELVES)).rejects.toThrow(DataDirInUse);
  }, 30_000);

  test('is refused to the second process in a sentence, and left alone by it', async () => {
    const dataDir = await makeDataDir();
    const store = await openEmbeddedStore(dataDir, SHELVES);
    // Opening it again in this process must not loosen its hold either: closing any handle of a file drops its locks.
    await expect(openEmbeddedStore(dataDir, SHELVES)).rejects.toThrow(DataDirInUse);
    const line = await start(dataDir).says('refused');
    expect(line).toContain(`already running on ${dataDir} (process ${process.pid})`);
    await store.ping();
    await store.close();
    await start(dataDir).says('holds');
  }, 30_000);

  test('goes to one at most of several who come at once', async () => {
    const dataDir = await makeDataDir();
    const three = [start(dataDir), start(dataDir), start(dataDir)];
    const ends = await Promise.all(three.map(child => Promise.race([child.says('holds'), child.says('refused')])));
    expect(ends.filter(line => line === 'holds').length).toBeLessThanOrEqual(1);
  }, 30_000);
});

test('a folder opened twice in one process is refused, and free again after closing', async () => {
  const dataDir = await makeDataDir();
  const store = await openEmbeddedStore(dataDir, SHELVES);
  await expect(openEmbeddedStore(dataDir, SHELVES)).rejects.toThrow(DataDirInUse);
  await store.close();
  await (await openEmbeddedStore(dataDir, SHELVES)).close();
});
