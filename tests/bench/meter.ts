/**
 * Counts what arrived and how long it took: every update at every receiver, each once, none left out.
 *
 * A receiver knows of each writer the clock it expects next. What comes before it was a repetition, what comes behind
 * it has left a gap, and a gap that is not closed is a lost delivery. Knows no socket and no protocol.
 */

/** How long things took: 0.05 ms wide up to a second, 5 ms wide up to ten; longer counts as ten seconds. */
export class Latencies {
  readonly #fine = new Uint32Array(20_000);
  readonly #coarse = new Uint32Array(2_000);
  count = 0;
  longest = 0;

  add(ms: number): void {
    if (ms < 1_000) this.#fine[ms < 0 ? 0 : (ms * 20) | 0]!++;
    else this.#coarse[Math.min(1_999, (ms / 5) | 0)]!++;
    if (ms > this.longest) this.longest = ms;
    this.count++;
  }

  /** The time within which this share (0 to 1) has arrived, milliseconds, rounded up to the step of the scale. */
  percentile(share: number): number {
    const wanted = Math.max(1, Math.ceil(this.count * share));
    let seen = 0;
    for (let step = 0; step < 20_000; step++) if ((seen += this.#fine[step]!) >= wanted) return (step + 1) / 20;
    for (let step = 200; step < 2_000; step++) if ((seen += this.#coarse[step]!) >= wanted) return (step + 1) * 5;
    return this.count === 0 ? 0 : 10_000;
  }
}

/** When each letter of one writer was sent; the last `size` of them, which is more than can be under way. */
export class SentTimes {
  readonly #at: Float64Array;

  constructor(size: number) {
    this.#at = new Float64Array(2 ** Math.ceil(Math.log2(size)));
  }

  note(clock: number, at: number): void {
    this.#at[clock & (this.#at.length - 1)] = at;
  }
  of(clock: number): number {
    return this.#at[clock & (this.#at.length - 1)]!;
  }
}

/** What is measured: only letters sent within the window count for latency; `end` is open while it runs. */
export interface Window {
  begin: number;
  end: number;
}

/** All receivers of one room; writers and receivers are the same people, numbered alike. */
export class RoomMeter {
  readonly #expected: Int32Array;
  /** Deliveries of letters at other people since the start. */
  delivered = 0;
  repeated = 0;
  /** Clocks that were left out when a later one came. */
  lost = 0;

  constructor(
    readonly people: number,
    readonly sent: readonly SentTimes[],
    public latencies: Latencies,
    readonly window: Window,
  ) {
    this.#expected = new Int32Array(people * people);
  }

  /** Letters `from` to `to` (without `to`) of `writer` have come to `receiver`; own echoes count as nothing. */
  arrived(receiver: number, writer: number, from: number, to: number, now: number): void {
    if (receiver === writer) return;
    const place = receiver * this.people + writer;
    const expected = this.#expected[place]!;
    if (from < expected) this.repeated += Math.min(to, expected) - from;
    if (to <= expected) return;
    if (from > expected) this.lost += from - expected;
    this.#expected[place] = to;
    this.#time(this.sent[writer]!, Math.max(from, expected), to, now);
  }

  /** Whatever `writer` sent up to here is known to `receiver`, whether each of it came or the last alone. */
  reached(receiver: number, writer: number, to: number, now: number): void {
    this.arrived(receiver, writer, this.#expected[receiver * this.people + writer]!, to, now);
  }

  /** What this receiver should have by now is what everybody else has sent. */
  lacks(receiver: number, clocks: readonly number[]): number {
    return clocks.reduce((sum, clock, writer) => (writer === receiver ? sum : sum + clock - this.#expected[receiver * this.people + writer]!), 0);
  }

  #time(sent: SentTimes, from: number, to: number, now: number): void {
    this.delivered += to - from;
    for (let clock = from; clock < to; clock++) {
      const at = sent.of(clock);
      if (at >= this.window.begin && at < this.window.end) this.latencies.add(now - at);
    }
  }
}

/** The middle one; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const half = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** How many times as large; NaN when there is nothing to compare with. */
export const ratio = (ours: number, theirs: number): number => (theirs === 0 ? Number.NaN : ours / theirs);
