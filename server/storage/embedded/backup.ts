/**
 * A copy of DATA_DIR while a server may be writing to it: LMDB copies its file as it was at one moment, and files are
 * never changed or taken away once they are there. Knows nothing of what the store holds.
 */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open as openFile, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { open } from 'lmdb';
import { BackupProblem, type Bundle, copyFile, type Kept, sumOf, writeList } from './bundle.ts';

const STORE = 'store/data.mdb';

export interface BackupOrder {
  dataDir: string;
  /** A folder that is not there yet. */
  to: string;
  at: number; // epoch milliseconds
}

/** Nothing stands under the name `to` before all of it is on disk. Throws `BackupProblem`. */
export async function takeBackup({ dataDir, to, at }: BackupOrder): Promise<Bundle> {
  if (!existsSync(join(dataDir, STORE))) throw new BackupProblem(`There is nothing to back up in ${dataDir}: it holds no store. DATA_DIR says where it lies.`);
  if (existsSync(to)) throw new BackupProblem(`${to} is there already. Name a folder that is not, so that no older backup is lost.`);
  const draft = `${to}.unfinished-${randomBytes(4).toString('hex')}`;
  try {
    const bundle = { takenAt: at, kept: await copyAll(dataDir, draft) };
    await writeList(draft, bundle);
    await rename(draft, to);
    await syncFolder(dirname(to));
    return bundle;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw inWords(error, `No backup was made in ${to}`);
  }
}

/** The store first: whatever it names in `files` was there before it was named. */
async function copyAll(dataDir: string, draft: string): Promise<Kept[]> {
  await mkdir(join(draft, 'store'), { recursive: true, mode: 0o700 });
  await copyStore(join(dataDir, 'store'), join(draft, 'store'));
  const kept: Kept[] = [{ path: STORE, ...(await sumOf(join(draft, STORE))) }];
  for (const path of await besideTheStore(dataDir)) kept.push({ path, ...(await copyFile(join(dataDir, path), join(draft, path))) });
  return kept;
}

/** As a reader beside the process that writes: LMDB lets any number of them look at once. */
async function copyStore(from: string, to: string): Promise<void> {
  const reader = open<Buffer, Buffer>({ path: from, readOnly: true, maxDbs: 16, keyEncoding: 'binary', encoding: 'binary' });
  try {
    await reader.backup(to, true);
  } finally {
    await reader.close();
  }
  const copy = await openFile(join(to, 'data.mdb'), 'r+');
  try {
    await copy.chmod(0o600);
    await copy.sync();
  } finally {
    await copy.close();
  }
}

/** Paths of files, keys and the purpose of the folder; drafts of files were never promised to anybody. */
async function besideTheStore(dataDir: string): Promise<string[]> {
  const folders = (await namesIn(join(dataDir, 'files'))).filter(name => name !== 'drafts');
  const files = await Promise.all(folders.map(async name => (await namesIn(join(dataDir, 'files', name))).map(file => `files/${name}/${file}`)));
  const keys = (await namesIn(join(dataDir, 'keys'))).map(name => `keys/${name}`);
  return [...files.flat(), ...keys, ...(existsSync(join(dataDir, 'purpose')) ? ['purpose'] : [])];
}

const namesIn = async (folder: string): Promise<string[]> => (existsSync(folder) ? readdir(folder) : []);

async function syncFolder(folder: string): Promise<void> {
  const handle = await openFile(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A full disk is the one trouble everybody meets; the rest is said as the system says it. */
export function inWords(error: unknown, outcome: string): unknown {
  if (error instanceof BackupProblem || !(error instanceof Error)) return error;
  const isFull = ('code' in error && error.code === 'ENOSPC') || /no space left/i.test(error.message);
  return new BackupProblem(`${outcome}: ${isFull ? 'the disk is full.' : error.message}`, { cause: error });
}
