/**
 * Proof: `kill -9` of the real server under load loses nothing that it acknowledged, again and again in one folder; it
 * serves again within 2 s; and three honest people who come back from memory, from a copy and from IndexedDB agree.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Outcome, Planted, type Terms } from '../common/proof.ts';
import { Random } from '../common/random.ts';
import { wrongIn } from '../../support/marks.ts';
import { freshDevice } from '../../support/page.ts';
import { endWhileCompacting } from './crashPoints.ts';
import { House } from './house.ts';
import { readAll, round, type Round } from './round.ts';
import { lineWriter, pageWriter, type Writer } from './writers.ts';

const ROUNDS = 1_000;
/** The short form takes as many rounds as fit, and never fewer. */
const SHORT = { ms: 18_000, atLeast: 10 };
/** Through all moments of a compaction. */
const COMPACTIONS = { short: 1, long: 20 };
const LOOKS_AT_DISK_EVERY = 10;
const ENOUGH_MISSES = 3;
/** In the median: on a machine that does other things as well, one start may have to wait for its turn. */
const SERVING_WITHIN_MS = 2_000;
const SAY_EVERY_MS = 10_000;

export async function proof(terms: Terms): Promise<Outcome> {
  const random = new Random(terms.seed);
  const planted = await plantFaults(random);
  const house = await House.build();
  try {
    const { misses, figures } = await killAgainAndAgain(house, terms, random);
    const compacting = await endWhileCompacting(terms.short ? COMPACTIONS.short : COMPACTIONS.long, random);
    return {
      planted: planted.planted, caught: planted.caught, misses: [...planted.missed, ...misses, ...compacting.misses],
      figures: { ...figures, endsWhileCompacting: compacting.ends, acknowledgedWhileCompacting: compacting.acknowledged },
    };
  } finally {
    await house.close();
  }
}

async function gather(house: House): Promise<Writer[]> {
  freshDevice();
  await house.start();
  return [await lineWriter(house, 'marta', 'from memory'), await lineWriter(house, 'paolo', 'from a copy'), await pageWriter(house, 'ivo')];
}

async function killAgainAndAgain(house: House, { short, say, minutes }: Terms, random: Random): Promise<Pick<Outcome, 'misses' | 'figures'>> {
  const writers = await gather(house);
  const [misses, servingMs, startedAt] = [[] as string[], [] as number[], performance.now()];
  let saidAt = startedAt;
  const isDone = () => (short ? servingMs.length >= SHORT.atLeast && performance.now() - startedAt > SHORT.ms : servingMs.length >= ROUNDS || performance.now() - startedAt > minutes * 60_000);
  while (!isDone() && misses.length < ENOUGH_MISSES) {
    const each = await round({ house, writers, random, looksAtDisk: servingMs.length % LOOKS_AT_DISK_EVERY === 0 });
    misses.push(...each.misses.map(miss => `round ${servingMs.length + 1}: ${miss}`));
    servingMs.push(each.servingMs);
    if (performance.now() - saidAt < SAY_EVERY_MS) continue;
    saidAt = performance.now();
    say(`${servingMs.length} ends`);
  }
  misses.push(...(await agreeInTheEnd(house, writers)));
  servingMs.sort((a, b) => a - b);
  if (at(servingMs, 0.5) > SERVING_WITHIN_MS) misses.push(`serving again only after ${at(servingMs, 0.5)} ms`);
  const acknowledged = writers.reduce((sum, writer) => sum + writer.promised.size, 0);
  const figures = { ends: servingMs.length, acknowledged, lost: misses.length, servingMedianMs: at(servingMs, 0.5), serving95Ms: at(servingMs, 0.95), servingWorstMs: at(servingMs, 1) };
  return { misses, figures };
}

const at = (sorted: readonly number[], part: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);

/** Every mark that anybody ever wrote, once, in the same place with everybody. */
async function agreeInTheEnd(house: House, writers: readonly Writer[]): Promise<string[]> {
  const all = writers.flatMap(writer => writer.marks);
  const misses: string[] = [];
  for (const writer of writers) await writer.holds(all).catch((error: unknown) => misses.push(String(error)));
  const text = await readAll(house);
  for (const writer of writers) {
    if (writer.text() !== text) misses.push(`${writer.name} ends with another text`);
    misses.push(...writer.refusals().map(refusal => `${writer.name} was refused: ${refusal}`));
    await writer.close();
  }
  const wrong = wrongIn(text, all);
  return wrong.length === 0 ? misses : [...misses, `in the end ${wrong.length} marks are not there exactly once`];
}

/** What a fault does to the folder while nobody runs on it. */
const FAULTS: Readonly<Record<string, (house: House) => Promise<void>>> = {
  'a disk that forgets what it acknowledged': house => house.restore(`${house.dataDir}-copy`),
  'one byte swapped in what is on disk': house => swapByte(join(house.dataDir, 'store', 'data.mdb')),
};

async function plantFaults(random: Random): Promise<Planted> {
  const planted = new Planted();
  for (const [what, fault] of Object.entries(FAULTS)) {
    const house = await House.build();
    try {
      const writers = await gather(house);
      await round({ house, writers, random, looksAtDisk: false });
      await house.keepCopy();
      const bad = await round({ house, writers, random, looksAtDisk: false, meanwhile: () => fault(house) }).catch((error: unknown): Round => ({ misses: [String(error)], servingMs: 0 }));
      planted.note(what, bad.misses.length > 0);
      for (const writer of writers) await writer.close();
    } finally {
      await house.close();
    }
  }
  return planted;
}

/** Wherever the first mark stands, it reads otherwise from now on. */
async function swapByte(path: string): Promise<void> {
  const bytes = await readFile(path);
  for (let found = bytes.indexOf('<marta.0>'); found >= 0; found = bytes.indexOf('<marta.0>', found + 1)) bytes[found + 1] = 0x6e;
  await writeFile(path, bytes);
}
