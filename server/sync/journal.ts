/**
 * Brings batches of all rooms to disk: whatever waits when a commit ends becomes the next one (group commit).
 *
 * `JournalWriter` is one per process; a room writes through a `RoomJournal`, which knows the seq it stands at.
 * Knows entries and the store's journal; knows no line and nothing of what an update means.
 */
import type { RoomId } from '../../shared/rooms.ts';
import { Conflict, type Entry, type Journal, type NewEntry, type Part } from '../storage/store.ts';
import { Pace } from './pace.ts';
import type { Time } from './time.ts';

interface Waiting {
  entry: NewEntry;
  kept(at: number): void;
  failed(error: unknown): void;
}

/** Told when the store refuses to keep something; the writer itself tries again. */
export type OnTrouble = (error: unknown) => void;

const FIRST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 2_000;
/** So long for each entry that comes in a millisecond, and at most so long. */
const MANY_ROOMS = { msForEach: 0.7, mostMs: 8 };

export class JournalWriter {
  #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;
  /** Set when the process ends: what the store still refuses is given up, instead of tried for ever. */
  isLastTry = false;
  readonly #pace: Pace;

  constructor(
    readonly journal: Journal,
    readonly clock: () => number,
    readonly time: Time,
    readonly onTrouble: OnTrouble,
  ) {
    this.#pace = new Pace(time, MANY_ROOMS.msForEach, MANY_ROOMS.mostMs);
  }

  /** Resolves with the time of the entry once it is on disk. Throws `Conflict` when its seq is taken. */
  append(entry: NewEntry): Promise<number> {
    return new Promise((kept, failed) => {
      this.#waiting.push({ entry, kept, failed });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when nothing waits any more. */
  async close(): Promise<void> {
    this.isLastTry = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    // The rooms that are told something in this same turn share the commit.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      await this.#gather();
      const group = this.#waiting;
      this.#waiting = [];
      this.#pace.went(group.length);
      await this.#keep(group);
    }
    this.#running = undefined;
  }

  /** Where entries of many rooms come thick, a commit for a few of them costs more than a few milliseconds. */
  async #gather(): Promise<void> {
    const ms = this.#pace.wait();
    if (ms >= 1 && !this.isLastTry) await new Promise<void>(resolve => this.time.after(ms, resolve));
  }

  async #keep(group: readonly Waiting[]): Promise<void> {
    for (let retryMs = FIRST_RETRY_MS; ; retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)) {
      try {
        const at = this.clock();
        await this.journal.append(group.map(each => each.entry), at);
        return group.forEach(each => each.kept(at));
      } catch (error) {
        if (error instanceof Conflict) return this.#settleConflict(group, error);
        this.onTrouble(error);
        if (this.isLastTry) return group.forEach(each => each.failed(error));
        await new Promise<void>(resolve => this.time.after(retryMs, resolve));
      }
    }
  }

  /** Nothing of the group was kept, and only one room may be the reason: the others must not suffer. */
  async #settleConflict(group: readonly Waiting[], conflict: Conflict): Promise<void> {
    if (group.length === 1) return group[0]!.failed(conflict);
    for (const each of group) await this.#keep([each]);
  }
}

export interface Saved {
  seq: number;
  at: number;
}

/** One room's end of the journal. */
export class RoomJournal {
  /** The last entry known to be on disk. */
  saved: Saved;
  /** How much went into this room since somebody last set it to nothing; says when a snapshot is worth it. */
  written = { entries: 0, bytes: 0 };
  #isAppending = false;
  #reading: Promise<void> | undefined;

  constructor(
    readonly writer: JournalWriter,
    readonly room: RoomId,
    stands: Saved,
    /** Told of entries that another process wrote, in order, before ours goes after them. */
    readonly onForeign: (entry: Entry) => void,
  ) {
    this.saved = stands;
  }

  /** One at a time per room. */
  async append(parts: readonly Part[]): Promise<Saved> {
    while (this.#reading) await this.#reading;
    this.#isAppending = true;
    try {
      return await this.#appendAfterOthers(parts);
    } finally {
      this.#isAppending = false;
    }
  }

  /** Takes in what other processes wrote. Beside an append of ours there is no need: that finds out by itself. */
  async catchUp(): Promise<void> {
    if (this.#isAppending) return;
    this.#reading ??= this.#readOthers([]).then(() => undefined).finally(() => (this.#reading = undefined));
    await this.#reading;
  }

  /**
   * Keeps the first entry there ever is of this room, and takes it in like one of another process; false when
   * somebody was first, whose entry is then taken in instead.
   */
  async appendFirst(parts: readonly Part[]): Promise<boolean> {
    while (this.#reading) await this.#reading;
    if (this.saved.seq > 0 || this.#isAppending) return false;
    try {
      await this.writer.append({ room: this.room, seq: 1, parts });
      return true;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return false;
    } finally {
      await this.catchUp();
    }
  }

  async #appendAfterOthers(parts: readonly Part[]): Promise<Saved> {
    for (;;) {
      const seq = this.saved.seq + 1;
      try {
        const at = await this.writer.append({ room: this.room, seq, parts });
        this.#count(parts);
        return (this.saved = { seq, at });
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
        if (await this.#readOthers(parts)) return this.saved;
      }
    }
  }

  /** Reads what came after the last we know. True when our own entry was among it, kept although the store said otherwise. */
  async #readOthers(parts: readonly Part[]): Promise<boolean> {
    let ours = false;
    for await (const entry of this.writer.journal.read(this.room, this.saved.seq)) {
      if (sameParts(entry.parts, parts)) ours = true;
      else this.onForeign(entry);
      this.#count(entry.parts);
      this.saved = { seq: entry.seq, at: entry.at };
    }
    return ours;
  }

  #count(parts: readonly Part[]): void {
    this.written.entries++;
    for (const part of parts) this.written.bytes += part.update.length;
  }
}

function sameParts(one: readonly Part[], other: readonly Part[]): boolean {
  return one.length === other.length && one.every((part, at) => samePart(part, other[at]!));
}

function samePart(one: Part, other: Part): boolean {
  return (
    one.memberId === other.memberId &&
    one.clientId === other.clientId &&
    one.update.length === other.update.length &&
    one.update.every((byte, at) => byte === other.update[at])
  );
}
