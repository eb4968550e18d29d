/**
 * Says in the log when a figure of the live side leaves its bound: how soon words are saved, how late the event loop is,
 * how much waits for the disk, whether anything failed. At most once a minute for each, so that a bad night is readable.
 */
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import type { Logger } from 'pino';
import type { SyncFigures } from './sync/counts.ts';

export const BOUNDS = {
  /** 95 of 100 batches are on disk within this, milliseconds. */
  durableP95Ms: 250,
  /** The latest that the event loop may be, milliseconds. */
  loopLagMs: 200,
  /** Bytes accepted and not on disk. */
  unsavedBytes: 8 * 1024 * 1024,
  /** Since the last look. */
  troubles: 0,
} as const;
type Figure = keyof typeof BOUNDS;

const LOOK_MS = 10_000;
const SAY_AGAIN_MS = 60_000;
/** Enough to know a 95th percentile by; the newest of each stretch between two looks. */
const REMEMBERED = 2_000;
/** Fewer batches than this in a stretch say nothing about one in twenty. */
const ENOUGH = 20;

export interface WatchParts {
  figures: () => SyncFigures;
  log: Pick<Logger, 'warn'>;
  now?: () => number;
  /** The loop's delay since the last look, milliseconds; Node's own measure unless a test knows better. */
  loopLagMs?: () => number;
}

export class Watch {
  #durable: number[] = [];
  #troubles = 0;
  readonly #saidAt = new Map<Figure, number>();
  readonly #parts: Required<WatchParts>;
  #timer: NodeJS.Timeout | undefined;
  #delay: IntervalHistogram | undefined;

  constructor(parts: WatchParts) {
    this.#parts = { now: () => performance.now(), loopLagMs: () => this.#lagSinceLastLook(), ...parts };
  }

  durable(ms: number): void {
    if (this.#durable.length < REMEMBERED) this.#durable.push(ms);
  }

  start(): void {
    this.#delay = monitorEventLoopDelay({ resolution: 20 });
    this.#delay.enable();
    this.#timer = setInterval(() => this.look(), LOOK_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#delay?.disable();
  }

  look(): void {
    const { unsavedBytes, counts } = this.#parts.figures();
    this.#judge('durableP95Ms', this.#durableP95());
    this.#judge('loopLagMs', this.#parts.loopLagMs());
    this.#judge('unsavedBytes', unsavedBytes);
    this.#judge('troubles', counts.troubles - this.#troubles);
    this.#troubles = counts.troubles;
    this.#durable = [];
  }

  #judge(figure: Figure, value: number): void {
    const now = this.#parts.now();
    if (value <= BOUNDS[figure] || now - (this.#saidAt.get(figure) ?? -Infinity) < SAY_AGAIN_MS) return;
    this.#saidAt.set(figure, now);
    this.#parts.log.warn({ figure, value: Math.round(value), bound: BOUNDS[figure] }, 'a figure left its bound');
  }

  #durableP95(): number {
    if (this.#durable.length < ENOUGH) return 0;
    const sorted = this.#durable.toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length * 0.95)] ?? 0;
  }

  #lagSinceLastLook(): number {
    const max = (this.#delay?.max ?? 0) / 1e6;
    this.#delay?.reset();
    return max;
  }
}
