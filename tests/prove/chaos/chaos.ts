/**
 * Proof: over a network that delays, drops, crumbles, glues, falls silent and resets, everybody ends with one text,
 * "Saved" is never said of what is not on disk, and nobody honest is refused. Bare lines, our own page, a stock page.
 */
import { type Outcome, Planted, type Terms } from '../common/proof.ts';
import { Party } from '../common/party.ts';
import { Random } from '../common/random.ts';
import { stockPage, takeSeats, untilDoc } from '../../support/lines.ts';
import { wrongIn } from '../../support/marks.ts';
import { Browser } from '../../support/browse.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';
import { Truth } from '../store/truth.ts';
import { ChaosProxy, type Mood, MOODS } from './proxy.ts';

const ROUNDS = { short: 2, long: 60 };
/** y-websocket finds out after half a minute that nobody is there; shorter, and the line is ended for it. */
const LASTS_MS = [250, 900] as const;
const WELL_WITHIN_MS = 15_000;

interface Scene {
  app: TestApp;
  people: Party;
  truth: Truth;
  proxies: ChaosProxy[];
}

export async function proof({ short, seed, say, minutes }: Terms): Promise<Outcome> {
  const random = new Random(seed);
  const planted = await plantFaults(random);
  const scene = await setScene(random);
  const misses = [...planted.missed];
  const [endsAt, wellAgain] = [performance.now() + minutes * 60_000, [] as number[]];
  let rounds = 0;
  for (; rounds < (short ? ROUNDS.short : ROUNDS.long) && misses.length === 0 && performance.now() < endsAt; rounds++) {
    const stop = scene.people.write(random);
    for (const mood of shuffled(MOODS, random)) {
      for (const proxy of scene.proxies) proxy.mood = random.chance(0.7) ? mood : random.pick(MOODS);
      await pause(random.between(...LASTS_MS));
    }
    stop();
    for (const proxy of scene.proxies) proxy.mood = 'calm';
    const { ms, misses: more } = await judge(scene);
    wellAgain.push(ms);
    misses.push(...more);
    say(`${rounds + 1} times bad weather`);
  }
  misses.push(...(await newcomerAgrees(scene)));
  const met = Object.fromEntries(MOODS.map(mood => [mood.replace('-o', 'O'), scene.proxies.reduce((sum, proxy) => sum + proxy.met[mood], 0)]));
  const figures = { rounds, ...met, acknowledged: scene.people.promised.length, written: scene.people.written.length, wellAgainWorstMs: Math.round(Math.max(...wellAgain)) };
  await closeScene(scene);
  return { planted: planted.planted, caught: planted.caught, misses, figures };
}

async function setScene(random: Random): Promise<Scene> {
  const app = await startApp({ logLevel: 'silent' });
  const [marta, paolo, ivo] = await Promise.all([0, 1, 2].map(() => ChaosProxy.to(app.port, random)));
  const of: Record<string, ChaosProxy> = { marta: marta!, paolo: paolo!, ivo: ivo! };
  const waiting: { truth?: Truth } = {};
  const gathered = await Party.gather({ app, port: name => of[name]!.port, onPromised: marks => waiting.truth?.promised(marks) });
  const truth = (waiting.truth = new Truth(() => app.store, gathered.room));
  return { app, people: gathered, truth, proxies: [marta!, paolo!, ivo!] };
}

async function closeScene({ app, people: gathered, proxies }: Scene): Promise<void> {
  await gathered.close();
  await Promise.all(proxies.map(proxy => proxy.close()));
  await app.close();
}

async function judge({ people: gathered, truth }: Scene, withinMs = WELL_WITHIN_MS): Promise<{ ms: number; misses: string[] }> {
  const { ms, misses } = await gathered.settle(withinMs);
  const wrong = wrongIn(await truth.text(), gathered.written);
  if (wrong.length > 0) misses.push(`${wrong.length} marks are not on disk once: ${wrong[0] ?? ''}`);
  misses.push(...truth.lies.splice(0));
  return { ms, misses };
}

/** A stock page that was never here gets the same, over a line in crumbs. */
async function newcomerAgrees({ people: gathered, proxies }: Scene): Promise<string[]> {
  const [proxy] = proxies;
  if (!proxy) return ['no network'];
  proxy.mood = 'split';
  const giulia = await gathered.project.seat('giulia');
  const url = `http://127.0.0.1:${proxy.port}`;
  const seated = { ...giulia, browser: new Browser(url, url).withCookie(giulia.browser.cookie) };
  const page = stockPage(seated, gathered.room, (await takeSeats(seated)).clientIds[0]!);
  const text = gathered.markers[0]!.text.toString();
  try {
    await untilDoc(page.doc, () => page.text.toString() === text, 'the whole text with a stock page');
    return [];
  } catch (error) {
    return [String(error)];
  } finally {
    page.close();
  }
}

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

function shuffled(moods: readonly Mood[], random: Random): Mood[] {
  return moods.map(mood => ({ mood, at: random.next() })).sort((a, b) => a.at - b.at).map(({ mood }) => mood);
}

/** A proxy that changes a letter, and one that invents acknowledgements. */
async function plantFaults(random: Random): Promise<Planted> {
  const planted = new Planted();
  const lies: Readonly<Record<string, (piece: Buffer, towardsServer: boolean) => Buffer>> = {
    'one letter swapped on its way to one person': swapLetter,
    'acknowledgements of what never arrived': inventReceipts(),
  };
  for (const [what, tamper] of Object.entries(lies)) {
    const scene = await setScene(random);
    const stop = scene.people.write(random);
    await pause(150);
    scene.proxies[1]!.tamper = tamper;
    await pause(300);
    stop();
    planted.note(what, (await judge(scene, 1_500)).misses.length > 0);
    await closeScene(scene);
  }
  return planted;
}

/** What the server sends is not masked: the letter after a mark's beginning is another one. */
function swapLetter(piece: Buffer, towardsServer: boolean): Buffer {
  const at = piece.indexOf('<marta');
  if (towardsServer || at < 0) return piece;
  const changed = Buffer.from(piece);
  changed[at + 1] = 0x6e;
  return changed;
}

/** Nothing reaches the server any more, and the page hears of ever more frames on disk. */
function inventReceipts(): (piece: Buffer, towardsServer: boolean) => Buffer {
  let frames = 200;
  return (piece, towardsServer) => {
    if (towardsServer) return Buffer.alloc(0);
    return Buffer.concat([piece, Buffer.from([0x82, 0x04, 100, 0x80 | (++frames & 0x7f), frames >> 7, 1])]);
  };
}
