/**
 * Rooms over a real store that end themselves by SIGKILL at a named moment of compaction, while three people write.
 * Run with `DATA_DIR`, `END_AT` (a step) and `END_AFTER_MS`; prints each mark that was acknowledged, at once.
 */
import { writeSync } from 'node:fs';
import { COLLECTIONS } from '../../../server/storage/collections.ts';
import { openStore } from '../../../server/storage/open.ts';
import { blockState } from '../../../server/sync/blocks/blockState.ts';
import { Compactor } from '../../../server/sync/compaction/compactor.ts';
import { Rooms } from '../../../server/sync/rooms.ts';
import { realTime } from '../../../server/sync/time.ts';
import { memberId, ROOM } from '../../server/sync/memory.ts';
import { TestPeer } from '../../support/TestPeer.ts';

const { DATA_DIR = '', END_AT = '', END_AFTER_MS = '0' } = process.env;
/** Enough to be worth a compaction while people write. */
const PASTE_BYTES = 300 * 1024;

const end = () => process.kill(process.pid, 'SIGKILL');
const afterMs = Number(END_AFTER_MS);
const onStep = (step: string) => {
  if (step !== END_AT) return;
  if (afterMs === 0) end();
  else setTimeout(end, afterMs);
};
const complain = (what: string, error: unknown) => void writeSync(2, `${what}: ${String(error)}\n`);

/** Notes for each frame how many marks there were when it was sent. */
class Writer extends TestPeer {
  readonly marks: string[] = [];
  readonly #frames: number[] = [];
  #told = 0;

  write(): void {
    const mark = `<${this.doc.clientID}.${this.marks.length}>`;
    this.marks.push(mark);
    this.text.insert(this.text.length, mark);
  }
  protected override sentContent(): void {
    this.#frames.push(this.marks.length);
  }
  protected override heardSaved(frames: number): void {
    const saved = this.#frames[frames - 1] ?? 0;
    for (; this.#told < saved; this.#told++) writeSync(1, `${this.marks[this.#told]!}\n`);
  }
}

const store = await openStore({ dataDir: DATA_DIR, mongoUri: undefined, collections: COLLECTIONS });
const compactor = new Compactor(realTime);
const rooms = new Rooms({ store, clock: Date.now, time: realTime, newState: blockState, compact: raw => compactor.compact(raw), onTrouble: complain, onBroken: () => complain('broken', ''), onStep });
const visit = await rooms.enter(ROOM);
const writers: Writer[] = [];
for (const name of ['marta', 'paolo', 'ivo']) {
  const ids = await visit.seats.issue(memberId(name), false);
  writers.push(new Writer({ memberId: memberId(name), clientId: ids[0]! }));
}
for (const writer of writers) writer.goOnline(visit.room);
setInterval(() => {
  for (const writer of writers) {
    writer.write();
    while (writer.deliverOne()) continue;
  }
}, 1);
// What is pasted goes again, so that the document does not grow from one run to the next.
const notes = writers[0]!.doc.getText('notes');
setTimeout(() => {
  notes.insert(0, 'x'.repeat(PASTE_BYTES));
  notes.delete(0, notes.length);
}, 30);
