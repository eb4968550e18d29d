/** What a room accepted and has not yet brought to disk: parts by sender, and whoever waits for them. */
import type { Part } from '../storage/store.ts';
import { Gathered, type News } from './blocks/news.ts';
import type { Saved } from './journal.ts';
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

const EMPTY = new Map<never, never>();
const NOTHING: readonly never[] = [];

/** Most batches are one letter of one person: maps are made for those alone that are more. */
export class Batch<Line> {
  #first: { sender: Sender; gathered: Gathered } | undefined;
  /** All senders, once there are several. */
  #bySender: Map<Sender, Gathered> = EMPTY;
  #asked: Map<Line, { vector: Uint8Array; answer: Uint8Array | undefined }> = EMPTY;
  /** Beside what one sender brought: most batches hold nothing else, and need no second gathering. */
  #untold: Gathered | undefined;
  #told = 0;
  #firstReceipt: { line: Line; frames: number } | undefined;
  #moreReceipts: Map<Line, number> = EMPTY;
  waiters: Waiter[] = [];
  /** Frames with news. */
  size = 0;

  add(sender: Sender, news: News): void {
    const gathered = this.#gatheredOf(sender);
    gathered.add(news);
    if (this.#told > 0) this.#untold ??= new Gathered();
    this.#untold?.add(news);
    this.size++;
  }

  #gatheredOf(sender: Sender): Gathered {
    const gathered = this.#first?.sender === sender ? this.#first.gathered : this.#bySender.get(sender);
    return gathered ?? this.#enter(sender);
  }

  #enter(sender: Sender): Gathered {
    const gathered = new Gathered();
    if (!this.#first) this.#first = { sender, gathered };
    else {
      if (this.#bySender === EMPTY) this.#second(this.#first);
      this.#bySender.set(sender, gathered);
    }
    return gathered;
  }

  #second(first: { sender: Sender; gathered: Gathered }): void {
    this.#bySender = new Map([[first.sender, first.gathered]]);
    if (this.#told === 0) this.#untold ??= first.gathered.copy();
  }

  get #hasOneSender(): boolean {
    return this.#first !== undefined && this.#bySender === EMPTY;
  }

  /** Once this batch is on disk, so many frames of a line are. */
  receipt(line: Line, frames: number): void {
    if (!this.#firstReceipt) this.#firstReceipt = { line, frames };
    else if (this.#firstReceipt.line === line) this.#firstReceipt.frames = frames;
    else {
      if (this.#moreReceipts === EMPTY) this.#moreReceipts = new Map();
      this.#moreReceipts.set(line, frames);
    }
  }

  eachReceipt(tell: (frames: number, line: Line) => void): void {
    if (this.#firstReceipt) tell(this.#firstReceipt.frames, this.#firstReceipt.line);
    this.#moreReceipts.forEach(tell);
  }

  /** A line asks for what it lacks beyond a state vector. */
  ask(line: Line, vector: Uint8Array): void {
    if (this.#asked === EMPTY) this.#asked = new Map();
    this.#asked.set(line, { vector, answer: undefined });
  }

  get isEmpty(): boolean {
    return !this.hasContent && this.#asked.size === 0 && !this.#firstReceipt && this.waiters.length === 0;
  }

  /** Something to be written. */
  get hasContent(): boolean {
    return this.#first !== undefined;
  }

  /** The one who wrote all of this, if it was one. */
  get onlySender(): Sender | undefined {
    return this.#hasOneSender ? this.#first?.sender : undefined;
  }

  /** One part per sender: a delete set names the owner of what was deleted, not who deleted it. */
  parts(): Part[] {
    if (this.#hasOneSender) return partsOf(this.#first!);
    const parts: Part[] = [];
    this.#bySender.forEach((gathered, sender) => parts.push(...partsOf({ gathered, sender })));
    return parts;
  }

  #eachSender(tell: (gathered: Gathered, sender: Sender) => void): void {
    if (this.#hasOneSender) tell(this.#first!.gathered, this.#first!.sender);
    else this.#bySender.forEach(tell);
  }

  /** The first clock of each client that this batch brings. */
  starts(): { client: number; clock: number }[] {
    const starts: { client: number; clock: number }[] = [];
    this.#eachSender(gathered => starts.push(...gathered.starts()));
    return starts;
  }

  /** Draws up the answers from the document as it is now; they may be sent once this batch may be shown. */
  prepare(state: DocumentState): void {
    for (const each of this.#asked.values()) each.answer ??= state.missing(each.vector);
  }

  /** The document moved under what was drawn up here: those who asked, and those who read, wait for the next batch. */
  handOver(next: Batch<Line>): void {
    for (const [line, { vector }] of this.#asked) next.ask(line, vector);
    this.#asked = EMPTY;
    next.waiters.push(...this.waiters.filter(waiter => waiter.closed));
    this.waiters = this.waiters.filter(waiter => !waiter.closed);
  }

  /** What has not been told yet, as updates; afterwards it counts as told. */
  takeUntold(): readonly Uint8Array[] {
    const untold = this.#untold ?? (this.#told === 0 && this.#hasOneSender ? this.#first?.gathered : undefined);
    this.#told = this.size;
    this.#untold = undefined;
    return untold?.encode() ?? NOTHING;
  }

  /** The answers that are drawn up; afterwards they count as given. */
  takeAnswers(): readonly { line: Line; answer: Uint8Array }[] {
    if (this.#asked.size === 0) return NOTHING;
    const asked = [...this.#asked];
    this.#asked = new Map();
    return asked.flatMap(([line, { answer }]) => (answer ? { line, answer } : []));
  }
}

function partsOf({ sender: { memberId, clientId }, gathered }: { sender: Sender; gathered: Gathered }): Part[] {
  return gathered.encode().map(update => ({ memberId, clientId, update }));
}
