/** What every scenario is: a name, what it asks in a sentence, and a run that notes figures. */
import { performance } from 'node:perf_hooks';
import { machineMs } from '../processes/usage.ts';
import type { Options } from '../options.ts';
import type { Results } from '../results.ts';
import type { ContenderName } from '../stage.ts';

export interface Bench {
  readonly options: Options;
  readonly results: Results;
  say(line: string): void;
}

export interface Scenario {
  readonly name: string;
  readonly asks: string;
  run(bench: Bench): Promise<void>;
}

/**
 * Rounds on the outside, servers within: what slows the machine for a while slows all of them. A short run asks ours
 * alone, but for the scenario that says `smokeAll`.
 */
export async function interleaved(bench: Bench, all: readonly ContenderName[], measure: (contender: ContenderName) => Promise<void>, smokeAll = false): Promise<void> {
  const contenders = bench.options.short && !smokeAll ? all.filter(name => name === 'insieme') : all;
  for (let round = 0; round < bench.options.rounds; round++) {
    // Each time another one first.
    for (let nth = 0; nth < contenders.length; nth++) await measure(contenders[(nth + round) % contenders.length]!);
  }
}

/** Profiles are of our own server alone. */
export const profileOf = ({ options }: Bench, contender: ContenderName): { profileInto?: string } =>
  options.profile !== undefined && contender === 'insieme' ? { profileInto: options.profile } : {};

/** What a server does behind a room's back (compacting, putting away, collecting garbage) is given this long, whichever server it is. */
const REST_MS = 12_000;

export const atRest = ({ options }: Bench): Promise<void> => new Promise(resolve => setTimeout(resolve, options.short ? 0 : REST_MS));

/** More than this share of a core used by others, and a run says more of them than of us. */
const DISTURBED = 0.4;
const TRIES = 3;
const CALM_WITHIN_MS = 8_000;
const LOOK_MS = 300;

/** Measures again while somebody else was at work on this machine; after a few times, what came last counts. */
export async function undisturbed<R extends { othersCpu: number }>({ say, options }: Bench, measure: () => Promise<R>): Promise<R> {
  if (!options.short) await calm();
  let run = await measure();
  for (let tries = 1; !options.short && tries < TRIES && run.othersCpu > DISTURBED; tries++) {
    say(`  (others used ${Math.round(run.othersCpu * 100)} % of a core meanwhile: once more)`);
    await calm();
    run = await measure();
  }
  return run;
}

/** Waits until nobody else is at work; not for ever. */
async function calm(): Promise<void> {
  const until = performance.now() + CALM_WITHIN_MS;
  for (;;) {
    const [before, at] = [machineMs(), performance.now()];
    await new Promise(resolve => setTimeout(resolve, LOOK_MS));
    const share = (machineMs() - before) / (performance.now() - at);
    if (share < DISTURBED || performance.now() > until) return;
  }
}
