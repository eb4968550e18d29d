/** The default store: one LMDB file and a folder of files under DATA_DIR, nothing to install. Local disk, one process. */
import { Declared } from '../declared.ts';
import { Gate } from '../gate.ts';
import { type Collection, DataDirInUse, type Store, StoreUnavailable } from '../store.ts';
import { Environment } from './environment.ts';
import { FolderFiles } from './files.ts';
import { EmbeddedJournal } from './journal.ts';
import { Records } from './records.ts';

/**
 * Throws `DataDirInUse` while another process has it, `StoreUnavailable` when the folder cannot be used, and `Duplicate`
 * when a newly declared unique key is not.
 */
export async function openEmbeddedStore(dataDir: string, collections: readonly Collection<never>[]): Promise<Store> {
  const declared = new Declared(collections);
  const env = environmentIn(dataDir);
  try {
    return await storeOn(env, dataDir, declared);
  } catch (error) {
    await env.close();
    throw error;
  }
}

function environmentIn(dataDir: string): Environment {
  try {
    return new Environment(dataDir);
  } catch (error) {
    if (error instanceof DataDirInUse || !(error instanceof Error)) throw error;
    throw new StoreUnavailable(`Nothing can be kept in ${dataDir}: ${error.message}`, { cause: error });
  }
}

async function storeOn(env: Environment, dataDir: string, declared: Declared): Promise<Store> {
  const gate = new Gate();
  const records = new Records(env);
  await records.prepare(declared);
  const journal = new EmbeddedJournal(env, gate);
  return {
    get: (from, id) => gate.through(() => records.get(declared.own(from), id)),
    getUnique: (from, unique, key) => gate.through(() => records.getUnique(declared.own(from), unique, key)),
    find: (from, index, key) => gate.through(() => records.find(declared.own(from), index, key)),
    page: (from, index, request) => gate.through(() => records.page(declared.own(from), index, request)),
    commit: writes => gate.through(() => records.commit(declared.check(writes))),
    journal,
    files: new FolderFiles(dataDir, gate),
    ping: () => gate.through(() => env.ping()),
    close: async () => {
      await gate.close();
      await journal.close();
      await env.close();
    },
  };
}
