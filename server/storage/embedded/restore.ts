/**
 * A backup back into DATA_DIR: whole or not at all, never beside a running server, and what was there is kept aside.
 * What must happen to the store before anybody sees it is handed in. Knows nothing of what the store holds.
 */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inWords } from './backup.ts';
import { BackupProblem, type Bundle, copyFile, damaged, isSame, readWhole } from './bundle.ts';
import { claim } from './claim.ts';
import { privateFolder } from './environment.ts';

const DRAFT = 'restoring';
/** What `server/purpose.ts` looks for: while it stands in the file of that name, no server starts on the folder. */
const BROKEN_OFF = 'restoring';

export interface RestoreOrder {
  from: string;
  dataDir: string;
  /** Whether what is there may be put aside. */
  replace: boolean;
  at: number; // epoch milliseconds
  /** Called with a DATA_DIR of its own that holds the restored store, before it takes its place. */
  prepare: (draftDir: string) => Promise<void>;
}
export interface Restored extends Bundle {
  /** Where what was there lies now; undefined when there was nothing. */
  aside: string | undefined;
}

/** Throws `BackupProblem`, and `DataDirInUse` while a server has the folder. */
export async function restoreBackup(order: RestoreOrder): Promise<Restored> {
  const { from, dataDir, replace, at, prepare } = order;
  const bundle = await readWhole(from);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const giveBack = claim(privateFolder(dataDir, 'lock'), dataDir);
  const draft = join(dataDir, DRAFT);
  try {
    const old = await whatIsThere(dataDir);
    if (old.length > 0 && !replace) throw notEmpty(dataDir);
    await copyInto(draft, from, bundle);
    await prepare(draft);
    const aside = old.length > 0 ? join(dataDir, `replaced-${new Date(at).toISOString().replaceAll(':', '-')}`) : undefined;
    await swap(dataDir, old, aside);
    return { ...bundle, aside };
  } catch (error) {
    throw inWords(error, `Nothing was restored into ${dataDir}`);
  } finally {
    await rm(draft, { recursive: true, force: true });
    await giveBack();
  }
}

function notEmpty(dataDir: string): BackupProblem {
  return new BackupProblem(`${dataDir} is not empty, and a restore takes the place of everything in it. Name an empty folder in DATA_DIR, or add --replace: what is there is put aside, not thrown away.`);
}

/** Not our lock, not the rest of a restore that broke off, not what earlier ones put aside. */
async function whatIsThere(dataDir: string): Promise<string[]> {
  return (await readdir(dataDir)).filter(name => name !== 'lock' && name !== DRAFT && !name.startsWith('replaced-'));
}

/** Held against the list once more while it is copied: a disk that reads badly may read differently each time. */
async function copyInto(draft: string, from: string, { kept }: Bundle): Promise<void> {
  await rm(draft, { recursive: true, force: true });
  for (const { path, ...expected } of kept) {
    if (!isSame(await copyFile(join(from, path), join(draft, path)), expected)) throw damaged(from, path);
  }
}

/** From the first rename to the last a word in `purpose` keeps servers away: half of two histories is neither. */
async function swap(dataDir: string, old: readonly string[], aside: string | undefined): Promise<void> {
  if (aside !== undefined) await mkdir(aside, { mode: 0o700 });
  const purpose = join(dataDir, 'purpose');
  if (aside !== undefined && old.includes('purpose')) await rename(purpose, join(aside, 'purpose'));
  await writeFile(purpose, `${BROKEN_OFF}\n`, { mode: 0o600, flush: true });
  for (const name of old.filter(name => name !== 'purpose')) await rename(join(dataDir, name), join(aside ?? dataDir, name));
  const draft = join(dataDir, DRAFT);
  const names = (await readdir(draft)).filter(name => name !== 'lock' && name !== 'purpose');
  for (const name of names) await rename(join(draft, name), join(dataDir, name));
  if ((await readdir(draft)).includes('purpose')) await rename(join(draft, 'purpose'), purpose);
  else await rm(purpose);
}
