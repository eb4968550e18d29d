/** From a letter to the word "Saved": the acknowledgement that it is on disk, at five hundred letters a second. */
import { on } from '../stage.ts';
import { percent } from './oneRoom.ts';
import { interleaved, profileOf, type Scenario, undisturbed } from './scenario.ts';

const RATE = 500;

export const saving: Scenario = {
  name: 'saving',
  asks: '25 rooms of 4 people, 500 letters per second in all: how long until each is acknowledged as on disk.',
  async run(bench) {
    await interleaved(bench, ['insieme'], contender =>
      on({ contender, rooms: 25, people: 4, ...profileOf(bench, contender) }, async stage => {
        await stage.enter();
        const run = await undisturbed(bench, () => stage.save({ rate: RATE, warmMs: 1_000, windowMs: bench.options.short ? 500 : 6_000, drainMs: 500 }));
        bench.say(`  ${contender}: saved p50 ${run.p50} ms, p95 ${run.p95} ms, p99 ${run.p99} ms; ${run.missing} not acknowledged; server ${percent(run.serverCpu)}`);
        bench.results.note(this.name, contender, 'ms', { p50: run.p50, p95: run.p95, p99: run.missing > 0 ? Infinity : run.p99 });
        bench.results.note(this.name, contender, 'of a core', { 'server CPU': run.serverCpu, 'load CPU': run.loadCpu });
      }),
    );
  },
};
