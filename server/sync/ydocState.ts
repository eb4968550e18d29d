/** A room's document behind a garbage-collecting `Y.Doc`. Knows Yjs; knows no member, no line and no store. */
import * as Y from 'yjs';
import { newRoomDoc } from '../../shared/documents/roots.ts';
import { checkUpdate, type Known, type ReadUpdate, readUpdate } from './binding.ts';
import type { DocumentState, Owns } from './state.ts';

export function ydocState(): DocumentState {
  return new YdocState();
}

class YdocState implements DocumentState {
  readonly #doc = newRoomDoc();
  readonly #known: Known = client => Y.getState(this.#doc.store, client);
  /** What the last transaction brought; Yjs tells it, and only if there was anything new. */
  #brought: Uint8Array | undefined;
  #bytes = 2;

  constructor() {
    this.#doc.on('update', (update: Uint8Array) => {
      this.#brought = update;
      this.#bytes += update.length;
    });
  }

  take(update: Uint8Array, owns: Owns): Uint8Array | undefined {
    const read = readUpdate(update);
    checkUpdate(read, this.#known, owns);
    return this.#apply([this.#withoutKnown(update, read)]);
  }

  restore(updates: readonly Uint8Array[]): void {
    this.#apply(updates);
    // What enters was measured piece by piece; deleted and merged pieces weigh less.
    this.#bytes = this.whole().length;
  }

  holds(update: Uint8Array): boolean {
    const { runs, deletions } = readUpdate(update);
    return (
      runs.every(run => run.end <= this.#known(run.client)) &&
      deletions.every(({ client, clock, length }) => this.#isDeleted(client, clock, clock + length))
    );
  }

  missing(vector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc, vector);
  }

  whole(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc);
  }

  vector(): Uint8Array {
    return Y.encodeStateVector(this.#doc);
  }

  get bytes(): number {
    return this.#bytes;
  }

  #apply(updates: readonly Uint8Array[]): Uint8Array | undefined {
    this.#brought = undefined;
    this.#doc.transact(() => updates.forEach(update => Y.applyUpdate(this.#doc, update)));
    const { pendingStructs, pendingDs } = this.#doc.store;
    if (pendingStructs !== null || pendingDs !== null) throw new Error('the document waits for pieces that do not exist');
    return this.#brought;
  }

  /** Yjs looks up what a known struct hangs on before it sees that it knows it: such structs never get that far. */
  #withoutKnown(update: Uint8Array, { runs }: ReadUpdate): Uint8Array {
    if (runs.every(run => run.start === this.#known(run.client))) return update;
    const vector = new Map(runs.map(run => [run.client, this.#known(run.client)]));
    return Y.diffUpdate(update, Y.encodeStateVector(vector));
  }

  #isDeleted(client: number, from: number, to: number): boolean {
    const structs = this.#doc.store.clients.get(client);
    if (!structs || to > this.#known(client)) return false;
    for (let index = Y.findIndexSS(structs, from); ; index++) {
      const struct = structs[index]!;
      if (!struct.deleted) return false;
      if (struct.id.clock + struct.length >= to) return true;
    }
  }
}
