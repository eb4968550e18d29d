/**
 * After a backup was restored: every project begins another history, so that no browser merges into it what the backup
 * does not know (Sync 13). To be run before anybody is let in.
 */
import { projects, workspaces } from '../storage/collections.ts';
import { type Collection, type Key, put, type Store, type Stored } from '../storage/store.ts';
import { again } from './again.ts';

/** Epochs count seconds from here: nine digits, which is what an address of a line has room for, last past 2050. */
const SINCE = Date.UTC(2026, 0, 1);

/**
 * Raises the epoch of every project, and answers how many there are. Doing it twice does no harm. The clock is in it
 * (`at`, epoch ms): the same backup restored a second time must not begin the history that the first time began.
 */
export async function raiseEpochs(store: Store, at: number): Promise<number> {
  let raised = 0;
  for await (const workspace of all(store, workspaces, 'all', [])) {
    for await (const project of all(store, projects, 'byWorkspace', [workspace.id])) {
      await raiseEpoch(store, project.id, at);
      raised++;
    }
  }
  return raised;
}

function raiseEpoch(store: Store, id: string, at: number): Promise<void> {
  return again(async () => {
    const found = await store.get(projects, id);
    if (!found) return; // deleted meanwhile
    const { rev, ...project } = found;
    await store.commit([put(projects, { ...project, epoch: Math.max(project.epoch + 1, Math.floor((at - SINCE) / 1000)) }, rev)]);
  });
}

async function* all<T extends { id: string }>(store: Store, from: Collection<T>, index: string, key: Key): AsyncGenerator<Stored<T>> {
  let after: string | undefined;
  do {
    const page = await store.page(from, index, { key, limit: 200, after });
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}
