/** Picks the store by the settings: MongoDB when its address is given, else the embedded one in DATA_DIR. */
import type { Collection, Store } from './store.ts';

export interface StoreConfig {
  readonly dataDir: string;
  readonly mongoUri?: string | undefined;
  readonly collections: readonly Collection<never>[];
}

/** Only the engine that is asked for is loaded: each is large. */
export async function openStore({ dataDir, mongoUri, collections }: StoreConfig): Promise<Store> {
  if (mongoUri === undefined) {
    const { openEmbeddedStore } = await import('./embedded/store.ts');
    return openEmbeddedStore(dataDir, collections);
  }
  const { openMongoStore } = await import('./mongo/store.ts');
  return openMongoStore(mongoUri, collections);
}
