/** The thread in which documents are compacted, so that nobody's keystroke waits for it. Started by `compactor.ts`. */
import { parentPort } from 'node:worker_threads';
import { compact } from './compact.ts';
import type { Answer, Order } from './compactor.ts';

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
