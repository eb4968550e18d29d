/** The embedded store keeps every promise of the storage kit. */
import { storageContract } from '../../../contracts/storage.ts';
import { SHELVES } from '../../../contracts/storage/shelves.ts';
import { openEmbeddedStore } from '../../../../server/storage/embedded/store.ts';
import { makeDataDir } from './dataDir.ts';

storageContract('the embedded store', async () => {
  const dataDir = await makeDataDir();
  const store = await openEmbeddedStore(dataDir, SHELVES);
  const reopen = async () => {
    await store.close();
    return openEmbeddedStore(dataDir, SHELVES);
  };
  return { store, reopen };
});
