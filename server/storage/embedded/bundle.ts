/**
 * A backup on disk: a folder with copies of what lies in DATA_DIR, and a list of them with their checksums, written last.
 * Knows paths and bytes, no store.
 */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';

const LIST = 'insieme-backup.json';

/** What a backup may hold; a list that names anything else is not ours, and leads nowhere outside of the folder. */
const PATH = /^(store\/data\.mdb|files\/[0-9a-f]{2}\/[0-9a-f]{62}|keys\/[a-z0-9-]+|purpose)$/;

const Kept = z.object({ path: z.string().regex(PATH), bytes: z.int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });
export type Kept = z.infer<typeof Kept>;

const List = z.object({ format: z.literal(1), takenAt: z.int().nonnegative(), sum: z.string(), kept: z.array(Kept) });
export interface Bundle {
  takenAt: number; // epoch milliseconds
  kept: Kept[];
}

/** What stands in the way of a backup or a restore: its message is for whoever runs it. */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem';
}

/** Copies one file, on disk when it resolves, and answers what was copied. */
export async function copyFile(from: string, to: string): Promise<Omit<Kept, 'path'>> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const file = await open(to, 'wx', 0o600);
  const seen = { sum: createHash('sha256'), bytes: 0 };
  try {
    for await (const piece of counted(from, seen)) await file.appendFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
  return { bytes: seen.bytes, sha256: seen.sum.digest('hex') };
}

/** What a file holds, in figures. */
export async function sumOf(path: string): Promise<Omit<Kept, 'path'>> {
  const seen = { sum: createHash('sha256'), bytes: 0 };
  for await (const _piece of counted(path, seen));
  return { bytes: seen.bytes, sha256: seen.sum.digest('hex') };
}

async function* counted(path: string, seen: { sum: Hash; bytes: number }): AsyncGenerator<Buffer> {
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    seen.sum.update(piece);
    seen.bytes += piece.length;
    yield piece;
  }
}

export async function writeList(folder: string, { takenAt, kept }: Bundle): Promise<void> {
  const file = await open(join(folder, LIST), 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify({ format: 1, takenAt, sum: sumOfList(kept), kept }, undefined, 1)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The list of a backup, believed only when everything it names is there, byte for byte. Throws `BackupProblem`. */
export async function readWhole(folder: string): Promise<Bundle> {
  const bundle = await readList(folder);
  for (const { path, ...expected } of bundle.kept) {
    const found = await sumOf(join(folder, path)).catch((cause: unknown) => { throw damaged(folder, path, cause); });
    if (!isSame(found, expected)) throw damaged(folder, path);
  }
  return bundle;
}

export const isSame = (one: Omit<Kept, 'path'>, other: Omit<Kept, 'path'>): boolean => one.bytes === other.bytes && one.sha256 === other.sha256;

export function damaged(folder: string, path: string, cause?: unknown): BackupProblem {
  return new BackupProblem(`The backup in ${folder} is damaged: ${path} is not what was written down when it was made. Nothing was restored.`, { cause });
}

async function readList(folder: string): Promise<Bundle> {
  const text = await readFile(join(folder, LIST), 'utf8').catch((cause: unknown) => {
    throw new BackupProblem(`${folder} is not a backup of Insieme: it holds no ${LIST}. Name a folder that \`npm run backup\` made.`, { cause });
  });
  const { success, data } = List.safeParse(parsed(text));
  if (!success || data.sum !== sumOfList(data.kept)) throw damaged(folder, LIST);
  return data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the same answer as for JSON that is no list
  }
}

/** The list cannot shrink or change by itself without being noticed. */
const sumOfList = (kept: readonly Kept[]): string => createHash('sha256').update(JSON.stringify(kept)).digest('hex');
