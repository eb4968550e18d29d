/** People who come to a document that is there already: one who looks at the clock, or two hundred at once. */
import { performance } from 'node:perf_hooks';
import { UsageMeter } from './cpu.ts';
import { since } from './filling.ts';
import type { Joined, JoinJob, Opened, PeekJob } from './jobs.ts';
import { Line } from './line.ts';

/** All connect at the same moment; ends when the last one has the whole document. */
export async function join({ target, seats, atLeastBytes }: JoinJob): Promise<Joined> {
  const usage = new UsageMeter(target.pid);
  const begun = performance.now();
  const times: number[] = [];
  let bytes = 0;
  const lines = seats.map(seat => new Line(target.dialect, target.port, seat));
  await Promise.all(lines.map(line => wholeDocument(line, atLeastBytes).then(got => {
    times.push(since(begun));
    bytes = got;
  })));
  const { serverMs, loadMs } = usage.spent();
  for (const line of lines) line.close();
  return { firstMs: Math.min(...times), lastMs: Math.max(...times), serverCpuMs: serverMs, loadCpuMs: loadMs, bytes };
}

/** Resolves with the size of the answer that holds it all. */
function wholeDocument(line: Line, atLeastBytes: number): Promise<number> {
  return new Promise((resolve, reject) => {
    line.events.onEnd = why => reject(new Error(`A line ended: ${why}`));
    line.events.onContent = (_from, length, isAnswer) => {
      if (isAnswer && length >= atLeastBytes) resolve(length);
      else if (isAnswer) reject(new Error(`An answer of ${length} bytes, where ${atLeastBytes} were to come`));
    };
  });
}

/** One person opens the document: when do its first bytes come, and when all of it? */
export async function peek({ target, seat }: PeekJob): Promise<Opened> {
  const begun = performance.now();
  let [asked, first] = [0, 0];
  const line = new Line(target.dialect, target.port, seat);
  line.events.onPart = () => { first ||= performance.now(); };
  void line.isOpen.then(() => { asked = performance.now(); });
  const bytes = await wholeDocument(line, 1_000);
  const now = performance.now();
  line.close();
  return { firstBytesMs: (first || now) - asked, wholeMs: now - asked, connectMs: (first || now) - begun, bytes };
}
