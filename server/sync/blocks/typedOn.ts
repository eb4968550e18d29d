/**
 * The commonest frame there is: one letter, typed on behind the last one of the same page. It is read by itself, because
 * it needs none of the tables that everything else does. Knows bytes alone: whether this page may type there was decided
 * when it began to.
 *
 * Format: yjs `writeStructs` with UpdateEncoderV1: one client, one struct, a string with its origin, no deletions.
 */

const ONE = 1;
const NO_DELETIONS = 0;
const NOTHING = new Uint8Array();
/** A string with an origin; with a right one beside it. */
const STRING_BEHIND = 0x84;
const STRING_BETWEEN = 0xc4;
/** Numbers of up to 35 bits: more than any client id or clock takes. */
const LONGEST_NUMBER = 5;

export class TypedOn {
  client = 0;
  clock = 0;
  /** The letter goes on being typed before this one; without it, at the end. */
  isBetween = false;
  rightClient = 0;
  rightClock = 0;
  /** Where its struct begins; it ends one byte before the update does. */
  from = 0;
  #bytes: Uint8Array = NOTHING;
  #at = 0;

  /** False for anything else, which is no judgement: then it is read as everything is. */
  read(update: Uint8Array): boolean {
    if (update[0] !== ONE || update[1] !== ONE) return false;
    this.#bytes = update;
    this.#at = 2;
    this.client = this.#number();
    this.clock = this.#number();
    this.from = this.#at;
    const isLetter = this.#readsNeighbours() && this.#readsLetter();
    this.#bytes = NOTHING; // a frame of megabytes would live on until somebody types again
    return isLetter;
  }

  #readsNeighbours(): boolean {
    const info = this.#bytes[this.#at++];
    if (info !== STRING_BEHIND && info !== STRING_BETWEEN) return false;
    if (this.#number() !== this.client || this.#number() !== this.clock - 1) return false;
    this.isBetween = info === STRING_BETWEEN;
    if (!this.isBetween) return true;
    this.rightClient = this.#number();
    this.rightClock = this.#number();
    return this.rightClient >= 0 && this.rightClock >= 0;
  }

  /** One UTF-16 unit, of one or two bytes; nothing behind it. */
  #readsLetter(): boolean {
    const [bytes, at] = [this.#bytes, this.#at];
    const [length, first = 0xff, second = 0xff] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const isLetter = length === 1 ? first < 0x80 : length === 2 && first >= 0xc2 && first <= 0xdf && second >= 0x80 && second <= 0xbf;
    const end = at + 1 + (length ?? 0);
    return isLetter && bytes[end] === NO_DELETIONS && bytes.length === end + 1;
  }

  /** -1 when it is too long, or ends early: no number equals that. */
  #number(): number {
    let [number, factor] = [0, 1];
    for (let left = LONGEST_NUMBER; left > 0; left--, factor *= 128) {
      const byte = this.#bytes[this.#at++] ?? 0xff;
      number += (byte & 0x7f) * factor;
      if (byte < 0x80) return number;
    }
    return -1;
  }
}
