/**
 * Proof: whatever bytes somebody sends, nothing breaks, nothing stands still, nothing piles up, and an honest pair beside
 * them ends with one document. Most go straight into the real room, for number; a share through the real door.
 */
import { type Outcome, Planted, type Terms } from '../common/proof.ts';
import { Random } from '../common/random.ts';
import { Arena, CLIENTS, FRESH } from './arena.ts';
import { crashTheGate } from './gateway.ts';
import { LAYERS, Malformed } from './malformed.ts';
import { heldMb, Watch } from './watch.ts';

const FRAMES = { short: 60_000, long: 980_000 };
const AT_THE_GATE = { short: 1_000, long: 20_000 };
const PER_ARENA = 2_000;
const PAIR_WORKS_EVERY = 100;
const MOST_GROWTH_MB = 64;
const ENOUGH_MISSES = 5;
const SAY_EVERY_MS = 10_000;

interface Siege {
  misses: string[];
  frames: number;
  taken: number;
  arenas: number;
}

export async function proof({ seed, short, say, minutes }: Terms): Promise<Outcome> {
  const random = new Random(seed);
  const planted = await plantFaults(random);
  const watch = new Watch();
  const first = await besiege({ count: 10_000, minutes }, random, watch, say); // whatever is built once is built now
  const heldBefore = heldMb();
  const siege = await besiege({ count: short ? FRAMES.short : FRAMES.long, minutes }, random, watch, say);
  const gate = await crashTheGate(short ? AT_THE_GATE.short : AT_THE_GATE.long, random, watch, everySoOften(thrown => say(`${thrown} at the gate`)));
  const growthMb = Math.round(heldMb() - heldBefore);
  const misses = [...planted.missed, ...first.misses, ...siege.misses, ...gate.misses, ...watch.hangs];
  if (growthMb > MOST_GROWTH_MB) misses.push(`${growthMb} MB more are held than before`);
  const figures = {
    frames: siege.frames + gate.thrown, atTheGate: gate.thrown, linesAtTheGate: gate.lines, takenAsHarmless: siege.taken, misses: misses.length,
    worstPauseMs: Math.round(watch.worstMs), growthMb, rooms: siege.arenas,
  };
  return { planted: planted.planted, caught: planted.caught, misses, figures };
}

async function besiege({ count, minutes }: { count: number; minutes: number }, random: Random, watch: Watch, say: (line: string) => void): Promise<Siege> {
  const siege: Siege = { misses: [], frames: 0, taken: 0, arenas: 0 };
  const tell = everySoOften(() => say(`${siege.frames} of ${count} frames`));
  const endsAt = performance.now() + minutes * 60_000;
  while (siege.frames < count && performance.now() < endsAt && siege.misses.length < ENOUGH_MISSES) {
    const arena = await new Arena(random).open();
    await fight(arena, PER_ARENA, watch);
    const misses = await arena.judge();
    siege.frames += PER_ARENA;
    siege.taken += arena.tally.taken;
    siege.arenas++;
    siege.misses.push(...misses);
    tell(siege.frames);
  }
  return siege;
}

async function fight(arena: Arena, frames: number, watch: Watch): Promise<void> {
  const malformed = new Malformed({ random: arena.random, clients: CLIENTS, clockOf: arena.clockOf }, FRESH);
  for (let n = 1; n <= frames; n++) {
    const frame = malformed.next(LAYERS[n % LAYERS.length]!);
    watch.begin();
    arena.throwIn(frame);
    watch.end(`a frame (${Buffer.from(frame).toString('base64').slice(0, 100)})`);
    if (n % PAIR_WORKS_EVERY !== 0) continue;
    watch.begin();
    await arena.pairWorks();
    watch.end('what was taken');
  }
}

/** Each in an arena of its own: a frame that crashes, one that takes its time, one that is kept from somebody, memory that stays. */
async function plantFaults(random: Random): Promise<Planted> {
  const planted = new Planted();
  const watch = new Watch();
  const once = (run: () => void) => {
    let left = 50;
    return () => void (left-- === 0 && run());
  };
  const crashing = await new Arena(random, once(() => { throw new TypeError('planted'); })).open();
  await fight(crashing, 400, watch);
  planted.note('a frame that crashes', (await crashing.judge()).length > 0);

  const hanging = new Watch();
  await fight(await new Arena(random, once(() => { for (const from = process.cpuUsage().user; process.cpuUsage().user - from < 300_000;) continue; })).open(), 400, hanging);
  planted.note('a frame that takes 300 ms', hanging.hangs.length > 0);

  const losing = await new Arena(random).open();
  losing.pair[0]!.text.insert(0, 'word');
  while (losing.pair[0]!.deliverOurs()) continue;
  await losing.lose(losing.pair[1]!);
  planted.note('an update that one of the pair never gets', (await losing.judge()).length > 0);

  const before = heldMb();
  const kept = Array.from({ length: (MOST_GROWTH_MB + 16) * 16 }, () => new Uint8Array(65_536));
  planted.note('memory that stays', heldMb() - before > MOST_GROWTH_MB && kept.length > 0);
  return planted;
}

function everySoOften(tell: (count: number) => void): (count: number) => void {
  let saidAt = performance.now();
  return count => {
    if (performance.now() - saidAt < SAY_EVERY_MS) return;
    saidAt = performance.now();
    tell(count);
  };
}
