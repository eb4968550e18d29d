/**
 * What taking an update brought, and how such pieces are put together: end to end, without reading them again.
 *
 * `Y.mergeUpdates` is quadratic in their number; here joining costs a copy. Knows no document and no sender.
 */
import { Writer } from './bytes.ts';
import { Ranges } from './ranges.ts';
import type { DeleteRange } from './reader.ts';

/** Structs of one client from `clock` to `end`, as bytes. */
export interface Piece {
  readonly client: number;
  readonly clock: number;
  readonly end: number;
  readonly count: number;
  readonly bytes: Uint8Array;
}

/** New structs and new deletions, with everything that was known already left out. */
export interface News {
  readonly pieces: readonly Piece[];
  readonly deleted: readonly DeleteRange[];
}

/** News of one stretch of time, in the order in which they came. */
export class Gathered {
  /** Mostly there is one, which needs no list. */
  #first: News | undefined;
  #more: News[] | undefined;
  /** What `encode` made, until something is added: the same bytes often go to disk and to everybody. */
  #encoded: Uint8Array[] | undefined;

  add(news: News): void {
    if (this.#first) (this.#more ??= []).push(news);
    else this.#first = news;
    this.#encoded = undefined;
  }

  copy(): Gathered {
    const copy = new Gathered();
    for (const news of this.#all()) copy.add(news);
    return copy;
  }

  #all(): readonly News[] {
    return this.#first ? [this.#first, ...(this.#more ?? [])] : [];
  }

  /** Updates, V1, to be applied in this order. One, unless others wrote under the same id in between. */
  encode(): readonly Uint8Array[] {
    return (this.#encoded ??= this.#first && !this.#more && this.#first.deleted.length === 0 ? [encodePiecesOf(this.#first)] : this.#heaps().map(heap => heap.encode()));
  }

  #heaps(): Heap[] {
    const heaps: Heap[] = [];
    for (const news of this.#all()) if (!heaps.at(-1)?.add(news)) heaps.push(new Heap(news));
    return heaps;
  }

  /** Clocks at which what is in here begins, for each client the first at least: who has not seen this stands there. */
  starts(): { client: number; clock: number }[] {
    return this.#all().flatMap(({ pieces }) => pieces.map(({ client, clock }) => ({ client, clock })));
  }
}

/** The commonest of all: one letter of one person, and nothing deleted. */
function encodePiecesOf({ pieces }: News): Uint8Array {
  let size = 10;
  for (const { bytes } of pieces) size += bytes.length + 27;
  const writer = new Writer(size);
  writer.varUint(pieces.length);
  const sorted = pieces.length > 1 ? pieces.toSorted((a, b) => b.client - a.client) : pieces;
  for (const { client, clock, count, bytes } of sorted) {
    writer.varUint(count);
    writer.varUint(client);
    writer.varUint(clock);
    writer.put(bytes);
  }
  writer.byte(0);
  return writer.done();
}

interface Stretch {
  readonly clock: number;
  end: number;
  count: number;
  readonly bytes: Uint8Array[];
}

/** As much as fits into one update: each client's pieces follow each other. */
class Heap {
  readonly #byClient = new Map<number, Stretch>();
  readonly #deleted: DeleteRange[] = [];

  constructor(first: News) {
    this.add(first);
  }

  /** False when a piece does not follow; then nothing was added. */
  add({ pieces, deleted }: News): boolean {
    for (const { client, clock } of pieces) if ((this.#byClient.get(client)?.end ?? clock) !== clock) return false;
    for (const { client, clock, end, count, bytes } of pieces) {
      const stretch = this.#byClient.get(client);
      if (!stretch) this.#byClient.set(client, { clock, end, count, bytes: [bytes] });
      else {
        stretch.bytes.push(bytes);
        stretch.end = end;
        stretch.count += count;
      }
    }
    for (const range of deleted) this.#deleted.push(range);
    return true;
  }

  encode(): Uint8Array {
    const writer = new Writer(this.#sizeAtMost());
    writer.varUint(this.#byClient.size);
    const clients = [...this.#byClient];
    if (clients.length > 1) clients.sort((a, b) => b[0] - a[0]); // Yjs integrates fastest from the highest id down
    for (const [client, { clock, count, bytes }] of clients) {
      writer.varUint(count);
      writer.varUint(client);
      writer.varUint(clock);
      for (const part of bytes) writer.put(part);
    }
    if (this.#deleted.length > 0) this.#rangesOfDeleted().encode(writer);
    else writer.byte(0);
    return writer.done();
  }

  #rangesOfDeleted(): Ranges {
    const ranges = new Ranges();
    for (const { client, clock, length } of this.#deleted) ranges.add(client, clock, clock + length);
    return ranges;
  }

  #sizeAtMost(): number {
    let size = 18 + this.#deleted.length * 36;
    for (const { bytes } of this.#byClient.values()) for (const part of bytes) size += part.length;
    return size + this.#byClient.size * 27;
  }
}

/** One piece of news as an update. */
export function encodeNews(news: News): Uint8Array {
  const gathered = new Gathered();
  gathered.add(news);
  return gathered.encode()[0]!;
}
