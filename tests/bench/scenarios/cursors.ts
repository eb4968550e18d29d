/** A hundred people moving their cursors: nothing is written, everybody sees everybody. */
import { on } from '../stage.ts';
import { noteTyped, percent } from './oneRoom.ts';
import { interleaved, profileOf, type Scenario, undisturbed } from './scenario.ts';

const CONTENDERS = ['plain', 'hocuspocus', 'hocuspocus12', 'insieme'] as const;
const HERTZ = 20;
/** Where little happens in a second, whoever serves goes on compiling for that long; a server runs for weeks. */
const WARM_MS = 8_000;

export const cursors: Scenario = {
  name: 'cursors',
  asks: 'One room, 100 cursors moving 20 times a second: CPU, and after how long each position (or a newer one) is visible.',
  async run(bench) {
    const people = bench.options.short ? 10 : 100;
    await interleaved(bench, CONTENDERS, contender =>
      on({ contender, rooms: 1, people, ...profileOf(bench, contender) }, async stage => {
        await stage.enter();
        const run = await undisturbed(bench, () => stage.point({ hertz: HERTZ, warmMs: bench.options.short ? 100 : WARM_MS, windowMs: bench.options.short ? 500 : 4_000, drainMs: 2_000 }));
        bench.say(`  ${contender}: server ${percent(run.serverCpu)}, p50 ${run.p50} ms, p99 ${run.p99} ms, load ${percent(run.loadCpu)}${run.missing > 0 ? `, ${run.missing} not seen` : ''}`);
        noteTyped(bench, this.name, contender, run);
      }),
    );
  },
};
