/**
 * Proof: whatever the store does (refuses, takes two seconds, loses its answer, fails to sync, is full), nothing that was
 * acknowledged is missing, nothing is called saved that is not, and when it is well again everybody has one text.
 */
import { join } from 'node:path';
import { mkdir } from 'node:fs/promises';
import { type Outcome, Planted, type Terms } from '../common/proof.ts';
import { Party } from '../common/party.ts';
import { Random } from '../common/random.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';
import { wrongIn } from '../../support/marks.ts';
import { Faults, type Kind, KINDS, type Lie } from './faults.ts';
import { smallDisk } from './fullDisk.ts';
import { Truth } from './truth.ts';

const TIMES = { short: 1, long: 25 };
const FULL_TIMES = { short: 2, long: 50 };
const WELL_WITHIN_MS = 10_000;
/** Slow means two seconds: shorter, and it would only be late once. */
const LASTS: Readonly<Record<Kind, readonly [number, number]>> = { refused: [300, 1_200], slow: [600, 2_500], 'answer lost': [200, 800], 'failed sync': [200, 800] };

interface Scene {
  app: TestApp;
  people: Party;
  truth: Truth;
  faults: Faults;
}

export async function proof({ short, seed, say, minutes }: Terms): Promise<Outcome> {
  const random = new Random(seed);
  const planted = await plantFaults(random);
  const [misses, wellAgain] = [[...planted.missed], [] as number[]];
  const [endsAt, scene] = [performance.now() + minutes * 60_000, await setScene(random)];
  const perKind: Record<string, number> = {};
  for (let time = 0; time < (short ? TIMES.short : TIMES.long) && performance.now() < endsAt && misses.length === 0; time++) {
    for (const kind of KINDS) {
      const { ms, misses: more } = await suffer(scene, random, kind, random.between(...LASTS[kind]));
      wellAgain.push(ms);
      misses.push(...more);
      perKind[`${kind.replace(' ', '')}Times`] = time + 1;
    }
    say(`${(time + 1) * KINDS.length} faults`);
  }
  const promised = scene.people.promised.length;
  await closeScene(scene);
  const full = await fillDisk(random, short ? FULL_TIMES.short : FULL_TIMES.long, endsAt);
  misses.push(...full.misses);
  const figures = { ...perKind, fullDiskTimes: full.times, faults: scene.faults.count, acknowledged: promised, wellAgainWorstMs: Math.round(Math.max(...wellAgain)), falselySaved: scene.truth.lies.length };
  return { planted: planted.planted, caught: planted.caught, misses, leftOut: full.leftOut, figures };
}

async function setScene(random: Random, dataDir?: string): Promise<Scene> {
  const faults = new Faults(random);
  const app = await startApp({ between: faults.between, logLevel: 'silent', ...(dataDir === undefined ? {} : { dataDir }) });
  const waiting: { truth?: Truth } = {};
  const people = await Party.gather({ app, onPromised: marks => waiting.truth?.promised(marks) });
  const truth = (waiting.truth = new Truth(() => faults.real, people.room));
  return { app, people, truth, faults };
}

async function closeScene({ app, people }: Scene): Promise<void> {
  await people.close();
  await app.close();
}

/** Everybody writes on while the fault lasts; then it is over, and all comes right. */
async function suffer({ people, truth, faults }: Scene, random: Random, kind: Kind | Lie, lastsMs: number): Promise<{ ms: number; misses: string[] }> {
  const stop = people.write(random);
  await pause(100);
  faults.now = kind;
  await pause(lastsMs);
  stop();
  faults.now = 'none';
  return judge(people, truth, kind);
}

async function judge(people: Party, truth: Truth, kind: string): Promise<{ ms: number; misses: string[] }> {
  const { ms, misses } = await people.settle(WELL_WITHIN_MS);
  const wrong = wrongIn(await truth.text(), people.written);
  if (wrong.length > 0) misses.push(`${wrong.length} marks are not on disk once`);
  misses.push(...truth.lies.splice(0));
  return { ms, misses: misses.map(miss => `${kind}: ${miss}`) };
}

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

async function fillDisk(random: Random, times: number, endsAt: number): Promise<{ times: number; misses: string[]; leftOut: string[] }> {
  const disk = await smallDisk();
  if (!disk) return { times: 0, misses: [], leftOut: ['a full disk: mounting a small one takes root'] };
  const misses: string[] = [];
  const dataDir = join(disk.folder, 'data');
  await mkdir(dataDir);
  let done = 0;
  try {
    const scene = await setScene(random, dataDir);
    for (; done < times && misses.length === 0 && performance.now() < endsAt; done++) {
      const stop = scene.people.write(random);
      await pause(100);
      await disk.fill();
      await pause(random.between(200, 700));
      stop();
      await disk.free();
      misses.push(...(await judge(scene.people, scene.truth, 'full disk')).misses);
    }
    await closeScene(scene);
  } finally {
    await disk.close();
  }
  return { times: done, misses, leftOut: [] };
}

async function plantFaults(random: Random): Promise<Planted> {
  const planted = new Planted();
  for (const lie of ['says it kept what it did not', 'keeps another letter'] as const) {
    const scene = await setScene(random);
    const stop = scene.people.write(random);
    await pause(100);
    scene.faults.now = lie;
    await pause(200);
    stop();
    const wrong = wrongIn(await scene.truth.text(), scene.people.promised);
    planted.note(`a store that ${lie}`, scene.truth.lies.length > 0 && wrong.length > 0);
    await closeScene(scene).catch(() => undefined); // such a store may well not be left in order
  }
  return planted;
}
