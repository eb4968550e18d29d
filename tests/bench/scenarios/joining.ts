/** Two hundred people who come to a document of a megabyte at the same moment: a meeting begins, a network comes back. */
import { on } from '../stage.ts';
import { atRest, interleaved, profileOf, type Scenario } from './scenario.ts';

const CONTENDERS = ['plain', 'hocuspocus', 'hocuspocus12', 'insieme'] as const;
const MEGABYTE = 1024 * 1024;
/** The document may be written more tightly than it was brought. */
const AT_LEAST = 0.7;

export const joining: Scenario = {
  name: 'joining',
  asks: '200 people join a quiet 1 MB room at once: when the last one has it all, and what it cost.',
  async run(bench) {
    const people = bench.options.short ? 10 : 200;
    const bytes = bench.options.short ? MEGABYTE / 10 : MEGABYTE;
    await interleaved(bench, CONTENDERS, contender =>
      on({ contender, rooms: 1, people: people + 1, allIds: true, ...profileOf(bench, contender) }, async stage => {
        const [author, ...others] = stage.seats;
        await stage.fill({ seats: [author!], content: { kind: 'bytes', bytes }, leave: false });
        await atRest(bench);
        const joined = await stage.join({ seats: others, atLeastBytes: bytes * AT_LEAST });
        bench.say(`  ${contender}: last one in after ${Math.round(joined.lastMs)} ms, server ${joined.serverCpuMs} ms CPU, load ${Math.round(joined.loadCpuMs)} ms CPU, ${Math.round(joined.bytes / 1_000)} kB each`);
        bench.results.note(this.name, contender, 'ms', { 'first in': joined.firstMs, 'last in': joined.lastMs });
        bench.results.note(this.name, contender, 'ms CPU', { 'server CPU': joined.serverCpuMs, 'load CPU': joined.loadCpuMs });
        bench.results.note(this.name, contender, 'bytes', { document: joined.bytes });
      }),
    );
  },
};
