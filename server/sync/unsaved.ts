/**
 * How much of one room is accepted and not on disk, and for how long: memory stays bounded while the store is slow or
 * down (Sync 6). Past the limit the room is *stuck*: it takes nothing new until enough has reached the disk.
 *
 * Knows bytes and time; knows no batch and no line.
 */
import { LIMITS } from '../../shared/limits.ts';
import type { OnDurable } from './counts.ts';
import type { Time } from './time.ts';

/** Shared by all rooms of a process. */
export class UnsavedInAll {
  /** How many were accepted since the process began. */
  updates = 0;
  #bytes = 0;
  readonly #waiting = new Set<() => void>();

  constructor(readonly onDurable: OnDurable = () => undefined) {}

  get bytes(): number {
    return this.#bytes;
  }

  hasRoomFor(bytes: number): boolean {
    return this.#bytes + bytes <= LIMITS.unsavedBytesInAll;
  }

  get isHalfEmpty(): boolean {
    return this.#bytes <= LIMITS.unsavedBytesInAll / 2;
  }

  /** Fewer by a negative number; whoever waits for room is told when there is some. */
  add(bytes: number): void {
    this.#bytes += bytes;
    if (bytes < 0 && this.isHalfEmpty) for (const tell of [...this.#waiting]) tell();
  }

  /** Answers how to stop waiting. */
  wait(tell: () => void): () => void {
    this.#waiting.add(tell);
    return () => this.#waiting.delete(tell);
  }
}

export class Unsaved {
  isStuck = false;
  /** In the batch that gathers, and in the one that is being written. */
  #open = 0;
  #writing = 0;
  /** When the first word of each came. */
  #openSince = 0;
  #writingSince = 0;
  #stopPatience: (() => void) | undefined;
  #stopWaiting: (() => void) | undefined;

  constructor(
    readonly inAll: UnsavedInAll,
    readonly time: Time,
    /** Became stuck, or can take things again. */
    readonly changed: () => void,
  ) {}

  get bytes(): number {
    return this.#open + this.#writing;
  }

  /** Asked before anything new is taken; a "no" is a "no" to everybody from here on, until `kept` says otherwise. */
  hasRoomFor(bytes: number): boolean {
    const fits = this.bytes + bytes <= LIMITS.unsavedBytes && this.inAll.hasRoomFor(bytes);
    if (!fits) this.#set(true);
    return !this.isStuck;
  }

  accepted(bytes: number): void {
    if (this.#open === 0) this.#openSince = this.time.now();
    this.#open += bytes;
    this.inAll.updates++;
    this.inAll.add(bytes);
  }

  /** What was gathered goes to the store now. */
  closed(): void {
    this.#writing = this.#open;
    this.#writingSince = this.#openSince;
    this.#open = 0;
  }

  /** The store is taking its time over it. */
  waits(): void {
    this.#stopPatience ??= this.time.after(LIMITS.unsavedMs, () => this.#set(true));
  }

  /** What went to the store is on disk, or never will be. */
  settled(): void {
    const settled = this.#writing;
    if (settled > 0) this.inAll.onDurable(this.time.now() - this.#writingSince);
    this.#writing = 0;
    this.#stopPatience?.();
    this.#stopPatience = undefined;
    this.inAll.add(-settled);
    this.#reconsider();
  }

  /** The room ends: what it still held counts no more. */
  stop(): void {
    const left = this.bytes;
    this.#open = this.#writing = 0;
    this.#stopPatience?.();
    this.#stopWaiting?.();
    this.inAll.add(-left);
  }

  /** Not at the first byte of room: people would be let in and turned away by turns. */
  #reconsider(): void {
    if (this.bytes <= LIMITS.unsavedBytes / 2 && this.inAll.isHalfEmpty) this.#set(false);
  }

  #set(isStuck: boolean): void {
    if (this.isStuck === isStuck) return;
    this.isStuck = isStuck;
    this.#stopWaiting?.();
    this.#stopWaiting = isStuck ? this.inAll.wait(() => this.#reconsider()) : undefined;
    this.changed();
  }
}
