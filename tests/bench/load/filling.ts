/**
 * Puts a document into rooms as somebody who was away would bring it: in frames of at most a megabyte, under ids that the
 * server issued. Either many short insertions at random places, or the recorded keystrokes of a real paper.
 */
import { performance } from 'node:perf_hooks';
import * as Y from 'yjs';
import { keystrokes } from './keystrokes.ts';
import type { Content, Filled, FillJob } from './jobs.ts';
import { Line } from './line.ts';
import { seeded } from './seeded.ts';

const AT_ONCE = 20;
const EDITS_PER_FRAME = 1_000;
const WORD_LETTERS = 24;
/** Rooms of a run hold the same words; only the ids differ. */
const SEED = 20_260_717;

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
  const { updates, realHistory } = content.kind === 'bytes' ? { updates: insertions(content.bytes, ids), realHistory: false } : history(content.edits, ids);
  for (const update of updates) line.write(update);
  return { bytes: updates.reduce((sum, update) => sum + update.length, 0), realHistory };
}

/** Everything it sent has been taken: whoever asks behind it is answered behind it. */
async function settled(line: Line): Promise<void> {
  const answered = new Promise<void>(resolve => {
    line.events.onContent = (_from, _length, isAnswer) => isAnswer && resolve();
  });
  line.askAgain();
  await answered;
}

/** Known by heart: a thousand rooms of the same size differ in their ids alone, and those have the same length or not. */
let remembered: { bytes: number; words: { at: number; word: string }[] } | undefined;

/** Words of `WORD_LETTERS` letters at random places of one text, by the ids in turn, until they make so many bytes. */
function insertions(bytes: number, ids: readonly number[]): Uint8Array[] {
  if (remembered?.bytes !== bytes) remembered = { bytes, words: wordsFor(bytes) };
  return edited(ids, remembered.words.length, (text, nth) => {
    const { at, word } = remembered!.words[nth]!;
    text.insert(at, word);
  });
}

function wordsFor(bytes: number): { at: number; word: string }[] {
  const random = seeded(SEED);
  const count = Math.ceil(bytes / (WORD_LETTERS + 16)); // what a word weighs beside its letters
  return Array.from({ length: count }, (_, nth) => ({
    at: Math.floor(random() * (nth * WORD_LETTERS + 1)),
    word: Array.from({ length: WORD_LETTERS }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join(''),
  }));
}

function history(edits: number, ids: readonly number[]): { updates: Uint8Array[]; realHistory: boolean } {
  const { patches, isReal } = keystrokes(edits);
  const updates = edited(ids.slice(0, 1), patches.length, (text, nth) => {
    const { at, deleted, inserted } = patches[nth]!;
    if (deleted > 0) text.delete(at, deleted);
    if (inserted !== '') text.insert(at, inserted);
  });
  return { updates, realHistory: isReal };
}

/** One update for each thousand edits: what was typed and deleted stands in it, as it was sent at the time. */
function edited(ids: readonly number[], count: number, edit: (text: Y.Text, nth: number) => void): Uint8Array[] {
  const doc = new Y.Doc({ gc: false });
  const text = doc.getText('body');
  const sent: Uint8Array[] = [];
  let waiting: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => waiting.push(update));
  for (let nth = 0; nth < count; nth++) {
    doc.clientID = ids[nth % ids.length]!;
    edit(text, nth);
    if (waiting.length < EDITS_PER_FRAME && nth < count - 1) continue;
    sent.push(Y.mergeUpdates(waiting));
    waiting = [];
  }
  doc.destroy();
  return sent;
}

/** Milliseconds since somebody began. */
export const since = (begun: number): number => performance.now() - begun;
