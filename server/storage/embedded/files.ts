/**
 * Bytes by their SHA-256 in plain files: `files/ab/cdef…`, so that no folder grows huge. A file is written as a draft
 * and appears under its name only when it is whole and on disk; one that rotted is replaced when the same bytes
 * are kept again.
 */
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Gate } from '../gate.ts';
import { Corrupt, type Files } from '../store.ts';
import { privateFolder } from './environment.ts';

export class FolderFiles implements Files {
  readonly #folder: string;
  readonly #drafts: string;
  readonly #gate: Gate;

  constructor(dataDir: string, gate: Gate) {
    this.#folder = privateFolder(dataDir, 'files');
    this.#drafts = privateFolder(this.#folder, 'drafts');
    this.#gate = gate;
    emptyFolder(this.#drafts); // left by a process that was killed: nobody was told that they are kept
  }

  keep(bytes: Uint8Array): Promise<string> {
    return this.#gate.through(async () => {
      const hash = sha256(bytes);
      const path = this.#pathOf(hash);
      const present = await readIfThere(path);
      if (!present || sha256(present) !== hash) await writeWhole(path, join(this.#drafts, randomBytes(12).toString('hex')), bytes);
      await syncFolder(dirname(path)); // also when another call wrote it and is not there yet
      return hash;
    });
  }

  read(hash: string): Promise<Uint8Array | undefined> {
    return this.#gate.through(async () => {
      if (!/^[0-9a-f]{64}$/.test(hash)) return undefined; // no path is ever made of anything else
      const bytes = await readIfThere(this.#pathOf(hash));
      if (bytes && sha256(bytes) !== hash) throw new Corrupt(`file ${hash}: the bytes no longer match their name`);
      return bytes;
    });
  }

  #pathOf(hash: string): string {
    return join(this.#folder, hash.slice(0, 2), hash.slice(2));
  }
}

function emptyFolder(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    const bytes = await readFile(path);
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeWhole(path: string, draft: string, bytes: Uint8Array): Promise<void> {
  await mkdirSynced(dirname(path));
  try {
    await writeSynced(draft, bytes);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new folder is on disk only when its parent is. */
async function mkdirSynced(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined) await syncFolder(dirname(folder));
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
