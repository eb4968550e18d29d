/** The thread in which files are made: an order comes in, bytes go out. It reaches neither store nor network. */
import { parentPort } from 'node:worker_threads';
import { makeDocx } from './docx.ts';
import type { ExportOrder } from '../actions/exports.ts';
import { makePdf } from './pdf.ts';
import type { Made } from './workshop.ts';

parentPort?.on('message', ({ id, order }: { id: number; order: ExportOrder }) => {
  void make(id, order).then(made => parentPort?.postMessage(made));
});

async function make(id: number, order: ExportOrder): Promise<Made> {
  try {
    const bytes = await (order.format === 'pdf' ? makePdf(order) : makeDocx(order));
    return { id, bytes: Uint8Array.from(bytes) };
  } catch (error) {
    // Where it failed, never what the text said.
    return { id, failed: error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 6).join('\n').slice(0, 1_000) : 'unknown' };
  }
}
