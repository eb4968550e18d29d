/** The thread in which documents are compacted, so that nobody's keystroke waits for it. Started by `compactor.ts`. */
import { parentPort } from 'node:worker_threads';
import { compact } from './compact.ts';
import type { Answer, Order } from './compactor.ts';

parentPort?.on('message', ({ id, raw }: Order) => {
  parentPort?.postMessage(answerTo(id, raw));
});

function answerTo(id: number, raw: Uint8Array): Answer {
  try {
    return { id, ...compact(raw) };
  } catch (error) {
    return { id, failed: error instanceof Error ? error.message : String(error) };
  }
}
