/** Compaction itself: a document applied to a garbage-collecting `Y.Doc` and written anew. Knows no room and no thread. */
import * as Y from 'yjs';
import { type Indexed, indexOf } from '../blocks/wholeUpdate.ts';

const EMPTY_DELETE_SET_BYTES = 1;

/** Deleted words and what lay in deleted things are gone afterwards; what anybody can see is the same. */
export function compact(raw: Uint8Array): Indexed {
  const doc = new Y.Doc();
  try {
    // As if it were our own edit: after those of others Yjs tidies up formats, which would be deletions nobody made.
    doc.transact(() => Y.applyUpdate(doc, raw));
    const { pendingStructs, pendingDs } = doc.store;
    if (pendingStructs !== null || pendingDs !== null) throw new Error('the document is not whole');
    return smaller(indexed(Y.encodeStateAsUpdate(doc)), raw);
  } finally {
    doc.destroy();
  }
}

/** Yjs writes what it cut to insert something in between in two pieces. Where nothing was deleted, that is all it did. */
function smaller(compacted: Indexed, raw: Uint8Array): Indexed {
  const nothingDeleted = compacted.update.length - compacted.index.deletesAt === EMPTY_DELETE_SET_BYTES;
  return nothingDeleted && raw.length <= compacted.update.length ? indexed(raw) : compacted;
}

const indexed = (update: Uint8Array): Indexed => ({ update, index: indexOf(update) });
