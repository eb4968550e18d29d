/** The store on MongoDB keeps every promise of the storage kit. */
import { storageContract } from '../../../contracts/storage.ts';
import { SHELVES } from '../../../contracts/storage/shelves.ts';
import { openMongoStore } from '../../../../server/storage/mongo/store.ts';
import { makeDatabase } from './database.ts';

storageContract(
  'the store on MongoDB',
  async () => {
    const uri = makeDatabase();
    const store = await openMongoStore(uri, SHELVES);
    const reopen = async () => {
      await store.close();
      return openMongoStore(uri, SHELVES);
    };
    return { store, reopen };
  },
  { rounds: 12 },
);
