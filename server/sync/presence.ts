/**
 * Who is where in one room: the newest state of each client id, as the raw bytes of its sender (Sync 9).
 *
 * A state belongs to whoever first spoke for its id; what others say about it is an echo and is dropped.
 */
import { LIMITS } from '../../shared/limits.ts';
import { GONE, type PresenceState, presenceFrame } from './frames.ts';
import type { Time } from './time.ts';
import { decodeUtf8 } from './blocks/reader.ts';
import { TooMuch, Unreadable } from './trouble.ts';

/** Milliseconds in which presence is gathered: alone at once, in a crowd at most 50 ms. */
const windowMs = (people: number) => Math.min(50, 5 + 0.25 * people);
/** Where large states go to many, telling them costs more than the wait, and other rooms wait meanwhile. */
const LOUD = { bytesInMs: 200_000, mostMs: 500 };

export class PresenceBoard<Speaker> {
  readonly #states = new Map<number, PresenceState>();
  readonly #speakers = new Map<number, Speaker>();
  readonly #news = new Set<number>();
  #stopTimer: (() => void) | undefined;
  #lastTold = -Infinity;
  #lastBytes = 0;

  constructor(
    readonly time: Time,
    readonly tell: (frame: Uint8Array) => void,
  ) {}

  /** Takes states under ids that `owns` says are the speaker's; the newest per id wins. Throws `TooMuch` or `Unreadable`. */
  take(speaker: Speaker, states: readonly PresenceState[], owns: (clientId: number) => boolean, people: number): void {
    for (const state of states) {
      if (!owns(state.clientId) || !this.#speaksFor(speaker, state.clientId)) continue;
      if (state.state.length > LIMITS.presenceBytes) throw new TooMuch('a presence state is too large');
      if (!this.#isNewer(state)) continue;
      checkReadable(state.state);
      this.#keep(speaker, state);
    }
    if (this.#news.size > 0) this.#schedule(people);
  }

  /** Everybody's newest state in one frame, for somebody who just came in. */
  everyone(): Uint8Array {
    return presenceFrame([...this.#states.values()]);
  }

  leave(speaker: Speaker, people: number): void {
    for (const [clientId, other] of this.#speakers) {
      if (other !== speaker) continue;
      this.#speakers.delete(clientId);
      const state = this.#states.get(clientId);
      // The same clock: whoever left may come back with it and is not taken for old news.
      if (state && !isGone(state)) this.#states.set(clientId, { ...state, state: GONE });
      this.#news.add(clientId);
    }
    if (this.#news.size > 0) this.#schedule(people);
  }

  stop(): void {
    this.#stopTimer?.();
  }

  #speaksFor(speaker: Speaker, clientId: number): boolean {
    const other = this.#speakers.get(clientId);
    return other === speaker || (other === undefined && this.#idsOf(speaker) < LIMITS.presenceIdsPerSocket);
  }

  #idsOf(speaker: Speaker): number {
    let count = 0;
    for (const other of this.#speakers.values()) if (other === speaker) count++;
    return count;
  }

  #isNewer(state: PresenceState): boolean {
    const known = this.#states.get(state.clientId);
    return !known || state.clock > known.clock || (state.clock === known.clock && isGone(state) !== isGone(known));
  }

  #keep(speaker: Speaker, state: PresenceState): void {
    this.#speakers.set(state.clientId, speaker);
    // A copy: the frame's own buffer may belong to a much larger read of the socket.
    this.#states.set(state.clientId, { ...state, state: state.state.slice() });
    this.#news.add(state.clientId);
  }

  #schedule(people: number): void {
    if (this.#stopTimer) return;
    const restMs = Math.min(LOUD.mostMs, (this.#lastBytes * people) / LOUD.bytesInMs);
    const wait = this.#lastTold + Math.max(windowMs(people), restMs) - this.time.now();
    if (wait <= 0) this.#tellNews();
    else this.#stopTimer = this.time.after(wait, () => this.#tellNews());
  }

  #tellNews(): void {
    this.#stopTimer = undefined;
    this.#lastTold = this.time.now();
    const news = [...this.#news].flatMap(clientId => this.#states.get(clientId) ?? []);
    this.#news.clear();
    for (const state of news) if (isGone(state)) this.#forget(state.clientId);
    const frame = presenceFrame(news);
    this.#lastBytes = frame.length;
    if (news.length > 0) this.tell(frame);
  }

  #forget(clientId: number): void {
    this.#states.delete(clientId);
    this.#speakers.delete(clientId);
  }
}

/** One frame tells several states: one that a page cannot read would keep all of them from it. */
function checkReadable(state: Uint8Array): void {
  try {
    if (typeof JSON.parse(decodeUtf8(state, 0, state.length)) === 'object') return;
  } catch (cause) {
    throw new Unreadable('a presence state that is no JSON', { cause });
  }
  throw new Unreadable('a presence state that is no object');
}

const isGone = ({ state }: PresenceState) => state.length === GONE.length && state.every((byte, at) => byte === GONE[at]);
