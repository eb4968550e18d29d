/** What a room accepted and has not yet brought to disk: parts by sender, and whoever waits for them. */
import type { Part } from '../storage/store.ts';
import type { Saved } from './journal.ts';
import { mergeInOrder } from './merge.ts';
import type { DocumentState } from './state.ts';

/** Whose words they are: a line's, or the server's in somebody's name. One object per line or edit. */
export interface Sender {
  readonly memberId: string;
  /** The client id of the page that sends; 0 until it is known. */
  clientId: number;
}

/** Waits for a batch to be on disk. */
export interface Waiter {
  /** The batch is complete and what it holds is all that the document holds; called before anything is written. */
  closed?(): void;
  saved(saved: Saved): void;
  /** It never will be. */
  lost(error: unknown): void;
}

export class Batch<Line> {
  readonly #updates = new Map<Sender, Uint8Array[]>();
  #asked = new Map<Line, { vector: Uint8Array; answer: Uint8Array | undefined }>();
  #untold: Uint8Array[] = [];
  /** How many of a line's frames are on disk once this batch is. */
  readonly receipts = new Map<Line, number>();
  waiters: Waiter[] = [];
  /** Where everybody stands who has been told all of this. */
  upTo: Uint8Array | undefined;

  add(sender: Sender, update: Uint8Array): void {
    const updates = this.#updates.get(sender);
    if (updates) updates.push(update);
    else this.#updates.set(sender, [update]);
    this.#untold.push(update);
  }

  /** A line asks for what it lacks beyond a state vector. */
  ask(line: Line, vector: Uint8Array): void {
    this.#asked.set(line, { vector, answer: undefined });
  }

  get isEmpty(): boolean {
    return this.#updates.size + this.#asked.size + this.receipts.size + this.waiters.length === 0;
  }

  /** The one who wrote all of this, if it was one. */
  get onlySender(): Sender | undefined {
    return this.#updates.size === 1 ? [...this.#updates.keys()][0] : undefined;
  }

  /** One part per sender: a delete set names the owner of what was deleted, not who deleted it. */
  parts(): Part[] {
    return [...this.#updates].map(([{ memberId, clientId }, updates]) => ({ memberId, clientId, update: mergeInOrder(updates) }));
  }

  /** Draws up the answers from the document as it is now; they may be sent once this batch may be shown. */
  prepare(state: DocumentState): void {
    this.upTo = state.vector();
    for (const each of this.#asked.values()) each.answer ??= state.missing(each.vector);
  }

  /** The document moved under what was drawn up here: those who asked, and those who read, wait for the next batch. */
  handOver(next: Batch<Line>): void {
    for (const [line, { vector }] of this.#asked) next.ask(line, vector);
    this.#asked.clear();
    next.waiters.push(...this.waiters.filter(waiter => waiter.closed));
    this.waiters = this.waiters.filter(waiter => !waiter.closed);
  }

  /** What has not been told yet, as one update; afterwards it counts as told. */
  takeUntold(): Uint8Array | undefined {
    const untold = this.#untold;
    this.#untold = [];
    return untold.length > 0 ? mergeInOrder(untold) : undefined;
  }

  /** The answers that are drawn up; afterwards they count as given. */
  takeAnswers(): readonly { line: Line; answer: Uint8Array }[] {
    const asked = [...this.#asked];
    this.#asked = new Map();
    return asked.flatMap(([line, { answer }]) => (answer ? { line, answer } : []));
  }
}
