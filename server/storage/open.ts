/** Picks the store by the settings: MongoDB when its address is given, else the embedded one in DATA_DIR. */
import { openEmbeddedStore } from './embedded/store.ts';
import { type Collection, type Store, StoreUnavailable } from './store.ts';

export interface StoreConfig {
  dataDir: string;
  mongoUri?: string | undefined;
  collections: readonly Collection<never>[];
}

export async function openStore({ dataDir, mongoUri, collections }: StoreConfig): Promise<Store> {
  if (mongoUri !== undefined) throw new StoreUnavailable('MongoDB is not built in yet.');
  return openEmbeddedStore(dataDir, collections);
}
