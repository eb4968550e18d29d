/** One room in which 10, 50 or 200 people type: how much gets through in time, and what the same work costs at a human rate. */
import type { Typed } from '../load/jobs.ts';
import { highestRate, isSustained } from '../search.ts';
import { type ContenderName, Stage } from '../stage.ts';
import { type Bench, interleaved, profileOf, type Scenario, undisturbed } from './scenario.ts';

const CONTENDERS = ['relay', 'plain', 'hocuspocus', 'hocuspocus12', 'insieme'] as const;
/** At a fixed rate it tells what the writes alone cost. */
const WITH_FLOOR = ['gatherer', ...CONTENDERS] as const;
const ROOMS = 1;
/** Per second, in a short run. */
const SMOKE_LETTERS = 100;
/** By then nobody compiles any more, and our thread for compaction has started; then one whole turn of it, as in the long run. */
const HUMAN_MS = { warm: 12_000, window: 20_000 };
/** 200 people, each of whom types two letters a second. */
const HUMAN = { people: 200, deliveriesPerSecond: 80_000 };

export const oneRoom = (people: number): Scenario => ({
  name: `one-room-${people}`,
  asks: `One room, ${people} people typing: the highest rate of deliveries per second at which nothing is lost and p99 stays under 100 ms.`,
  async run(bench) {
    const guesses = new Map<ContenderName, number>();
    await interleaved(bench, CONTENDERS, async contender => {
      const best = await climb(bench, contender, people, guesses.get(contender));
      guesses.set(contender, best.rate);
      noteTyped(bench, this.name, contender, best);
    }, people === 10);
  },
});

/** Deliveries per second to begin with: where the search starts says nothing of where it ends. */
const FIRST_GUESS: Readonly<Record<string, number>> = { relay: 120_000, plain: 70_000, hocuspocus: 120_000, hocuspocus12: 120_000, insieme: 300_000 };

async function climb(bench: Bench, contender: ContenderName, people: number, known: number | undefined): Promise<Typed> {
  const guess = (FIRST_GUESS[contender] ?? 100_000) / (people - 1);
  const plan = known === undefined ? { from: guess, step: 1.7, halvings: 3 } : { from: known, step: 1.2, halvings: 1 };
  const { short } = bench.options;
  let stage: Stage | undefined;
  try {
    const attempt = async (rate: number, confirming: boolean) => {
      if (!stage) {
        stage = await openOn(bench, contender, people);
        if (!short) await stage.warmUp(rate);
      }
      const run = await stage.type({ rate, warmMs: short ? 100 : 500, windowMs: short ? 300 : confirming ? 3_000 : 1_000, drainMs: 1_000 });
      bench.say(`  ${contender} at ${Math.round(rate)}/s: ${Math.round(run.deliveriesPerSecond)} deliveries/s, p99 ${run.p99} ms, server ${percent(run.serverCpu)}, load ${percent(run.loadCpu)}${isSustained(run) ? '' : ', too much'}`);
      if (run.ended.length > 0 || run.missing > 0) {
        // It still owes what it was sent, or lost somebody: the next attempt finds a fresh one.
        await stage.close();
        stage = undefined;
      }
      return run;
    };
    const carefully = (rate: number, confirming: boolean) => undisturbed(bench, () => attempt(rate, confirming));
    return short ? await attempt(SMOKE_LETTERS, false) : await highestRate(plan, carefully);
  } finally {
    await stage?.close();
  }
}

async function openOn(bench: Bench, contender: ContenderName, people: number): Promise<Stage> {
  const stage = await Stage.open({ contender, rooms: ROOMS, people, ...profileOf(bench, contender) });
  await stage.enter();
  return stage;
}

/** The same work for everybody, and well below what any of them can do. */
export const humanRate: Scenario = {
  name: 'human-rate',
  asks: 'One room, 200 people typing two letters a second each (80,000 deliveries per second): what it costs, and how late it comes.',
  async run(bench) {
    const { people, deliveriesPerSecond } = bench.options.short ? { people: 20, deliveriesPerSecond: 760 } : HUMAN;
    const rate = deliveriesPerSecond / (people - 1);
    await interleaved(bench, WITH_FLOOR, async contender => {
      const stage = await openOn(bench, contender, people);
      const job = { rate, warmMs: bench.options.short ? 100 : HUMAN_MS.warm, windowMs: bench.options.short ? 500 : HUMAN_MS.window, drainMs: 2_000, patient: true };
      if (!bench.options.short) await stage.warmUp(rate);
      const run = await undisturbed(bench, () => stage.type(job)).finally(() => stage.close());
      bench.say(`  ${contender}: server ${percent(run.serverCpu)}, p50 ${run.p50} ms, p99 ${run.p99} ms, load ${percent(run.loadCpu)}${isSustained(run) ? '' : ', did not keep up'}`);
      noteTyped(bench, this.name, contender, run);
    });
  },
};

export function noteTyped({ results }: Bench, scenario: string, contender: ContenderName, run: Typed): void {
  results.note(scenario, contender, 'per second', { deliveries: run.deliveriesPerSecond, letters: run.rate });
  results.note(scenario, contender, 'ms', { p50: run.p50, p99: run.p99 });
  results.note(scenario, contender, 'of a core', { 'server CPU': run.serverCpu, 'load CPU': run.loadCpu });
}

export const percent = (share: number): string => `${Math.round(share * 100)} %`;
