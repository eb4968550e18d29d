/**
 * Puts a document into rooms as somebody who was away would bring it: in frames of at most a megabyte, under ids that the
 * server issued. Either many short insertions at random places, or the recorded keystrokes of a real paper.
 */
import { performance } from 'node:perf_hooks';
import * as Y from 'yjs';
import { keystrokes } from './keystrokes.ts';
import type { Content, Filled, FillJob } from './jobs.ts';
import { Line } from './line.ts';
import { seeded, SEEDS } from './seeded.ts';
import { withIds } from '../wire/typing.ts';

const AT_ONCE = 20;
/** Merging updates costs Yjs the square of their number. */
const EDITS_PER_FRAME = 200;
const WORDS_PER_FRAME = 1_000;
const WORD_LETTERS = 24;

/** Lines that stay, so that their rooms do. */
const staying: Line[] = [];

export async function fill({ target, seats, content, leave }: FillJob): Promise<Filled> {
  let filled: Filled = { bytes: 0, realHistory: false };
  for (let at = 0; at < seats.length; at += AT_ONCE) {
    const lines = seats.slice(at, at + AT_ONCE).map(seat => new Line(target.dialect, target.port, seat));
    await Promise.all(lines.map(line => line.isIn));
    for (const line of lines) filled = bring(line, content);
    await Promise.all(lines.map(line => settled(line)));
    if (leave) for (const line of lines) line.close();
    else staying.push(...lines);
  }
  return filled;
}

function bring(line: Line, content: Content): Filled {
  const ids = line.seat.clientIds.length > 0 ? line.seat.clientIds : [line.seat.clientId];
  const { updates, realHistory } = content.kind === 'bytes' ? { updates: insertions(content.bytes, ids), realHistory: false } : history(content.edits, ids[0]!);
  for (const update of updates) line.write(update);
  return { bytes: updates.reduce((sum, update) => sum + update.length, 0), realHistory };
}

/** Everything it sent has been taken: whoever asks behind it is answered behind it. */
async function settled(line: Line): Promise<void> {
  const answered = new Promise<void>((resolve, reject) => {
    line.events.onEnd = why => reject(new Error(`A line ended: ${why}`));
    line.events.onContent = (_from, _length, isAnswer) => isAnswer && resolve();
  });
  line.askAgain();
  await answered;
}

/** What was made once is brought to a thousand rooms: the ids alone are others in each. */
let template: { bytes: number; updates: Uint8Array[] } | undefined;
const TEMPLATE_IDS = Array.from({ length: 16 }, (_, nth) => 16 + nth);

/** Words at random places of one text, by the ids in turn, until they make about so many bytes. */
function insertions(bytes: number, ids: readonly number[]): Uint8Array[] {
  if (template?.bytes !== bytes) template = { bytes, updates: wordsOf(bytes, TEMPLATE_IDS) };
  const toIds = new Map(TEMPLATE_IDS.map((id, nth) => [id, ids[nth % ids.length]!]));
  if (ids.length < TEMPLATE_IDS.length) throw new Error(`A document by ${TEMPLATE_IDS.length} hands needs as many ids.`);
  return template.updates.map(update => withIds(update, toIds));
}

function wordsOf(bytes: number, ids: readonly number[]): Uint8Array[] {
  const random = seeded(SEEDS.words);
  const count = Math.ceil(bytes / (WORD_LETTERS + 16)); // what a word weighs beside its letters
  const word = () => Array.from({ length: WORD_LETTERS }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
  return edited(count, WORDS_PER_FRAME, true, (doc, nth) => {
    doc.clientID = ids[nth % ids.length]!;
    doc.getText('body').insert(Math.floor(random() * (nth * WORD_LETTERS + 1)), word());
  });
}

function history(edits: number, clientId: number): { updates: Uint8Array[]; realHistory: boolean } {
  const { patches, isReal } = keystrokes(edits);
  const updates = edited(patches.length, EDITS_PER_FRAME, false, (doc, nth) => {
    doc.clientID = clientId;
    const { at, deleted, inserted } = patches[nth]!;
    if (deleted > 0) doc.getText('body').delete(at, deleted);
    if (inserted !== '') doc.getText('body').insert(at, inserted);
  });
  return { updates, realHistory: isReal };
}

/** So many edits make one update; in one transaction Yjs joins what belongs together, else each letter stays as it was sent. */
function edited(count: number, perFrame: number, inOneGo: boolean, edit: (doc: Y.Doc, nth: number) => void): Uint8Array[] {
  const doc = new Y.Doc({ gc: false });
  const sent: Uint8Array[] = [];
  let waiting: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => waiting.push(update));
  for (let begin = 0; begin < count; begin += perFrame) {
    const all = () => { for (let nth = begin; nth < Math.min(count, begin + perFrame); nth++) edit(doc, nth); };
    if (inOneGo) doc.transact(all);
    else all();
    sent.push(Y.mergeUpdates(waiting));
    waiting = [];
  }
  doc.destroy();
  return sent;
}

/** Milliseconds since somebody began. */
export const since = (begun: number): number => performance.now() - begun;
