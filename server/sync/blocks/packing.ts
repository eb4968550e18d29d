/**
 * Makes bytes small and puts them away, beside the event loop: a few at a time for the whole process, so that ten
 * thousand rooms that fall quiet in one moment neither hold up a keystroke nor hold two copies of everything. Knows
 * nothing of what it packs.
 */
import { deflate, inflateSync } from 'node:zlib';
import type { Place, Shelf } from './shelf.ts';

/** Quick and nearly as small: what is packed is unpacked while somebody waits. */
const LEVEL = 4;
const AT_ONCE = 2;
/** What is smaller takes no more memory than the knowledge where it lies. */
const AT_HAND_BYTES = 512;
/** Room for the last bytes, so that what is packed or unpacked comes in one piece. */
const SPARE = 64;

/** Can be had again until it is let go of. */
export interface Packed {
  /** Here and now: whoever asks cannot wait for a turn. Throws when it is not what was packed. */
  unpack(): Uint8Array;
  letGo(): void;
}

export interface Packing {
  /**
   * Asks for the bytes when their turn has come (undefined: no longer wanted), and hands back what became of them, or
   * undefined when nothing did.
   */
  pack(bytes: () => Uint8Array | undefined, done: (packed: Packed | undefined) => void): void;
}

interface Order {
  bytes: () => Uint8Array | undefined;
  done: (packed: Packed | undefined) => void;
}

export class PackingQueue implements Packing {
  readonly #waiting = new Set<Order>();
  #underWay = 0;

  /** Without a shelf all is kept in memory. */
  constructor(readonly shelf?: Shelf) {}

  pack(bytes: Order['bytes'], done: Order['done']): void {
    this.#waiting.add({ bytes, done });
    this.#next();
  }

  #next(): void {
    for (const order of this.#waiting) {
      if (this.#underWay >= AT_ONCE) return;
      this.#waiting.delete(order);
      this.#start(order);
    }
  }

  #start({ bytes, done }: Order): void {
    const given = bytes();
    if (!given) return done(undefined);
    this.#underWay++;
    const end = (packed: Packed | undefined) => {
      this.#underWay--;
      done(packed); // what cannot be packed stays as it is
      this.#next();
    };
    deflate(given, { level: LEVEL, chunkSize: given.length + SPARE }, (error, small) => {
      if (error) end(undefined);
      else this.#keep(small, given.length, end);
    });
  }

  #keep(small: Uint8Array, whole: number, done: Order['done']): void {
    if (!this.shelf || small.length <= AT_HAND_BYTES) return done(new AtHand(small, whole));
    const { shelf } = this;
    shelf.put(small, place => done(place ? new OnShelf(shelf, place, whole) : new AtHand(small, whole)));
  }
}

class AtHand implements Packed {
  readonly #small: Uint8Array;

  /** The copy is of exactly its size: the buffer given is cut from a larger one. */
  constructor(small: Uint8Array, readonly whole: number) {
    this.#small = new Uint8Array(small);
  }

  unpack(): Uint8Array {
    return inflated(this.#small, this.whole);
  }

  letGo(): void {
    // It goes with us.
  }
}

class OnShelf implements Packed {
  constructor(
    readonly shelf: Shelf,
    readonly place: Place,
    readonly whole: number,
  ) {}

  unpack(): Uint8Array {
    return inflated(this.shelf.get(this.place), this.whole);
  }

  letGo(): void {
    this.shelf.leave(this.place);
  }
}

/** Its own checksum is held against it. */
function inflated(small: Uint8Array, whole: number): Uint8Array {
  const { buffer, byteOffset, length } = inflateSync(small, { chunkSize: whole + SPARE });
  if (length !== whole) throw new Error('what was unpacked is not what was packed');
  return new Uint8Array(buffer, byteOffset, length); // a Buffer's `slice` would be another thing
}
