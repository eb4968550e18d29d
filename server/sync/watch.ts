/** Tells when something takes longer than it may. Started and stopped a thousand times a second for one timer. */
import type { Time } from './time.ts';

export class Watch {
  #since: number | undefined;
  #stopTimer: (() => void) | undefined;

  constructor(
    readonly time: Time,
    readonly ms: number,
    readonly onLong: () => void,
  ) {}

  start(): void {
    this.#since = this.time.now();
    this.#arm(this.ms);
  }

  /** Answers how long it took, milliseconds. The timer runs on: it finds nothing, or the next to watch. */
  stop(): number {
    const took = this.time.now() - (this.#since ?? 0);
    this.#since = undefined;
    return took;
  }

  end(): void {
    this.#since = undefined;
    this.#stopTimer?.();
    this.#stopTimer = undefined;
  }

  #arm(ms: number): void {
    this.#stopTimer ??= this.time.after(ms, () => {
      this.#stopTimer = undefined;
      this.#look();
    });
  }

  #look(): void {
    if (this.#since === undefined) return;
    const left = this.#since + this.ms - this.time.now();
    if (left > 0) this.#arm(left);
    else this.onLong();
  }
}
