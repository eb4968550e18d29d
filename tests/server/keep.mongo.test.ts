/** After mongorestore: every project begins another history (Sync 13). */
import { expect, test } from 'vitest';
import { ALL_COLLECTIONS } from '../../server/auth/collections.ts';
import { makeId } from '../../server/ids.ts';
import { projects, workspaces } from '../../server/storage/collections.ts';
import { openStore } from '../../server/storage/open.ts';
import { put } from '../../server/storage/store.ts';
import { keep } from '../support/keep.ts';
import { makeDatabase } from './storage/mongo/database.ts';

test('every project begins another history, and it is said how many', async () => {
  const uri = makeDatabase();
  const store = await openStore({ dataDir: '/nowhere', mongoUri: uri, collections: ALL_COLLECTIONS });
  const workspace = { id: makeId('wsp'), name: 'Nodo Software', createdAt: 1 };
  const ids = [makeId('prj'), makeId('prj')];
  await store.commit([put(workspaces, workspace, null), ...ids.map(id => put(projects, {
    id, workspaceId: workspace.id, title: 'One customer, one record', sellerName: 'Nodo Software', clientName: 'Modastile', currency: 'EUR',
    language: 'en', template: 'blank', stage: 'listen', createdBy: makeId('psn'), createdAt: 1, changedAt: 1, archivedAt: null, epoch: 7,
  }, null))]);
  const { code, said, complained } = await keep(['restore', '--after-mongorestore'], { MONGODB_URI: uri });
  expect({ code, complained }).toEqual({ code: 0, complained: '' });
  expect(said).toBe('2 projects begin another history. The servers may start.');
  for (const id of ids) expect((await store.get(projects, id))?.epoch).toBeGreaterThan(7);
  await store.close();
});
