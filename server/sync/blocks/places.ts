/**
 * Where in the document a struct stands: its parent, and the key in it. Found through what it hangs on, and remembered
 * as ranges of clocks, so that whoever types on in one place is looked up once.
 *
 * A struct that was collected has no place any more. Knows no update and no rule: `neighbours.ts` decides.
 */

/** The place of what was collected: it may have been anywhere below something that was deleted. */
export const COLLECTED = 0;

export interface Id {
  client: number;
  clock: number;
}

export class Places {
  readonly #numbers = new Map<string, number>();
  /** By number: the struct that holds this place; undefined for a root. */
  readonly #holders: (Id | undefined)[] = [undefined];
  /** By number: whether this is the place of one key, which holds one value at a time. */
  readonly #isKey: boolean[] = [false];
  readonly #known = new Map<number, PlaceRanges>();
  /** Of structs that are not in the document yet, and may never be. */
  readonly #fresh = new Map<number, PlaceRanges>();

  /** The first of these: most updates bring one struct, and need no table for it. */
  #next: { client: number; start: number; end: number; place: number } | undefined;

  /** The number of a place: a root by its name, or the struct that holds it, each with a key where there is one. */
  numberOf(parent: string | Id, sub: string | undefined): number {
    const name = typeof parent === 'string' ? `root ${parent}` : `${parent.client} ${parent.clock}`;
    // With its length: a root may have any name, and be told apart from a key in another one.
    const key = sub === undefined ? name : `${name.length} ${name} ${sub}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#holders.length;
      this.#numbers.set(key, number);
      this.#holders.push(typeof parent === 'string' ? undefined : parent);
      this.#isKey.push(sub !== undefined);
    }
    return number;
  }

  holderOf(place: number): Id | undefined {
    return this.#holders[place];
  }

  isKey(place: number): boolean {
    return this.#isKey[place] === true;
  }

  /** The place of a struct, if it was found before. */
  of(client: number, clock: number): number | undefined {
    const next = this.#next;
    if (next && next.client === client && clock >= next.start && clock < next.end) return next.place;
    return this.#known.get(client)?.at(clock) ?? this.#fresh.get(client)?.at(clock);
  }

  remember(client: number, start: number, end: number, place: number): void {
    rangesIn(this.#known, client).add(start, end, place);
  }

  /** As long as it is not sure that the struct will be taken. */
  suppose(client: number, start: number, end: number, place: number): void {
    if (this.#fresh.size > 0 || this.#next) rangesIn(this.#fresh, client).add(start, end, place);
    else this.#next = { client, start, end, place };
  }

  /** What was supposed is so, or is not. */
  settle(taken: boolean): void {
    const next = this.#next;
    if (next) {
      if (taken) this.remember(next.client, next.start, next.end, next.place);
      this.#next = undefined;
    }
    if (this.#fresh.size === 0) return;
    if (taken) for (const [client, ranges] of this.#fresh) rangesIn(this.#known, client).addAll(ranges);
    this.#fresh.clear();
  }
}

function rangesIn(map: Map<number, PlaceRanges>, client: number): PlaceRanges {
  let ranges = map.get(client);
  if (!ranges) map.set(client, (ranges = new PlaceRanges()));
  return ranges;
}

/** Sorted, apart: start, end and place of each range in one flat list. */
class PlaceRanges {
  readonly #list: number[] = [];

  at(clock: number): number | undefined {
    const index = this.#firstEndingAfter(clock);
    const start = this.#list[index];
    return start !== undefined && start <= clock ? this.#list[index + 2] : undefined;
  }

  /** Whatever is known of [start, end) already says the same. */
  add(start: number, end: number, place: number): void {
    const first = this.#firstEndingAfter(start);
    let [last, from, to] = [first, start, end];
    for (; last < this.#list.length && this.#list[last]! < end; last += 3) {
      from = Math.min(from, this.#list[last]!);
      to = Math.max(to, this.#list[last + 1]!);
    }
    if (last === first && this.#list[first - 2] === start && this.#list[first - 1] === place) this.#list[first - 2] = end;
    else this.#list.splice(first, last - first, from, to, place);
  }

  addAll(other: PlaceRanges): void {
    for (let at = 0; at < other.#list.length; at += 3) this.add(other.#list[at]!, other.#list[at + 1]!, other.#list[at + 2]!);
  }

  #firstEndingAfter(clock: number): number {
    if ((this.#list.at(-2) ?? -1) <= clock) return this.#list.length;
    let [low, high] = [0, this.#list.length / 3];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#list[middle * 3 + 1] ?? Infinity) <= clock) low = middle + 1;
      else high = middle;
    }
    return low * 3;
  }
}
