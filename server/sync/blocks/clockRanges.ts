/**
 * One client's deleted clocks as ranges: sorted, apart and joined. Kept in short lists, so that one more costs the same
 * wherever it comes and however many there are: in one long list, two megabytes of ranges in the wrong order took minutes.
 */

/** Numbers in one list, two to a range. */
const LIST_HOLDS = 256;

/** Told of what was not there before. */
export type OnFresh = (start: number, end: number) => void;

export class ClockRanges {
  /** start, end, start, end, …; none of them empty. */
  readonly #lists: number[][] = [];
  count = 0;

  /** Everything as one list. */
  all(): readonly number[] {
    return this.#lists.length === 1 ? this.#lists[0]! : this.#lists.flat();
  }

  /** True when all of [start, end) is in. */
  covers(start: number, end: number): boolean {
    const list = this.#lists[this.#listTouching(start)];
    if (!list) return false;
    const at = firstTouching(list, start);
    return list[at]! <= start && list[at + 1]! >= end;
  }

  /** Adds [start, end). */
  add(start: number, end: number, onFresh?: OnFresh): void {
    const at = this.#listTouching(start);
    if (at === this.#lists.length) return this.#append(start, end, onFresh);
    const joined = this.#takeOut(at, start, end, onFresh);
    this.#putIn(at, joined);
  }

  /** Behind all that are there: how sets come that were written in order. */
  #append(start: number, end: number, onFresh: OnFresh | undefined): void {
    const last = this.#lists.at(-1);
    if (last && last.length < LIST_HOLDS) last.push(start, end);
    else this.#lists.push([start, end]);
    this.count++;
    onFresh?.(start, end);
  }

  /** Removes what [start, end) touches, from this list on, and answers all of it as one. */
  #takeOut(at: number, start: number, end: number, onFresh: OnFresh | undefined): Joined {
    const from = firstTouching(this.#lists[at]!, start);
    let [low, uncovered] = [start, start];
    for (let next = at; next < this.#lists.length; next++) {
      const list = this.#lists[next]!;
      const first = next === at ? from : 0;
      let to = first;
      for (; to < list.length && list[to]! <= end; to += 2) {
        if (uncovered < list[to]!) onFresh?.(uncovered, list[to]!);
        low = Math.min(low, list[to]!);
        uncovered = Math.max(uncovered, list[to + 1]!);
      }
      if (to > first) list.splice(first, to - first);
      this.count -= (to - first) / 2;
      if (list.length > first) break; // what is left lies behind
    }
    if (uncovered < end) onFresh?.(uncovered, end);
    return { low, high: Math.max(uncovered, end), from };
  }

  #putIn(at: number, { low, high, from }: Joined): void {
    const list = this.#lists[at]!;
    list.splice(from, 0, low, high);
    this.count++;
    let next = at + 1;
    while (this.#lists[next]?.length === 0) next++;
    if (next > at + 1) this.#lists.splice(at + 1, next - at - 1);
    if (list.length > LIST_HOLDS) this.#lists.splice(at + 1, 0, list.splice(LIST_HOLDS / 2));
  }

  /** The first list with a range that ends at or after `start`. */
  #listTouching(start: number): number {
    let [low, high] = [0, this.#lists.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#lists[middle]!.at(-1)! < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** What became of a range and all that it touched, and where in its list it belongs. */
interface Joined {
  readonly low: number;
  readonly high: number;
  readonly from: number;
}

/** Index of the first range that ends at or after `start`. */
function firstTouching(list: readonly number[], start: number): number {
  let [low, high] = [0, list.length / 2];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle * 2 + 1]! < start) low = middle + 1;
    else high = middle;
  }
  return low * 2;
}
