/** The default store: one LMDB file and a folder of files under DATA_DIR, nothing to install. Local disk, one process. */
import { Declared } from '../declared.ts';
import { Gate } from '../gate.ts';
import type { Collection, Store } from '../store.ts';
import { Environment } from './environment.ts';
import { FolderFiles } from './files.ts';
import { EmbeddedJournal } from './journal.ts';
import { Records } from './records.ts';

/** Throws `DataDirInUse` while another process has it, and `Duplicate` when a newly declared unique key is not. */
export async function openEmbeddedStore(dataDir: string, collections: readonly Collection<never>[]): Promise<Store> {
  const declared = new Declared(collections);
  const env = new Environment(dataDir);
  try {
    return await storeOn(env, dataDir, declared);
  } catch (error) {
    await env.close();
    throw error;
  }
}

async function storeOn(env: Environment, dataDir: string, declared: Declared): Promise<Store> {
  const gate = new Gate();
  const records = new Records(env);
  await records.prepare(declared);
  return {
    get: (from, id) => gate.through(() => records.get(declared.own(from), id)),
    getUnique: (from, unique, key) => gate.through(() => records.getUnique(declared.own(from), unique, key)),
    find: (from, index, key) => gate.through(() => records.find(declared.own(from), index, key)),
    page: (from, index, request) => gate.through(() => records.page(declared.own(from), index, request)),
    commit: writes => gate.through(() => records.commit(declared.check(writes))),
    journal: new EmbeddedJournal(env, gate),
    files: new FolderFiles(dataDir, gate),
    ping: () => gate.through(() => env.ping()),
    close: async () => {
      await gate.close();
      await env.close();
    },
  };
}
