/**
 * Proof: whatever the network, the server and the people do, all copies end as one, and nothing that was acknowledged
 * is missing. Random stories through the real rooms; one that fails is made short, printed, and put into `seeds.json`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type Outcome, Planted, type Terms } from '../common/proof.ts';
import { Random } from '../common/random.ts';
import { canPlant, PLANTS } from './plants.ts';
import { play } from './play.ts';
import { shrink } from './shrink.ts';
import { type Story, tell } from './story.ts';

const SEEDS = 'tests/prove/seeds.json';
const STORIES = { short: 4_000, long: 100_000 };
const PLANTED_EACH = 10;
/** More failing stories than this say nothing new. */
const ENOUGH_MISSES = 5;
const SAY_EVERY_MS = 10_000;

export async function proof(terms: Terms): Promise<Outcome> {
  const planted = await plantFaults(new Random(terms.seed));
  const told = await tellStories(terms, terms.short ? STORIES.short : STORIES.long);
  return { planted: planted.planted, caught: planted.caught, misses: [...planted.missed, ...told.misses], figures: told.figures };
}

async function plantFaults(random: Random): Promise<Planted> {
  const planted = new Planted();
  for (const [what, plant] of Object.entries(PLANTS)) {
    for (let n = 0; n < PLANTED_EACH;) {
      const done = { planted: false };
      const { misses } = await play(tell(random.below(2 ** 32)), async world => {
        done.planted = canPlant(world);
        if (done.planted) await plant(world);
      });
      if (!done.planted) continue;
      n++;
      planted.note(what, misses.length > 0);
    }
  }
  return planted;
}

async function tellStories({ seed, say, minutes }: Terms, count: number): Promise<{ misses: string[]; figures: Outcome['figures'] }> {
  const [misses, startedAt] = [[] as string[], performance.now()];
  let [told, promised, compactions, steps, saidAt] = [0, 0, 0, 0, startedAt];
  const isLate = () => performance.now() - startedAt > minutes * 60_000;
  for (; told < count && misses.length < ENOUGH_MISSES && !isLate(); told++) {
    const story = tell(seed + told);
    const played = await play(story);
    promised += played.promised;
    compactions += played.compactions;
    steps += story.steps.length;
    if (played.misses.length > 0) misses.push(await describe(seed + told, story));
    if (performance.now() - saidAt < SAY_EVERY_MS) continue;
    saidAt = performance.now();
    say(`${told} of ${count} stories`);
  }
  const perSecond = Math.round((told / (performance.now() - startedAt)) * 1_000);
  return { misses, figures: { stories: told, divergences: misses.length, steps, acknowledged: promised, compactions, storiesPerSecond: perSecond } };
}

async function describe(seed: number, story: Story): Promise<string> {
  const shortest = await shrink(story, async each => (await play(each)).misses.length > 0);
  const { misses } = await play(shortest);
  keep({ name: `of story ${seed}: say here what it is about`, story: shortest });
  return `story ${seed}: ${misses[0] ?? 'only sometimes'}\n  kept in ${SEEDS}: ${JSON.stringify(shortest)}`;
}

/** What failed once is told again by every `npm test`. */
function keep(found: { name: string; story: Story }): void {
  const kept = JSON.parse(readFileSync(SEEDS, 'utf8')) as { convergence: unknown[] };
  kept.convergence.push(found);
  writeFileSync(SEEDS, `${JSON.stringify(kept, null, 2)}\n`);
}
