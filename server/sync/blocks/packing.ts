/**
 * Makes bytes small, beside the event loop: a few at a time for the whole process, so that ten thousand rooms that fall
 * quiet in one moment neither hold up a keystroke nor hold two copies of everything. Knows nothing of what it packs.
 */
import { deflateRaw, inflateRawSync } from 'node:zlib';

/** Quick and nearly as small: what is packed is unpacked while somebody waits. */
const LEVEL = 4;
const AT_ONCE = 2;

export interface Packing {
  /**
   * Asks for the bytes when their turn has come (undefined: no longer wanted), and hands back what became of them, or
   * undefined when nothing did.
   */
  pack(bytes: () => Uint8Array | undefined, done: (packed: Uint8Array | undefined) => void): void;
}

interface Order {
  bytes: () => Uint8Array | undefined;
  done: (packed: Uint8Array | undefined) => void;
}

export class PackingQueue implements Packing {
  readonly #waiting = new Set<Order>();
  #underWay = 0;

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
    deflateRaw(given, { level: LEVEL }, (error, packed) => {
      this.#underWay--;
      // What cannot be packed stays as it is. The copy is of exactly its size: the buffer given is cut from a larger one.
      done(error ? undefined : new Uint8Array(packed));
      this.#next();
    });
  }
}

/** Here and now: whoever asks cannot wait for a turn. */
export function unpack(packed: Uint8Array): Uint8Array {
  const { buffer, byteOffset, length } = inflateRawSync(packed);
  return new Uint8Array(buffer, byteOffset, length); // a Buffer's `slice` would be another thing
}
