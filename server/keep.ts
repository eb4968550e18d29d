/**
 * `backup` and `restore`, as whoever runs Insieme calls them: reads the words and the settings, does it, says in a
 * sentence what was done or why not. What is copied and how lies in `storage/embedded/`.
 */
import { raiseEpochs } from './actions/epochs.ts';
import { ALL_COLLECTIONS } from './auth/collections.ts';
import { type Config, ConfigError, loadConfig } from './config.ts';
import { takeBackup } from './storage/embedded/backup.ts';
import { BackupProblem } from './storage/embedded/bundle.ts';
import { restoreBackup } from './storage/embedded/restore.ts';
import { openStore } from './storage/open.ts';
import { DataDirInUse, StoreUnavailable } from './storage/store.ts';

const HOW = `How it is said:
  npm run backup -- FOLDER                      a copy of DATA_DIR, also while the server runs
  npm run restore -- FOLDER [--replace]         back into DATA_DIR, with the server stopped
  npm run restore -- --after-mongorestore       after mongorestore, before the servers start
With --demo before it, the examples are meant.`;

try {
  process.stdout.write(`${await run(process.argv.slice(2))}\n`);
} catch (error) {
  process.stderr.write(`${sentenceFor(error)}\n`);
  process.exitCode = 1;
}

async function run(words: readonly string[]): Promise<string> {
  const flags = words.filter(word => word.startsWith('--'));
  const [deed, folder, ...more] = words.filter(word => !word.startsWith('--'));
  const config = loadConfig(process.env, flags.filter(flag => flag === '--demo'));
  const asked = [deed, ...flags.filter(flag => flag !== '--demo')].join(' ');
  if (more.length > 0) throw new BackupProblem(HOW);
  if (asked === 'restore --after-mongorestore' && folder === undefined) return afterMongorestore(config);
  if (asked === 'backup' && folder !== undefined) return backup(config, folder);
  if ((asked === 'restore' || asked === 'restore --replace') && folder !== undefined) return restore(config, folder, flags.includes('--replace'));
  throw new BackupProblem(HOW);
}

async function backup({ dataDir, mongoUri }: Config, to: string): Promise<string> {
  if (mongoUri !== undefined) throw new BackupProblem('With MONGODB_URI everything lies in MongoDB: back it up with `mongodump --oplog`, as docs/operations.md says.');
  const { kept } = await takeBackup({ dataDir, to, at: Date.now() });
  return `${to} holds ${dataDir} as it is now: ${sizeOf(kept)}. It holds the keys, too, so keep it as safe as the original.`;
}

async function restore({ dataDir, mongoUri }: Config, from: string, replace: boolean): Promise<string> {
  if (mongoUri !== undefined) throw new BackupProblem('With MONGODB_URI, use mongorestore, and then `npm run restore -- --after-mongorestore`.');
  let projects = 0;
  const prepare = async (draftDir: string) => { projects = await beginOtherHistories(draftDir, undefined); };
  const { takenAt, kept, aside } = await restoreBackup({ from, dataDir, replace, at: Date.now(), prepare });
  return [
    `${dataDir} holds what was backed up at ${new Date(takenAt).toISOString()}: ${projects} projects, ${sizeOf(kept)}.`,
    'Every project begins another history: pages that know more than the backup offer their words for review, and merge nothing.',
    ...(aside === undefined ? [] : [`What was there lies in ${aside}. Delete it when you no longer need it.`]),
  ].join('\n');
}

async function afterMongorestore({ dataDir, mongoUri }: Config): Promise<string> {
  if (mongoUri === undefined) throw new BackupProblem('--after-mongorestore is for MongoDB: set MONGODB_URI. The embedded store is restored with `npm run restore -- FOLDER`.');
  return `${await beginOtherHistories(dataDir, mongoUri)} projects begin another history. The servers may start.`;
}

async function beginOtherHistories(dataDir: string, mongoUri: string | undefined): Promise<number> {
  const store = await openStore({ dataDir, mongoUri, collections: ALL_COLLECTIONS });
  try {
    return await raiseEpochs(store, Date.now());
  } finally {
    await store.close();
  }
}

function sizeOf(kept: readonly { path: string; bytes: number }[]): string {
  const files = kept.filter(({ path }) => path.startsWith('files/')).length;
  const megabytes = kept.reduce((sum, { bytes }) => sum + bytes, 0) / 1024 ** 2;
  return `${files} files, ${megabytes.toFixed(1)} MB in all`;
}

function sentenceFor(error: unknown): string {
  const known = [BackupProblem, ConfigError, DataDirInUse, StoreUnavailable].some(kind => error instanceof kind);
  if (known && error instanceof Error) return error.message;
  return `It did not work: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
