/** What a local installation keeps beside its store: its secrets, and what its folder is for. Ids and tokens come from randomness. */
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PersonId, ProjectId } from '../../shared/ids.ts';
import { LinkToken } from '../../shared/signIn.ts';
import { hashToken, makeId, makeToken } from '../../server/ids.ts';
import { keptSecret } from '../../server/keys.ts';
import { claimFolder, WrongPurpose } from '../../server/purpose.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'insieme-folder-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a secret', () => {
  test('is made once, the same ever after, and readable by its owner alone', async () => {
    const secret = await keptSecret(folder, 'session-secret');
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(await keptSecret(folder, 'session-secret')).toBe(secret);
    expect((await stat(join(folder, 'keys', 'session-secret'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'keys'))).mode & 0o777).toBe(0o700);
  });

  test('is one for all who start at the same moment', async () => {
    const secrets = await Promise.all(Array.from({ length: 8 }, () => keptSecret(folder, 'session-secret')));
    expect(new Set(secrets)).toEqual(new Set([await readFile(join(folder, 'keys', 'session-secret'), 'utf8')]));
  });

  test('of another name is another', async () => {
    expect(await keptSecret(folder, 'one')).not.toBe(await keptSecret(folder, 'other'));
  });
});

describe('a folder', () => {
  test('that the server makes is its owner’s alone', async () => {
    const made = join(folder, 'new', 'data');
    await claimFolder(made, 'work');
    expect((await stat(made)).mode & 0o777).toBe(0o700);
  });

  test('that began with examples never takes real work, and the other way round', async () => {
    await claimFolder(folder, 'examples');
    await claimFolder(folder, 'examples');
    await expect(claimFolder(folder, 'work')).rejects.toThrow(WrongPurpose);
    await expect(claimFolder(folder, 'work')).rejects.toThrow(`${folder} holds the examples`);
    const other = join(folder, 'deep', 'work');
    await claimFolder(other, 'work');
    await expect(claimFolder(other, 'examples')).rejects.toThrow(`${other} holds real work`);
  });

  test('that is a file is an error', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(claimFolder(join(folder, 'file'), 'work')).rejects.toThrow();
  });
});

test('ids fit their shapes and never repeat', () => {
  const ids = Array.from({ length: 1_000 }, () => makeId('psn'));
  expect(new Set(ids).size).toBe(1_000);
  for (const id of ids) expect(PersonId.parse(id)).toBe(id);
  expect(ProjectId.safeParse(makeId('psn')).success).toBe(false);
});

test('tokens fit what links may carry, and are kept as something else', () => {
  const token = makeToken();
  expect(LinkToken.parse(token)).toBe(token);
  expect(hashToken(token)).toMatch(/^[0-9a-f]{64}$/);
  expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
