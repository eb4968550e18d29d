/** How cost grows with people, with the size of the document, and with its history: our server alone, one thing at a time. */
import { type ContenderName, on, type Stage } from '../stage.ts';
import { type Bench, interleaved, profileOf, type Scenario, undisturbed } from './scenario.ts';

const CONTENDERS: readonly ContenderName[] = ['insieme'];
const PEOPLE = [2, 10, 50, 100, 200];
const KILOBYTES = [0, 100, 1_000, 4_000];
const EDITS = [10_000, 65_000, 260_000];
const RATE = 400;

export const growth: Scenario = {
  name: 'growth',
  asks: 'How cost grows: with people in the room, with the size of the document, with the length of its history.',
  async run(bench) {
    const { short } = bench.options;
    await interleaved(bench, CONTENDERS, async contender => {
      for (const people of short ? [2] : PEOPLE) await withPeople(bench, contender, people);
      for (const kilobytes of short ? [10] : KILOBYTES) await withSize(bench, contender, kilobytes);
      for (const edits of short ? [1_000] : EDITS) await withHistory(bench, contender, edits);
    });
  },
};

function withPeople(bench: Bench, contender: ContenderName, people: number): Promise<void> {
  return on({ contender, rooms: 1, people, ...profileOf(bench, contender) }, async stage => {
    await stage.enter();
    note(bench, contender, `${people} people`, await typed(bench, stage));
  });
}

/** Twenty people type while a document of that size is open. */
function withSize(bench: Bench, contender: ContenderName, kilobytes: number): Promise<void> {
  return on({ contender, rooms: 1, people: 21, allIds: true, ...profileOf(bench, contender) }, async stage => {
    const [author, ...others] = stage.seats;
    if (kilobytes > 0) await stage.fill({ seats: [author!], content: { kind: 'bytes', bytes: kilobytes * 1_000 }, leave: false });
    await stage.enter(others);
    note(bench, contender, `a document of ${kilobytes} kB`, await typed(bench, stage));
  });
}

function withHistory(bench: Bench, contender: ContenderName, edits: number): Promise<void> {
  return on({ contender, rooms: 1, people: 21, allIds: true, ...profileOf(bench, contender) }, async stage => {
    const [author, ...others] = stage.seats;
    await stage.fill({ seats: [author!], content: { kind: 'history', edits }, leave: false });
    await stage.enter(others);
    note(bench, contender, `a history of ${edits} edits`, await typed(bench, stage));
  });
}

const typed = (bench: Bench, stage: Stage) =>
  undisturbed(bench, () => stage.type({ rate: RATE, warmMs: 500, windowMs: bench.options.short ? 300 : 2_000, drainMs: 2_000 }));

function note(bench: Bench, contender: ContenderName, what: string, run: { serverCpu: number; p99: number }): void {
  const perLetter = (run.serverCpu * 1e6) / RATE;
  bench.say(`  ${contender} with ${what}: ${Math.round(perLetter)} µs CPU per letter, p99 ${run.p99} ms`);
  bench.results.note('growth', contender, 'µs', { [`${what}: CPU per letter`]: perLetter });
  bench.results.note('growth', contender, 'ms', { [`${what}: p99`]: run.p99 });
}
