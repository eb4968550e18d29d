/** Opens a store and stays, or says why it may not. */
import { openEmbeddedStore } from '../../../../server/storage/embedded/store.ts';
import { DataDirInUse } from '../../../../server/storage/store.ts';
import { SHELVES } from '../../../contracts/storage/shelves.ts';

try {
  await openEmbeddedStore(process.argv[2] ?? '', SHELVES);
  process.stdout.write('holds\n');
  setInterval(() => undefined, 60_000);
} catch (error) {
  if (!(error instanceof DataDirInUse)) throw error;
  process.stdout.write(`refused ${error.message}\n`);
}
