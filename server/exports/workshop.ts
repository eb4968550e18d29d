/**
 * Makes PDF and Word files in a thread of its own, one after the other: laying out a long proposal takes seconds, and
 * nobody's keystroke waits for it. The thread starts with the first order, ends when idle, and is replaced when it is stuck.
 */
import { Worker } from 'node:worker_threads';
import { Refusal } from '../../shared/refusals.ts';
import type { ExportOrder } from '../actions/exports.ts';

export interface Made {
  id: number;
  bytes?: Uint8Array;
  failed?: string;
}
interface Waiting {
  order: ExportOrder;
  done: (bytes: Uint8Array) => void;
  failed: (error: Error) => void;
}
export interface Allowance {
  /** Orders that may wait at once; who comes later is asked to try again. */
  waiting: number;
  tooLongMs: number;
  idleMs: number;
}
const ALLOWANCE: Allowance = { waiting: 20, tooLongMs: 60_000, idleMs: 15_000 };

export class Workshop {
  readonly #allowed: Allowance;
  readonly #orders = new Map<number, Waiting>();
  #thread: Worker | undefined;
  #last = 0;
  #clock: NodeJS.Timeout | undefined;

  constructor(allowed: Allowance = ALLOWANCE) {
    this.#allowed = allowed;
  }

  make(order: ExportOrder): Promise<Uint8Array> {
    if (this.#orders.size >= this.#allowed.waiting) return Promise.reject(new Refusal('export-busy'));
    const id = ++this.#last;
    return new Promise((done, failed) => {
      this.#orders.set(id, { order, done, failed });
      if (this.#orders.size === 1) this.#next();
    });
  }

  /** Whoever waits is asked to come again, and no thread is left when it resolves. */
  async close(): Promise<void> {
    const thread = this.#thread;
    const waiting = [...this.#orders.values()];
    this.#orders.clear();
    this.#end(new Refusal('not-now'));
    for (const { failed } of waiting) failed(new Refusal('not-now'));
    await thread?.terminate();
  }

  /** The eldest order goes to the thread; while it is there a clock runs. */
  #next(): void {
    clearTimeout(this.#clock);
    const [first] = this.#orders;
    if (!first) return this.#rest();
    const thread = (this.#thread ??= this.#start());
    this.#clock = setTimeout(() => { this.#end(new Refusal('export-too-large')); }, this.#allowed.tooLongMs);
    thread.postMessage({ id: first[0], order: first[1].order });
  }

  #rest(): void {
    this.#clock = setTimeout(() => { void this.close(); }, this.#allowed.idleMs);
    this.#clock.unref();
  }

  #start(): Worker {
    const thread = makeThread();
    thread.unref(); // it keeps no process alive
    thread.on('message', (made: Made) => { this.#answered(made); });
    thread.on('error', error => { this.#ended(thread, error); });
    thread.on('exit', () => { this.#ended(thread, new Error('The thread for exports ended.')); });
    return thread;
  }

  #answered({ id, bytes, failed }: Made): void {
    const waiting = this.#orders.get(id);
    this.#orders.delete(id);
    if (bytes) waiting?.done(bytes);
    else waiting?.failed(new Error(`An export failed: ${failed ?? 'no bytes'}`));
    this.#next();
  }

  #ended(thread: Worker, error: Error): void {
    if (this.#thread === thread) this.#end(error);
  }

  /** The order in the thread is lost, those behind it are not. */
  #end(error: Error): void {
    clearTimeout(this.#clock);
    const thread = this.#thread;
    this.#thread = undefined;
    void thread?.terminate();
    const [first] = this.#orders;
    if (!first) return;
    this.#orders.delete(first[0]);
    first[1].failed(error);
    if (this.#orders.size > 0) this.#next();
  }
}

/** Enough for the longest text we take; a document that wants more ends the thread, not the server. */
const LIMITS = { resourceLimits: { maxOldGenerationSizeMb: 512 } };

/** Bundled, it is a file beside this one. From the sources it has to be taught to read TypeScript first. */
function makeThread(): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./exports.js', import.meta.url), LIMITS);
  const workerData = { reader: 'tsx/esm/api', source: new URL('./worker.ts', import.meta.url).href };
  return new Worker(FROM_SOURCES, { eval: true, execArgv: [], workerData, ...LIMITS });
}

const FROM_SOURCES = `
  const { reader, source } = require('node:worker_threads').workerData;
  import(reader).then(({ register }) => { register(); return import(source); });
`;
