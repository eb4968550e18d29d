/** What it costs to keep rooms open in which nothing happens: memory per room with a document, and per connection. */
import { residentBytes } from '../processes/usage.ts';
import { type ContenderName, on, type Stage } from '../stage.ts';
import { atRest, type Bench, interleaved, type Scenario } from './scenario.ts';

const CONTENDERS = ['plain', 'hocuspocus', 'insieme'] as const;
const DOCUMENT_BYTES = 56_000;
const ROOMS = 1_000;
const MANY_ROOMS = 10_000;
const CONNECTIONS = 2_000;
const PEOPLE_PER_ROOM = 20;
/** So long after a collection an allocator has given back what became free. */
const GIVEN_BACK_MS = 3_000;

export const memory: Scenario = {
  name: 'memory',
  asks: '1,000 idle rooms with a document of 56 kB and one person each; 2,000 idle connections; and 10,000 such rooms in our server.',
  async run(bench) {
    const small = bench.options.short ? 20 : 1;
    // Memory does not depend on what else the machine does: one round says it.
    await interleaved({ ...bench, options: { ...bench.options, rounds: 1 } }, CONTENDERS, async contender => {
      await rooms(bench, contender, ROOMS / small, 'per room');
      await connections(bench, contender, CONNECTIONS / small);
    });
    await rooms(bench, 'insieme', MANY_ROOMS / small / small, '10,000 rooms: per room');
  },
};

function rooms(bench: Bench, contender: ContenderName, count: number, figure: string): Promise<void> {
  return on({ contender, rooms: count, people: 1, allIds: true }, async stage => {
    const before = await memoryOf(stage);
    await stage.fill({ seats: stage.seats, content: { kind: 'bytes', bytes: DOCUMENT_BYTES }, leave: false });
    await atRest(bench);
    const after = await memoryOf(stage);
    const [perRoom, ownPerRoom] = [(after.all - before.all) / count, (after.own - before.own) / count];
    const process = `${figure.replace('per room', '')}process`.trim();
    bench.say(`  ${contender}: ${Math.round(perRoom / 1_000)} kB per idle room, one connection included, ${Math.round(ownPerRoom / 1_000)} kB without mapped files; ${Math.round(after.all / 1e6)} MB with ${count} rooms open`);
    bench.results.note('memory', contender, 'bytes', { [figure]: perRoom, [process]: after.all });
    bench.results.note('memory', contender, 'bytes', { [`${figure}, without mapped files`]: ownPerRoom, [`${process}, without mapped files`]: after.own });
    bench.results.note('memory', contender, 'rooms', { [figure.replace('per room', 'rooms')]: count });
  });
}

function connections(bench: Bench, contender: ContenderName, count: number): Promise<void> {
  return on({ contender, rooms: Math.ceil(count / PEOPLE_PER_ROOM), people: PEOPLE_PER_ROOM }, async stage => {
    const before = await memoryOf(stage);
    await stage.enter();
    const perConnection = ((await memoryOf(stage)).all - before.all) / stage.seats.length;
    bench.say(`  ${contender}: ${(perConnection / 1_000).toFixed(1)} kB per idle connection`);
    bench.results.note('memory', contender, 'bytes', { 'per connection': perConnection });
  });
}

async function memoryOf(stage: Stage): Promise<{ all: number; own: number }> {
  await stage.collect();
  await new Promise(resolve => setTimeout(resolve, GIVEN_BACK_MS));
  return residentBytes(stage.pid);
}
