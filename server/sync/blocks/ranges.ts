/** Sets of clock ranges per client id: what has been deleted. */
import type { Writer } from './bytes.ts';
import { ClockRanges, type OnFresh } from './clockRanges.ts';
import type { DeleteRange } from './reader.ts';

const NONE: readonly number[] = [];

export class Ranges {
  readonly #byClient = new Map<number, ClockRanges>();
  #count = 0;

  get isEmpty(): boolean {
    return this.#byClient.size === 0;
  }

  /** More than `encode` will ever need, in bytes. */
  get atMost(): number {
    return 9 + this.#byClient.size * 18 + this.#count * 10;
  }

  /** start, end, start, end, … in order. */
  of(client: number): readonly number[] {
    return this.#byClient.get(client)?.all() ?? NONE;
  }

  /** True when all of [start, end) is in. */
  covers(client: number, start: number, end: number): boolean {
    return this.#byClient.get(client)?.covers(start, end) ?? false;
  }

  /** Adds [start, end); what of it was not there yet is added to `fresh` too. */
  add(client: number, start: number, end: number, fresh?: DeleteRange[]): void {
    const ranges = this.#rangesOf(client);
    const before = ranges.count;
    const onFresh: OnFresh | undefined = fresh && ((from, to) => void fresh.push({ client, clock: from, length: to - from }));
    ranges.add(start, end, onFresh);
    this.#count += ranges.count - before;
  }

  #rangesOf(client: number): ClockRanges {
    const ranges = this.#byClient.get(client) ?? new ClockRanges();
    this.#byClient.set(client, ranges);
    return ranges;
  }

  /** Yjs' delete set, V1: clients in descending order, as (clock, length) pairs. */
  encode(into: Writer): void {
    into.varUint(this.#byClient.size);
    for (const [client, { count }] of [...this.#byClient].sort((a, b) => b[0] - a[0])) {
      into.varUint(client);
      into.varUint(count);
      const ranges = this.of(client);
      for (let at = 0; at < ranges.length; at += 2) {
        const [start = 0, end = 0] = [ranges[at], ranges[at + 1]];
        into.varUint(start);
        into.varUint(end - start);
      }
    }
  }
}
