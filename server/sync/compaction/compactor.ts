/**
 * Compaction in a thread of its own: started when there is something to do, ended when there is not, started anew when
 * it died. Knows threads; knows no room.
 */
import { Worker } from 'node:worker_threads';
import type { Indexed } from '../blocks/wholeUpdate.ts';
import type { Time } from '../time.ts';

export interface Order {
  readonly id: number;
  readonly raw: Uint8Array;
}
export type Answer = ({ readonly id: number } & Indexed) | { readonly id: number; readonly failed: string };

interface Waiting {
  done(compacted: Indexed): void;
  failed(error: Error): void;
  stopClock(): void;
}

/** Longer than a loud room waits for its next turn: starting a thread costs a fifth of a second of a core. */
const IDLE_MS = 60_000;
/** 20 MB take ten seconds; a tenth of a core that others want is what the thread gets at least. Who takes longer is stuck. */
const TOO_LONG_MS = 300_000;

export class Compactor {
  #thread: Worker | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #stopIdle: (() => void) | undefined;

  constructor(readonly time: Time) {}

  /** Rejects when the thread cannot do it; the next one finds a fresh thread. */
  compact(raw: Uint8Array): Promise<Indexed> {
    this.#stopIdle?.();
    const id = ++this.#last;
    const thread = (this.#thread ??= this.#start());
    return new Promise((done, failed) => {
      const stopClock = this.time.after(TOO_LONG_MS, () => this.#end(thread, new Error('compaction takes too long')));
      this.#waiting.set(id, { done, failed, stopClock });
      thread.postMessage({ id, raw } satisfies Order);
    });
  }

  async close(): Promise<void> {
    this.#stopIdle?.();
    const thread = this.#thread;
    if (!thread) return;
    this.#end(thread, new Error('compaction was ended'));
    await thread.terminate();
  }

  #start(): Worker {
    const thread = makeThread();
    thread.unref(); // it keeps no process alive
    thread.on('message', (answer: Answer) => this.#answered(answer));
    thread.on('error', error => this.#end(thread, error));
    thread.on('exit', () => this.#end(thread, new Error('the thread for compaction ended')));
    return thread;
  }

  #answered(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    waiting?.stopClock();
    if ('failed' in answer) waiting?.failed(new Error(answer.failed));
    else waiting?.done(answer);
    if (this.#waiting.size === 0) this.#stopIdle = this.time.after(IDLE_MS, () => void this.close());
  }

  #end(thread: Worker, error: Error): void {
    if (this.#thread !== thread) return;
    this.#thread = undefined;
    for (const waiting of this.#waiting.values()) {
      waiting.stopClock();
      waiting.failed(error);
    }
    this.#waiting.clear();
    void thread.terminate();
  }
}

/** Bundled, it is a file beside this one. From the sources it has to be taught to read TypeScript first: nobody inherits that. */
function makeThread(): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./compaction.js', import.meta.url));
  const workerData = { reader: 'tsx/esm/api', source: new URL('./worker.ts', import.meta.url).href };
  return new Worker(FROM_SOURCES, { eval: true, execArgv: [], workerData });
}

const FROM_SOURCES = `
  const { reader, source } = require('node:worker_threads').workerData;
  import(reader).then(({ register }) => { register(); return import(source); });
`;
