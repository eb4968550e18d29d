/** What pages were told is on disk, as clocks and deletions; and whether a document keeps all of it. */
import * as Y from 'yjs';

export class Promises {
  readonly #clocks = new Map<number, number>();
  readonly #deleted: { client: number; clock: number; end: number }[] = [];
  /** Frames with content that were acknowledged. */
  count = 0;

  note(updates: readonly Uint8Array[]): void {
    for (const update of updates) {
      if (update.length === 2) continue;
      this.count++;
      const { structs, ds } = Y.decodeUpdate(update);
      for (const { id, length } of structs) this.#clocks.set(id.client, Math.max(this.#clocks.get(id.client) ?? 0, id.clock + length));
      for (const [client, ranges] of ds.clients) for (const { clock, len } of ranges) this.#deleted.push({ client, clock, end: clock + len });
    }
  }

  /** A sentence for the first promise that is not kept. */
  brokenBy(doc: Y.Doc): string | undefined {
    for (const [client, clock] of this.#clocks) {
      if (Y.getState(doc.store, client) < clock) return `words of ${client} up to ${clock} were promised, there are ${Y.getState(doc.store, client)}`;
    }
    const forgotten = this.#deleted.find(({ client, clock, end }) => !isDeleted(doc, client, clock, end));
    return forgotten && `the deletion of ${forgotten.client}.${forgotten.clock}-${forgotten.end} was promised`;
  }
}

function isDeleted(doc: Y.Doc, client: number, clock: number, end: number): boolean {
  const structs = doc.store.clients.get(client);
  if (!structs || end > Y.getState(doc.store, client)) return false;
  for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
    const struct = structs[index]!;
    if (struct.id.clock >= end) return true;
    if (!struct.deleted) return false;
  }
  return true;
}
