/**
 * A document that rests while nobody needs it: packed and put away, and what can be asked of it without its bytes. The
 * next question that is about content wakes it, in a millisecond or two; presence, comings and goings do not ask any.
 *
 * Knows when a document is needed; how it is kept while it is awake is the affair of the state within.
 */
import type { DocumentState, MaySearch, Owns } from '../state.ts';
import type { News } from './news.ts';
import type { Packed, Packing } from './packing.ts';
import { readVector } from './vector.ts';
import type { Indexed } from './wholeUpdate.ts';

/** Larger ones would take too long to wake: whoever writes then waits, and everybody with them. */
const RESTS_UP_TO_BYTES = 512 * 1024;

interface Asleep {
  readonly packed: Packed;
  readonly vector: Uint8Array;
  readonly bytes: number;
}

export function restingState(make: () => DocumentState, packing: Packing): DocumentState {
  return new RestingState(make, packing);
}

class RestingState implements DocumentState {
  #awake: DocumentState | undefined;
  /** Kept while it is awake and nothing has changed: then it needs no packing again. */
  #asleep: Asleep | undefined;
  /** Of what came before it last slept. */
  #looseBefore = { structs: 0, bytes: 0 };
  /** Grows whenever somebody needs the document: a rest that was begun before comes to nothing. */
  #stirs = 0;
  #isLyingDown = false;

  constructor(
    readonly make: () => DocumentState,
    readonly packing: Packing,
  ) {
    this.#awake = make();
  }

  take(update: Uint8Array, owns: Owns, maySearch?: MaySearch): News | undefined {
    const news = this.#stir().take(update, owns, maySearch);
    if (news) this.#forgetSleep();
    return news;
  }

  adopt(whole: Uint8Array): void {
    this.#stirToChange().adopt(whole);
  }

  restore(updates: readonly Uint8Array[]): void {
    this.#stirToChange().restore(updates);
  }

  holds(update: Uint8Array): boolean {
    return this.#stir().holds(update);
  }

  missing(vector: Uint8Array): Uint8Array {
    return this.#stir().missing(vector);
  }

  whole(): Uint8Array {
    return this.#stir().whole();
  }

  vector(): Uint8Array {
    return this.#asleep?.vector ?? this.#present().vector();
  }

  known(client: number): number {
    if (this.#awake) return this.#awake.known(client);
    return readVector(this.vector()).get(client) ?? 0;
  }

  get bytes(): number {
    return this.#awake?.bytes ?? this.#asleep?.bytes ?? 0;
  }

  get loose(): { structs: number; bytes: number } {
    const [before, since] = [this.#looseBefore, this.#awake?.loose];
    return since ? { structs: before.structs + since.structs, bytes: before.bytes + since.bytes } : before;
  }

  raw(): Uint8Array {
    this.#looseBefore = { structs: 0, bytes: 0 };
    return this.#stir().raw();
  }

  swap(compacted: Indexed): void {
    this.#stirToChange().swap(compacted);
  }

  rest(): void {
    const awake = this.#awake;
    if (!awake || this.#isLyingDown) return;
    if (this.#asleep) return this.#sleep(this.#asleep);
    if (awake.bytes > RESTS_UP_TO_BYTES) return awake.rest();
    const stirs = this.#stirs;
    const isQuiet = () => stirs === this.#stirs;
    this.#isLyingDown = true;
    this.packing.pack(() => (isQuiet() ? awake.whole() : undefined), packed => {
      this.#isLyingDown = false;
      if (!isQuiet()) return packed?.letGo();
      // A copy of the vector: a short one is cut from a pool that it would keep alive.
      if (packed) this.#sleep({ packed, vector: awake.vector().slice(), bytes: awake.bytes });
    });
  }

  end(): void {
    this.#stirs++;
    this.#forgetSleep();
  }

  #sleep(asleep: Asleep): void {
    this.#looseBefore = this.loose;
    this.#asleep = asleep;
    this.#awake = undefined;
  }

  #stir(): DocumentState {
    this.#stirs++;
    return this.#present();
  }

  #present(): DocumentState {
    return (this.#awake ??= this.#woken());
  }

  #stirToChange(): DocumentState {
    const awake = this.#stir();
    this.#forgetSleep();
    return awake;
  }

  #forgetSleep(): void {
    this.#asleep?.packed.letGo();
    this.#asleep = undefined;
  }

  #woken(): DocumentState {
    const state = this.make();
    if (this.#asleep) state.adopt(this.#asleep.packed.unpack());
    return state;
  }
}
