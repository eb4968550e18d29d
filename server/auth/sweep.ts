/** Clears away what has expired, a little at each visit, so that nothing piles up and no timer is needed. */
import { type Collection, Conflict, remove, type Store } from '../storage/store.ts';

const AT_ONCE = 50;

/** `index` starts with `expiresAt`, the oldest first. */
export async function sweep<T extends { id: string; expiresAt: number }>(store: Store, from: Collection<T>, index: string, now: number): Promise<void> {
  const { items } = await store.page(from, index, { key: [], limit: AT_ONCE });
  const expired = items.filter(each => each.expiresAt < now);
  if (expired.length === 0) return;
  try {
    await store.commit(expired.map(each => remove(from, each.id, each.rev)));
  } catch (error) {
    // Somebody swept at the same moment: what is left goes with the next visit.
    if (!(error instanceof Conflict)) throw error;
  }
}
