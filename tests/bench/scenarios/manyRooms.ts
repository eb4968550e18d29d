/** Five hundred rooms of four people, all typing: what a server costs per letter when nothing can be gathered. */
import { isSustained } from '../search.ts';
import { on } from '../stage.ts';
import { noteTyped, percent } from './oneRoom.ts';
import { interleaved, profileOf, type Scenario, undisturbed } from './scenario.ts';

const CONTENDERS = ['relay', 'plain', 'hocuspocus', 'hocuspocus12', 'insieme'] as const;
const ALL = { rooms: 500, people: 4, rate: 12_000 };
const SHORT = { rooms: 10, people: 4, rate: 200 };

export const manyRooms: Scenario = {
  name: 'many-rooms',
  asks: '500 rooms of 4 people, 12,000 letters per second in all: CPU beside a bare relay, and how late they come.',
  async run(bench) {
    const { rooms, people, rate } = bench.options.short ? SHORT : ALL;
    await interleaved(bench, CONTENDERS, contender =>
      on({ contender, rooms, people, ...profileOf(bench, contender) }, async stage => {
        await stage.enter();
        if (!bench.options.short) await stage.warmUp(rate);
        const job = { rate, warmMs: 500, windowMs: bench.options.short ? 500 : 4_000, drainMs: 2_000, patient: true };
        const run = await undisturbed(bench, () => stage.type(job));
        bench.say(`  ${contender}: server ${percent(run.serverCpu)}, p50 ${run.p50} ms, p99 ${run.p99} ms, load ${percent(run.loadCpu)}${isSustained(run) ? '' : ', did not keep up'}`);
        noteTyped(bench, this.name, contender, run);
      }),
    );
  },
};
