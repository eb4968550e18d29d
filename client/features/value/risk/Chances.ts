/**
 * The chance that a side loses, for several scenarios: drawn one after the other, so that one worker is busy at a time.
 *
 * What has been drawn stays known until it is no longer wanted. Knows no React; fit for `useSyncExternalStore`.
 */
import type { Simulation } from '../../../../shared/value/simulate.ts';
import { startSimulation } from './startSimulation.ts';
import { DRAWS } from './useOutlook.ts';

/** A share of the draws; or why there is none. */
export type Chance = number | 'nothing' | 'drawing' | 'failed';

/** What is typed quickly is drawn once. */
const WAIT_MS = 300;

export class Chances {
  readonly #listeners = new Set<() => void>();
  #known: ReadonlyMap<Simulation, Chance> = new Map();
  #wanted: readonly Simulation[] = [];
  #seed = 0;
  #end = (): void => undefined;

  readonly get = (): ReadonlyMap<Simulation, Chance> => this.#known;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Draws what is not known yet; what was under way for an older wish is called off. */
  want(simulations: readonly Simulation[], seed: number): void {
    this.stop();
    const kept = seed === this.#seed ? [...this.#known].filter(([simulation]) => simulations.includes(simulation)) : [];
    this.#known = new Map(kept);
    [this.#wanted, this.#seed] = [simulations, seed];
    const wait = setTimeout(this.#next, WAIT_MS);
    this.#end = () => { clearTimeout(wait); };
  }

  stop(): void {
    this.#end();
    this.#end = () => undefined;
  }

  readonly #next = (): void => {
    const simulation = this.#wanted.find(each => !this.#known.has(each));
    if (!simulation) return;
    const settle = (chance: Chance): void => {
      this.#known = new Map([...this.#known, [simulation, chance]]);
      for (const listener of [...this.#listeners]) listener();
      this.#next();
    };
    this.#end = startSimulation({ simulation, draws: DRAWS, seed: this.#seed }, {
      progress: () => undefined, // one chance is drawn within a blink; the rows fill one by one
      done: ({ chanceEitherLoses }) => { settle(chanceEitherLoses); },
      failed: () => { settle('failed'); },
    });
  };
}
