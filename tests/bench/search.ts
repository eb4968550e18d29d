/**
 * Finds the highest rate that a server sustains: nothing lost, 99 of 100 deliveries within 100 ms. Climbs until it fails,
 * halves the step between, and believes only what a longer run confirms.
 */
import type { Typed } from './load/jobs.ts';

export interface SearchPlan {
  /** Letters per second to begin with; a good guess saves time. */
  from: number;
  /** Times as much at each step up. */
  step: number;
  /** How often the gap between the best and the first that failed is halved. */
  halvings: number;
}

export const P99_MS = 100;

/** True when everybody got everything in time, and the load was not what held it up. */
export const isSustained = (run: Typed): boolean =>
  !run.fellBehind && run.ended.length === 0 && run.missing === 0 && run.p99 < P99_MS;

/** `attempt` runs at a rate, briefly or long enough to be believed, on a server that owes nothing to earlier attempts. */
export async function highestRate(plan: SearchPlan, attempt: (rate: number, confirming: boolean) => Promise<Typed>): Promise<Typed> {
  let { low, high } = await bracket(plan, attempt);
  for (let left = plan.halvings; left > 0; left--) {
    const middle = Math.sqrt(low * high);
    if (isSustained(await attempt(middle, false))) low = middle;
    else high = middle;
  }
  return confirm(low, attempt);
}

/** One rate that holds, and a higher one that does not. */
async function bracket({ from, step }: SearchPlan, attempt: (rate: number, confirming: boolean) => Promise<Typed>): Promise<{ low: number; high: number }> {
  let rate = from;
  let holds = isSustained(await attempt(rate, false));
  const up = holds;
  while (holds === up) {
    if (rate < 1) throw new Error('Not even one letter in a second arrives in time.');
    rate = up ? rate * step : rate / step;
    holds = isSustained(await attempt(rate, false));
  }
  return up ? { low: rate / step, high: rate } : { low: rate, high: rate * step };
}

const LESS = 0.88;

async function confirm(rate: number, attempt: (rate: number, confirming: boolean) => Promise<Typed>): Promise<Typed> {
  for (let next = rate; ; next *= LESS) {
    // Twice: once in a while something else happens on a machine.
    for (let tries = 0; tries < 2; tries++) {
      const run = await attempt(next, true);
      if (isSustained(run)) return run;
    }
    if (next < rate / 10) throw new Error(`What was reached briefly (${Math.round(rate)}/s) does not last.`);
  }
}
