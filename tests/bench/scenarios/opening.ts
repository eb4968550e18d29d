/** Opening a long document: the keystrokes of a whole paper, from a room that is open, and from disk after a restart. */
import { median } from '../meter.ts';
import type { Opened } from '../load/jobs.ts';
import { on, type Stage } from '../stage.ts';
import { atRest, type Bench, interleaved, profileOf, type Scenario } from './scenario.ts';

const CONTENDERS = ['plain', 'hocuspocus', 'insieme'] as const;
const EDITS = 260_000;
const LOOKS = 5;

export const opening: Scenario = {
  name: 'opening',
  asks: 'A document of 260,000 recorded edits: how long until its first bytes come, from a room that is open and from disk.',
  async run(bench) {
    await interleaved(bench, CONTENDERS, contender =>
      on({ contender, rooms: 1, people: 2, allIds: true, ...profileOf(bench, contender) }, async stage => {
        const [author, reader] = stage.seats;
        const filled = await stage.fill({ seats: [author!], content: { kind: 'history', edits: bench.options.short ? 5_000 : EDITS }, leave: false });
        if (!filled.realHistory) bench.say('  (the recorded keystrokes are not here: as many edits were made up)');
        await atRest(bench);
        await look(bench, stage, 'warm', () => stage.peek(reader!));
        if (contender === 'plain') return; // it keeps nothing
        await look(bench, stage, 'disk', async () => {
          await stage.stopServer();
          await stage.startServer();
          return stage.peek(reader!);
        });
      }),
    );
  },
};

/** Several looks, because one is over in a moment. */
async function look(bench: Bench, { options: { contender } }: Stage, from: 'warm' | 'disk', peek: () => Promise<Opened>): Promise<void> {
  const looks: Opened[] = [];
  for (let left = bench.options.short ? 1 : LOOKS; left > 0; left--) looks.push(await peek());
  const middle = (of: (look: Opened) => number) => median(looks.map(of));
  const [first, whole, connect] = [middle(each => each.firstBytesMs), middle(each => each.wholeMs), middle(each => each.connectMs)];
  const bytes = middle(each => each.bytes);
  bench.say(`  ${contender} ${from}: first bytes ${first.toFixed(1)} ms after asking, ${connect.toFixed(1)} ms after connecting; all ${Math.round(bytes / 1_000)} kB after ${whole.toFixed(1)} ms`);
  bench.results.note('opening', contender, 'ms', { [`${from}: first bytes after asking`]: first, [`${from}: whole document after asking`]: whole, [`${from}: first bytes after connecting`]: connect });
  bench.results.note('opening', contender, 'bytes', { [`${from}: document`]: bytes });
}
