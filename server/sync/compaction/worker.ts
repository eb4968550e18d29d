/** The thread in which documents are compacted, so that nobody's keystroke waits for it. Started by `compactor.ts`. */
import { readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { compact } from './compact.ts';
import type { Answer, Order } from './compactor.ts';

letOthersGoFirst();

parentPort?.on('message', ({ id, raw }: Order) => {
  const answer = answerTo(id, raw);
  // Handed over, not copied: 20 MB would hold up the other side for as long as they take to copy.
  parentPort?.postMessage(answer, 'update' in answer ? [answer.update.buffer as ArrayBuffer] : []);
});

function answerTo(id: number, raw: Uint8Array): Answer {
  try {
    return { id, ...compact(raw) };
  } catch (error) {
    return { id, failed: error instanceof Error ? error.message : String(error) };
  }
}

/** Where every core is busy, whoever types is served before this. Linux gives each thread a priority of its own (sched(7)). */
function letOthersGoFirst(): void {
  if (process.platform !== 'linux') return;
  try {
    const [thread] = readlinkSync('/proc/thread-self').split('/').slice(-1);
    setPriority(Number(thread), constants.priority.PRIORITY_BELOW_NORMAL);
  } catch (error) {
    // Not every container shows its threads: then it takes its share like everybody.
    process.emitWarning(`compaction runs at the priority of all else: ${String(error)}`);
  }
}
