/** One end of the server under load: write, kill -9, look at the disk, start, and see that every promise was kept. */
import type { Random } from '../common/random.ts';
import { wrongIn } from '../../support/marks.ts';
import { RawLine } from '../../support/RawLine.ts';
import * as Y from 'yjs';
import { askFrame } from '../../../server/sync/frames.ts';
import type { House } from './house.ts';
import type { Writer } from './writers.ts';

export interface Round {
  misses: string[];
  /** Milliseconds from starting the server until somebody new has the whole document. */
  servingMs: number;
}

export interface RoundOptions {
  house: House;
  writers: readonly Writer[];
  random: Random;
  /** Also read the folder with nobody running on it. */
  looksAtDisk: boolean;
  /** Between the end and the next start: a planted fault. */
  meanwhile?: () => Promise<void>;
}

const PROMISE_WITHIN_MS = 10_000;
const READ_WITHIN_MS = 5_000;

export async function round({ house, writers, random, looksAtDisk, meanwhile }: RoundOptions): Promise<Round> {
  await writeUntilPromised(writers, random);
  await house.kill();
  for (const writer of writers) writer.cut();
  const promised = writers.flatMap(writer => [...writer.promised]);
  await meanwhile?.();
  const misses = looksAtDisk ? wrong(await house.textOnDisk(), promised, 'on disk') : [];
  const startedAt = performance.now();
  await house.start();
  const text = await readAll(house);
  const servingMs = performance.now() - startedAt;
  misses.push(...wrong(text, promised, 'after the start'));
  // What others have written since must not be gone for whoever kept it: all come back, whatever they had.
  for (const writer of writers) await writer.comeBack();
  return { misses, servingMs };
}

/** Nothing is at stake before everybody was promised something in this round; the end then comes at any moment. */
async function writeUntilPromised(writers: readonly Writer[], random: Random): Promise<void> {
  const before = writers.map(writer => writer.promised.size);
  const timers = writers.map(writer => setInterval(() => writer.write(random.chance(0.3)), random.between(2, 4)));
  const tooLate = performance.now() + PROMISE_WITHIN_MS;
  try {
    while (!writers.every((writer, nth) => writer.promised.size > before[nth]!)) {
      if (performance.now() > tooLate) throw new Error(`nobody was promised anything: ${writers.map((writer, nth) => `${writer.name} ${writer.promised.size - before[nth]!} (${writer.state()})`).join(', ')}`);
      await pause(2);
    }
    await pause(random.between(0, 50));
  } finally {
    timers.forEach(clearInterval);
  }
}

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

function wrong(text: string, promised: readonly string[], where: string): string[] {
  const marks = wrongIn(text, promised);
  return marks.length === 0 ? [] : [`${where}, ${marks.length} acknowledged marks are not there exactly once: ${marks.slice(0, 3).join(' ')}`];
}

/** The whole document as somebody gets it who was never here. */
export async function readAll(house: House): Promise<string> {
  const line = RawLine.open(house.browserOf('lia'), house.room);
  try {
    await line.isIn;
    line.send(askFrame(Uint8Array.of(0)));
    await line.until(() => line.heard.answers.length > 0, 'the document', READ_WITHIN_MS);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, line.heard.answers[0]!);
    return doc.getText('body').toString();
  } finally {
    line.close();
  }
}
