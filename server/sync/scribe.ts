/**
 * When a room's batches go to disk and when they may be shown: journal first, then everybody else (Sync 6).
 *
 * Leading edge at once, then at most one entry per window; a batch is closed when its commit begins. If the store is slow the room is *degraded*:
 * batches are shown before they are on disk, and nothing is acknowledged until they are.
 * Knows batches and time; knows no frame.
 */
import type { Part } from '../storage/store.ts';
import { Batch } from './batch.ts';
import type { Keeping, RoomJournal, Saved } from './journal.ts';
import { Pace } from './pace.ts';
import type { DocumentState } from './state.ts';
import type { Time } from './time.ts';
import type { Unsaved } from './unsaved.ts';
import { Watch } from './watch.ts';

export interface ScribeParts<Line> {
  state: DocumentState;
  journal: Pick<RoomJournal, 'keep' | 'saved'>;
  unsaved: Pick<Unsaved, 'closed' | 'waits' | 'settled'>;
  time: Time;
  people: () => number;
  /** Tell and answer what the batch holds; called again for what came to it meanwhile. */
  show: (batch: Batch<Line>) => void;
  acknowledge: (batch: Batch<Line>, saved: Saved) => void;
  /** The store became slow, or is quick again. */
  degradedChanged: () => void;
  /** A batch is lost for good: the room cannot go on. */
  broken: (error: unknown) => void;
}

/** A store that takes longer than this is slow. */
const SLOW_STORE_MS = 250;
/** Milliseconds gathered into one message and one entry: two people feel nothing, two hundred do not drown. */
const windowMs = (people: number) => Math.min(25, 0.08 * people);
/** Few people who write much: as long for each frame that comes in a millisecond, and at most so long. */
const BUSY = { msForEach: 4, mostMs: 20 };
/** No timer is quicker than this; a shorter wait is no wait. */
const SHORTEST_WAIT_MS = 1;

export class Scribe<Line> implements Keeping {
  /** Where accepted things are put; call `schedule` afterwards. */
  open = new Batch<Line>();
  degraded = false;
  /** The open batch waits for its commit, or the closed one is being written. */
  #isWriting = false;
  /** The batch that is being written. */
  #closed: Batch<Line> | undefined;
  readonly #pace: Pace;
  readonly #watch: Watch;
  #stopTimer: (() => void) | undefined;

  constructor(readonly parts: ScribeParts<Line>) {
    this.#pace = new Pace(parts.time, BUSY.msForEach, BUSY.mostMs);
    this.#watch = new Watch(parts.time, SLOW_STORE_MS, () => this.#storeIsSlow());
  }

  schedule(): void {
    if (this.#stopTimer || (this.#isWriting && !this.degraded)) return;
    const wait = this.#pace.wait(windowMs(this.parts.people()));
    if (wait < SHORTEST_WAIT_MS) this.#flush();
    else this.#stopTimer = this.parts.time.after(wait, () => this.#flush());
  }

  /** Entries of another process came before the batch that is being written. */
  foreignCame(): void {
    this.#closed?.handOver(this.open);
  }

  /** What is accepted and may not have been shown: the first clock of each client. */
  starts(): { client: number; clock: number }[] {
    return [...(this.#closed?.starts() ?? []), ...this.open.starts()];
  }

  stop(): void {
    this.#stopTimer?.();
    this.#stopTimer = undefined;
    this.#watch.end();
  }

  #flush(): void {
    this.#stopTimer?.();
    this.#stopTimer = undefined;
    this.#pace.went(this.open.size);
    if (this.degraded) this.#showNow(this.open);
    if (!this.#isWriting && !this.open.isEmpty) this.#write();
  }

  #showNow(batch: Batch<Line>): void {
    batch.prepare(this.parts.state);
    this.parts.show(batch);
  }

  #write(): void {
    this.#isWriting = true;
    this.#watch.start();
    if (this.open.hasContent) return this.parts.journal.keep(this);
    // A batch without content has nothing to write: all that came before it is on disk already.
    this.#close();
    queueMicrotask(() => this.kept(this.parts.journal.saved));
  }

  /** For the journal. */
  take(): readonly Part[] {
    return this.#close().parts();
  }

  /** For the journal. */
  kept(saved: Saved): void {
    try {
      this.#settle(saved);
    } catch (error) {
      this.#lose(error);
    } finally {
      this.#end();
    }
    if (!this.open.isEmpty) this.schedule();
  }

  /** For the journal. */
  failed(error: unknown): void {
    this.parts.unsaved.settled();
    this.#lose(error);
    this.#end();
    if (!this.open.isEmpty) this.schedule();
  }

  #settle(saved: Saved): void {
    const tookMs = this.#watch.stop();
    this.parts.unsaved.settled();
    const batch = this.#closed;
    if (!batch) return;
    this.parts.acknowledge(batch, saved); // first: receipts ride with what is shown
    this.parts.show(batch);
    for (const waiter of batch.waiters) waiter.saved(saved);
    this.#storeAnswered(tookMs);
  }

  #lose(error: unknown): void {
    for (const waiter of this.#closed?.waiters ?? []) waiter.lost(error);
    this.parts.broken(error);
  }

  #end(): void {
    this.#watch.stop();
    this.#isWriting = false;
    this.#closed = undefined;
  }

  #close(): Batch<Line> {
    const batch = (this.#closed = this.open);
    this.open = new Batch();
    this.parts.unsaved.closed();
    batch.prepare(this.parts.state);
    for (const waiter of batch.waiters) waiter.closed?.();
    return batch;
  }

  #storeIsSlow(): void {
    this.parts.unsaved.waits();
    if (this.#closed) this.parts.show(this.#closed);
    if (!this.degraded) {
      this.degraded = true;
      this.parts.degradedChanged();
    }
    if (!this.open.isEmpty) this.schedule();
  }

  /** Believed to be quick again when an answer came in time, or when nothing waits any more. */
  #storeAnswered(tookMs: number): void {
    if (!this.degraded || (tookMs > SLOW_STORE_MS && !this.open.isEmpty)) return;
    this.degraded = false;
    this.parts.degradedChanged();
  }
}
