/**
 * What every proof is: something that runs from a seed, first shows that it would notice a fault, and answers figures.
 *
 * Knows no subject. `run.ts` calls one proof in a process of its own; `sync.ts` calls them all.
 */

export interface Terms {
  /** For CI: a part of the long form. */
  readonly short: boolean;
  readonly seed: number;
  /** After this long, what has been tried is what counts; Infinity unless asked for. */
  readonly minutes: number;
  /** A line for whoever waits. */
  say(line: string): void;
}

export interface Outcome {
  /** Faults put in on purpose, and how many of them were noticed: a proof that misses one proves nothing. */
  readonly planted: number;
  readonly caught: number;
  /** One sentence for each thing that is not as promised. */
  readonly misses: readonly string[];
  /** What could not be tried here, one sentence each. */
  readonly leftOut?: readonly string[];
  readonly figures: Readonly<Record<string, number | string>>;
}

export type Proof = (terms: Terms) => Promise<Outcome>;

export const isHeld = ({ planted, caught, misses }: Outcome): boolean => planted > 0 && caught === planted && misses.length === 0;

/** Counts planted faults and which of them were noticed. */
export class Planted {
  planted = 0;
  caught = 0;
  readonly missed: string[] = [];

  note(what: string, wasNoticed: boolean): void {
    this.planted++;
    if (wasNoticed) this.caught++;
    else this.missed.push(`a planted fault went unnoticed: ${what}`);
  }
}
