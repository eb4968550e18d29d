/**
 * What is done for a document beside the live line: compacting it, keeping snapshots, and giving back memory when it is
 * quiet. None of it is needed for anything to be right: what fails is reported, and the room goes on.
 *
 * Knows when, and in which order; how is in `compaction/` and `blocks/`.
 */
import type { RoomId } from '../../shared/rooms.ts';
import type { Journal } from '../storage/store.ts';
import { type Indexed, vectorOf } from './blocks/wholeUpdate.ts';
import type { RoomJournal } from './journal.ts';
import type { Room } from './room.ts';
import type { DocumentState } from './state.ts';
import type { Time } from './time.ts';
import type { Turns } from './turns.ts';

/** Named before it is taken, so that a test can end the process there. */
export type Step = 'read' | 'compact' | 'keep' | 'swap' | 'done';
export type Compact = (raw: Uint8Array) => Promise<Indexed>;

export interface UpkeepParts {
  id: RoomId;
  room: Room;
  state: DocumentState;
  written: RoomJournal;
  journal: Pick<Journal, 'keepSnapshot'>;
  compact: Compact;
  /** Shared by all rooms of a process. */
  turns: Turns;
  time: Time;
  onTrouble: (what: string, error: unknown, room?: RoomId) => void;
  onStep: (step: Step) => void;
  /** What was read beyond the snapshot when the room was opened. */
  tail: Tail;
}

interface Tail {
  entries: number;
  bytes: number;
}

/** Worth it in a quiet room. */
const QUIET: Tail = { entries: 200, bytes: 128 * 1024 };
/** Worth it while people write. Playback seeks by these, too. */
const LIVE: Tail = { entries: 1_000, bytes: 256 * 1024 };
const LIVE_STRUCTS = 5_000;
/** Fewer hold fewer structs than that, whatever they are: asked after every letter, of a room that just woke up. */
const TOO_FEW_BYTES = LIVE_STRUCTS * 2;
/** A loud room is not compacted all the time … */
const LIVE_EVERY_MS = 20_000;
/** … unless most of it is new, and newcomers would be sent several times what it takes. */
const GROWING_EVERY_MS = 1_000;
const GROWING_BYTES = 512 * 1024;
/** Rooms that are compacted at the same time: each holds a copy of its document meanwhile. */
export const COMPACTED_AT_ONCE = 2;

export class Upkeep {
  #running: Promise<void> | undefined;
  /** Its turn has come: the document is noted down, and what became of it is still to be put in its place. */
  #isUnderWay = false;
  #lastAt = -Infinity;
  #seqSeen = -1;

  constructor(readonly parts: UpkeepParts) {}

  /** After each batch on disk. */
  batchKept(): void {
    if (this.#running || this.#newBytes < TOO_FEW_BYTES) return;
    const [{ loose, bytes }, passed] = [this.parts.state, this.parts.time.now() - this.#lastAt];
    const isGrowing = loose.bytes >= GROWING_BYTES && loose.bytes >= bytes / 2;
    if (passed < (isGrowing ? GROWING_EVERY_MS : LIVE_EVERY_MS)) return;
    if (isGrowing || loose.structs >= LIVE_STRUCTS || this.#isLong(LIVE)) void this.#start('urgent');
  }

  /** Every few seconds: a room in which nothing happened since the last look is put in order, and then rests. */
  look(): void {
    const { seq } = this.parts.written.saved;
    if (seq !== this.#seqSeen) return void (this.#seqSeen = seq);
    if (this.#isLong(QUIET)) void this.#start();
    if (!this.#isUnderWay) this.parts.state.rest();
  }

  /** Before the room is unloaded: opening it again is then a snapshot and a short tail. */
  async finish(): Promise<void> {
    await this.#running;
    if (this.#isLong(QUIET)) await this.#start();
  }

  #isLong(than: Tail): boolean {
    const { tail, written: { written } } = this.parts;
    return tail.entries + written.entries >= than.entries || this.#newBytes >= than.bytes;
  }

  /** Since the last snapshot. */
  get #newBytes(): number {
    return this.parts.tail.bytes + this.parts.written.written.bytes;
  }

  #start(when?: 'urgent'): Promise<void> {
    this.#running ??= this.parts.turns.take(() => this.#run(), when).finally(() => (this.#running = undefined));
    return this.#running;
  }

  /** A snapshot is the state at a seq; the live document is put on top of it with what came since. */
  async #run(): Promise<void> {
    const { room, id, journal, onStep, onTrouble, time } = this.parts;
    this.#lastAt = time.now();
    this.#isUnderWay = true;
    try {
      onStep('read');
      const { raw, vector, seq } = await room.freeze();
      this.#counted();
      onStep('compact');
      const compacted = await this.#compacted(raw, vector);
      onStep('keep');
      await journal.keepSnapshot({ room: id, ...(compacted ? { seq, state: compacted.update } : await this.#asItIs()) });
      onStep('swap');
      if (compacted) this.parts.state.swap(compacted);
      onStep('done');
    } catch (error) {
      onTrouble('no snapshot could be kept', error, id);
    } finally {
      this.#isUnderWay = false;
    }
  }

  /** Undefined when it cannot be done. */
  async #compacted(raw: Uint8Array, vector: Uint8Array): Promise<Indexed | undefined> {
    try {
      const compacted = await this.parts.compact(raw);
      if (!sameBytes(vectorOf(compacted.index), vector)) throw new Error('the compacted document is not the one that was given');
      return compacted;
    } catch (error) {
      this.parts.onTrouble('a document could not be compacted', error, this.parts.id);
      return undefined;
    }
  }

  /** As good, and only larger. */
  async #asItIs(): Promise<{ seq: number; state: Uint8Array }> {
    const { whole, seq } = await this.parts.room.read();
    return { seq, state: whole };
  }

  #counted(): void {
    Object.assign(this.parts.tail, { entries: 0, bytes: 0 });
    this.parts.written.written = { entries: 0, bytes: 0 };
  }
}

const sameBytes = (one: Uint8Array, other: Uint8Array) => one.length === other.length && one.every((byte, at) => byte === other[at]);
