/** Ends a process at each named moment of compaction, again and again in one folder, and looks at what is there then. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import { COLLECTIONS } from '../../../server/storage/collections.ts';
import { openStore } from '../../../server/storage/open.ts';
import { blockState } from '../../../server/sync/blocks/blockState.ts';
import { load } from '../../../server/sync/load.ts';
import { ROOM } from '../../server/sync/memory.ts';
import { difference, pictureOf } from '../common/picture.ts';
import type { Random } from '../common/random.ts';

const CHILD = join(import.meta.dirname, 'compacting.child.ts');
/** `keep` twice: before the snapshot is written, and in the midst of it. */
const POINTS = [['read', 0], ['compact', 0], ['compact', 15], ['keep', 0], ['keep', 3], ['swap', 0], ['done', 0]] as const;
const REACHED_WITHIN_MS = 20_000;

export interface CrashPoints {
  ends: number;
  acknowledged: number;
  snapshots: number;
  misses: string[];
}

/** `times` through all of them. */
export async function endWhileCompacting(times: number, random: Random, endsAt = Infinity): Promise<CrashPoints> {
  const dataDir = await mkdtemp(join(tmpdir(), 'insieme-compacting-'));
  const result: CrashPoints = { ends: 0, acknowledged: 0, snapshots: 0, misses: [] };
  const promised: string[] = [];
  try {
    for (let time = 0; time < times && result.misses.length === 0 && performance.now() < endsAt; time++) {
      for (const [step, aboutMs] of POINTS) {
        const afterMs = aboutMs === 0 ? 0 : random.between(1, aboutMs);
        promised.push(...(await endAt(dataDir, step, afterMs, result.misses)));
        const seen = await look(dataDir, promised);
        result.misses.push(...seen.misses.map(miss => `ended at ${step} + ${afterMs} ms: ${miss}`));
        result.ends++;
        result.snapshots = seen.snapshotSeq > 0 ? result.snapshots + 1 : result.snapshots;
      }
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
  return { ...result, acknowledged: promised.length };
}

/** Answers the marks that were acknowledged before the end. */
async function endAt(dataDir: string, step: string, afterMs: number, misses: string[]): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD], {
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir, END_AT: step, END_AFTER_MS: String(afterMs) }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [said, complaints] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const tooLate = setTimeout(() => child.kill('SIGTERM'), REACHED_WITHIN_MS);
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  clearTimeout(tooLate);
  if (signal !== 'SIGKILL') misses.push(`${step} was not reached: ${complaints.slice(0, 300)}`);
  return said.split('\n').slice(0, -1);
}

/** The snapshot with what follows it, and the journal alone: both have all that was promised, and are one document. */
async function look(dataDir: string, promised: readonly string[]): Promise<{ misses: string[]; snapshotSeq: number }> {
  const store = await openStore({ dataDir, mongoUri: undefined, collections: COLLECTIONS });
  try {
    const state = blockState();
    await load(store.journal, ROOM, state);
    const [opened, replayed] = [new Y.Doc(), new Y.Doc()];
    Y.applyUpdate(opened, state.whole());
    const updates: Uint8Array[] = [];
    for await (const entry of store.journal.read(ROOM, 0)) updates.push(...entry.parts.map(part => part.update));
    replayed.transact(() => updates.forEach(update => Y.applyUpdate(replayed, update)));
    const misses: string[] = [];
    const text = opened.getText('body').toString();
    const wrong = wrongMarks(text, promised);
    if (wrong.length > 0) misses.push(`${wrong.length} acknowledged marks are not there once: ${wrong[0] ?? ''}`);
    const differs = difference(pictureOf(opened), pictureOf(replayed), ['vector', 'deleted', 'order']);
    if (differs !== undefined) misses.push(`the snapshot and the journal tell different stories: ${differs}`);
    return { misses, snapshotSeq: (await store.journal.snapshot(ROOM))?.seq ?? 0 };
  } finally {
    await store.close();
  }
}

function wrongMarks(text: string, promised: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const [mark] of text.matchAll(/<[^<>]+>/g)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return promised.filter(mark => counts.get(mark) !== 1);
}
