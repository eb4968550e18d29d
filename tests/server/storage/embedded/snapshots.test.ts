/** Snapshots do not pile up: the last few stay, and so do no parts that nobody names. */
import { expect, test } from 'vitest';
import { Environment } from '../../../../server/storage/embedded/environment.ts';
import { keyOf } from '../../../../server/storage/embedded/keys.ts';
import { Snapshots } from '../../../../server/storage/embedded/snapshots.ts';
import { makeDataDir } from './dataDir.ts';

const MEGABYTE = 1024 * 1024;

test('the last three of a room are kept, with their parts and no others', async () => {
  const env = new Environment(await makeDataDir());
  const snapshots = new Snapshots(env);
  const table = env.table('snapshots');
  await snapshots.keep({ room: 'other', seq: 1, state: new Uint8Array(MEGABYTE) });
  // As a process leaves it that dies between the parts and the head.
  await env.write(() => void table.put(keyOf(['room', 'part', 'abandoned', 0]), Buffer.alloc(10)));

  for (let seq = 1; seq <= 6; seq++) await snapshots.keep({ room: 'room', seq, state: new Uint8Array(MEGABYTE).fill(seq) });

  const partsOfOne = 2;
  expect([...table.getKeys()]).toHaveLength(3 * (1 + partsOfOne) + (1 + partsOfOne));
  expect(snapshots.newest('room')).toMatchObject({ seq: 6 });
  expect(snapshots.newest('other')).toMatchObject({ seq: 1 });
  await env.close();
});
