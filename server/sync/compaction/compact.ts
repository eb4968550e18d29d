/** Compaction itself: a document applied to a garbage-collecting `Y.Doc` and written anew. Knows no room and no thread. */
import * as Y from 'yjs';
import { type Indexed, indexOf } from '../blocks/wholeUpdate.ts';

/** Deleted words and what lay in deleted things are gone afterwards; what anybody can see is the same. */
export function compact(raw: Uint8Array): Indexed {
  const doc = new Y.Doc();
  try {
    // As if it were our own edit: after those of others Yjs tidies up formats, which would be deletions nobody made.
    doc.transact(() => Y.applyUpdate(doc, raw));
    const { pendingStructs, pendingDs } = doc.store;
    if (pendingStructs !== null || pendingDs !== null) throw new Error('the document is not whole');
    const update = Y.encodeStateAsUpdate(doc);
    return { update, index: indexOf(update) };
  } finally {
    doc.destroy();
  }
}
