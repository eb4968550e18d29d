/** Sets of clock ranges per client id: what has been deleted. Ranges are kept sorted, apart and joined. */
import type { Writer } from './bytes.ts';
import type { DeleteRange } from './reader.ts';

export class Ranges {
  /** client → start, end, start, end, … */
  readonly #byClient = new Map<number, number[]>();
  #count = 0;

  get isEmpty(): boolean {
    return this.#byClient.size === 0;
  }

  /** More than `encode` will ever need, in bytes. */
  get atMost(): number {
    return 9 + this.#byClient.size * 18 + this.#count * 10;
  }

  of(client: number): readonly number[] {
    return this.#byClient.get(client) ?? [];
  }

  /** True when all of [start, end) is in. */
  covers(client: number, start: number, end: number): boolean {
    const ranges = this.of(client);
    const at = firstTouching(ranges, start);
    const [from, to] = [ranges[at], ranges[at + 1]];
    return from !== undefined && to !== undefined && from <= start && to >= end;
  }

  /** Adds [start, end); what of it was not there yet is added to `fresh` too. */
  add(client: number, start: number, end: number, fresh?: DeleteRange[]): void {
    const ranges = this.#rangesOf(client);
    if (start > (ranges.at(-1) ?? -1)) return this.#append(client, ranges, start, end, fresh);
    const first = firstTouching(ranges, start);
    let last = first;
    let uncovered = start;
    let [low, high] = [start, end];
    for (; last < ranges.length; last += 2) {
      const [from = 0, to = 0] = [ranges[last], ranges[last + 1]];
      if (from > end) break;
      if (uncovered < from) fresh?.push({ client, clock: uncovered, length: from - uncovered });
      uncovered = Math.max(uncovered, to);
      [low, high] = [Math.min(low, from), Math.max(high, to)];
    }
    if (uncovered < end) fresh?.push({ client, clock: uncovered, length: end - uncovered });
    this.#count += 1 - (last - first) / 2;
    ranges.splice(first, last - first, low, high);
  }

  /** Behind all that are there: how sets come that were written in order. */
  #append(client: number, ranges: number[], start: number, end: number, fresh: DeleteRange[] | undefined): void {
    ranges.push(start, end);
    this.#count++;
    fresh?.push({ client, clock: start, length: end - start });
  }

  #rangesOf(client: number): number[] {
    const ranges = this.#byClient.get(client) ?? [];
    this.#byClient.set(client, ranges);
    return ranges;
  }

  /** Yjs' delete set, V1: clients in descending order, as (clock, length) pairs. */
  encode(into: Writer): void {
    into.varUint(this.#byClient.size);
    for (const [client, ranges] of [...this.#byClient].sort((a, b) => b[0] - a[0])) {
      into.varUint(client);
      into.varUint(ranges.length / 2);
      for (let at = 0; at < ranges.length; at += 2) {
        const [start = 0, end = 0] = [ranges[at], ranges[at + 1]];
        into.varUint(start);
        into.varUint(end - start);
      }
    }
  }
}

/** Index of the first range that ends at or after `start`. */
function firstTouching(ranges: readonly number[], start: number): number {
  let [low, high] = [0, ranges.length / 2];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle * 2 + 1] ?? Infinity) < start) low = middle + 1;
    else high = middle;
  }
  return low * 2;
}
