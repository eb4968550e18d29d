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

/** Waits for the next commit. */
export interface Waiting {
  /** Asked once, when the commit begins: what came until then goes with it. */
  entry(): NewEntry;
  /** Must not throw. */
  kept(at: number): void;
  /** `Conflict` when its seq is taken. */
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

  /** Goes into the next commit. */
  add(waiting: Waiting): void {
    this.#waiting.push(waiting);
    this.#running ??= this.#run();
  }

  /** Resolves with the time of the entry once it is on disk. Throws `Conflict` when its seq is taken. */
  append(entry: NewEntry): Promise<number> {
    return new Promise((kept, failed) => this.add({ entry: () => entry, kept, failed }));
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
      await this.#keep(drawnUp(group));
    }
    this.#running = undefined;
  }

  /** Where entries of many rooms come thick, a commit for a few of them costs more than a few milliseconds. */
  async #gather(): Promise<void> {
    const ms = this.#pace.wait();
    if (ms >= 1 && !this.isLastTry) await new Promise<void>(resolve => this.time.after(ms, resolve));
  }

  async #keep(group: readonly Drawn[]): Promise<void> {
    try {
      const at = await this.#append(group.map(({ entry }) => entry));
      for (const { waiting } of group) waiting.kept(at);
    } catch (error) {
      if (error instanceof Conflict) return this.#settleConflict(group, error);
      for (const { waiting } of group) waiting.failed(error);
    }
  }

  /** Tries until it is on disk; answers the time of the entries. Throws `Conflict`, and anything on the last try. */
  async #append(entries: readonly NewEntry[]): Promise<number> {
    for (let retryMs = FIRST_RETRY_MS; ; retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)) {
      try {
        const at = this.clock();
        await this.journal.append(entries, at);
        return at;
      } catch (error) {
        if (error instanceof Conflict) throw error;
        this.onTrouble(error);
        if (this.isLastTry) throw error;
        await new Promise<void>(resolve => this.time.after(retryMs, resolve));
      }
    }
  }

  /** Nothing of the group was kept, and only one room may be the reason: the others must not suffer. */
  async #settleConflict(group: readonly Drawn[], conflict: Conflict): Promise<void> {
    if (group.length === 1) return group[0]!.waiting.failed(conflict);
    for (const each of group) await this.#keep([each]);
  }
}

/** With the entry that it handed in. */
interface Drawn {
  waiting: Waiting;
  entry: NewEntry;
}

/** Whoever cannot say what it wants kept goes without; the others do not suffer. */
function drawnUp(group: readonly Waiting[]): Drawn[] {
  const drawn: Drawn[] = [];
  for (const waiting of group) {
    try {
      drawn.push({ waiting, entry: waiting.entry() });
    } catch (error) {
      waiting.failed(error);
    }
  }
  return drawn;
}

export interface Saved {
  seq: number;
  at: number;
}

/** What a room wants kept. */
export interface Keeping {
  /** Asked once, when the commit begins. */
  take(): readonly Part[];
  /** It is on disk. */
  kept(saved: Saved): void;
  /** It never will be. */
  failed(error: unknown): void;
}

/** One room's end of the journal. */
export class RoomJournal implements Waiting {
  /** The last entry known to be on disk. */
  saved: Saved;
  /** How much went into this room since somebody last set it to nothing; says when a snapshot is worth it. */
  written = { entries: 0, bytes: 0 };
  #keeping: Keeping | undefined;
  #parts: readonly Part[] | undefined;
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

  /** One at a time per room. No promise for each: thousands come in a second. */
  keep(keeping: Keeping): void {
    this.#keeping = keeping;
    this.#parts = undefined;
    const add = () => this.writer.add(this);
    if (this.#reading) void this.#reading.then(add, add);
    else add();
  }

  /** For the writer. */
  entry(): NewEntry {
    this.#parts ??= this.#keeping?.take() ?? [];
    return { room: this.room, seq: this.saved.seq + 1, parts: this.#parts };
  }

  /** For the writer. */
  kept(at: number): void {
    this.#count(this.#parts ?? []);
    this.saved = { seq: this.saved.seq + 1, at };
    this.#end()?.kept(this.saved);
  }

  /** For the writer. */
  failed(error: unknown): void {
    if (!(error instanceof Conflict)) return this.#end()?.failed(error);
    this.#afterOthers().catch((lost: unknown) => this.#end()?.failed(lost));
  }

  /** Somebody else was first: ours goes after theirs, unless it was among them. */
  async #afterOthers(): Promise<void> {
    if (await this.#readOthers(this.#parts ?? [])) this.#end()?.kept(this.saved);
    else this.writer.add(this);
  }

  #end(): Keeping | undefined {
    const keeping = this.#keeping;
    this.#keeping = this.#parts = undefined;
    return keeping;
  }

  /** Takes in what other processes wrote. While we keep something there is no need: that finds out by itself. */
  async catchUp(): Promise<void> {
    if (this.#keeping) return;
    this.#reading ??= this.#readOthers([]).then(() => undefined).finally(() => (this.#reading = undefined));
    await this.#reading;
  }

  /**
   * Keeps the first entry there ever is of this room, and takes it in like one of another process; false when
   * somebody was first, whose entry is then taken in instead.
   */
  async appendFirst(parts: readonly Part[]): Promise<boolean> {
    while (this.#reading) await this.#reading;
    if (this.saved.seq > 0 || this.#keeping) return false;
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
