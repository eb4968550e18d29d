/** Secrets of a local installation: made once, kept in DATA_DIR/keys, readable by its owner alone. */
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeToken } from './ids.ts';

/** The secret of this name, made when there is none. Losing it signs everybody out and loses nothing else. */
export async function keptSecret(dataDir: string, name: string): Promise<string> {
  const folder = join(dataDir, 'keys');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  return (await read(path)) ?? (await make(path));
}

async function make(path: string): Promise<string> {
  const secret = makeToken();
  try {
    // `wx`: of two that start at once, one makes it and the other reads it.
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(secret);
    await file.sync();
    await file.close();
    return secret;
  } catch (error) {
    const kept = isCode(error, 'EEXIST') ? await read(path) : undefined;
    if (kept === undefined) throw error;
    return kept;
  }
}

async function read(path: string): Promise<string | undefined> {
  try {
    const kept = (await readFile(path, 'utf8')).trim();
    return kept === '' ? undefined : kept;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
