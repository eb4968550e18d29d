/** What is really on disk of a room, read past everything that stands in between; and who was told something else. */
import * as Y from 'yjs';
import type { Store } from '../../../server/storage/store.ts';
import { wrongIn } from '../../support/marks.ts';

export class Truth {
  /** Sentences about promises that were not true when they were made. */
  readonly lies: string[] = [];
  readonly #doc = new Y.Doc();
  #seq = 0;
  #reading = Promise.resolve();

  constructor(readonly store: () => Store, readonly room: string) {}

  /** Somebody was just told that these are on disk. */
  promised(marks: readonly string[]): void {
    this.#reading = this.#reading.then(async () => {
      const missing = wrongIn(await this.#read(), marks);
      if (missing.length > 0) this.lies.push(`${missing.length} marks were called saved and are not on disk once: ${missing[0] ?? ''}`);
    }).catch((error: unknown) => void this.lies.push(String(error)));
  }

  async text(): Promise<string> {
    await this.#reading;
    return this.#read();
  }

  async #read(): Promise<string> {
    for await (const entry of this.store().journal.read(this.room, this.#seq)) {
      this.#seq = entry.seq;
      this.#doc.transact(() => entry.parts.forEach(part => Y.applyUpdate(this.#doc, part.update)));
    }
    return this.#doc.getText('body').toString();
  }
}
