/**
 * Lays an example's notes out inside the areas of the template: columns filled from the top, shortest first.
 * How tall a note will be is guessed from its words; the browser measures, and a guess only has to keep notes apart.
 */
import type { AreaKind, NoteKind } from '../../shared/documents/canvas.ts';
import { placeOf } from '../templates/areas.ts';
import type { StoryNote } from './story.ts';

export interface Placed {
  x: number;
  y: number;
  w: number;
}

interface Grid {
  w: number; // of a note
  columns: number;
  gap: number;
}

const HEADING = 44;
const MARGIN = 16;
const TWO_COLUMNS: Grid = { w: 160, columns: 2, gap: 8 };
const GRIDS: Partial<Record<AreaKind, Grid>> = {
  observations: { w: 184, columns: 3, gap: 16 },
  value: { w: 328, columns: 1, gap: 8 },
};
/** The open ground beside the ideas, under the observations. */
const GROUND: Placed = { x: placeOf('solution').x + 24, y: placeOf('ideas').y + 40, w: 300 };

/** The same notes with their places. `words`: what the note will say, for its height. */
export function layOut<T extends Pick<StoryNote, 'lies' | 'kind'> & { words: string }>(notes: readonly T[]): (T & { place: Placed })[] {
  const columns = new Map<AreaKind, number[]>();
  return notes.map(note => ({ ...note, place: note.lies === 'ground' ? GROUND : nextIn(note.lies, note.kind, note.words, columns) }));
}

function nextIn(area: AreaKind, kind: NoteKind, words: string, columns: Map<AreaKind, number[]>): Placed {
  const { w, columns: count, gap } = GRIDS[area] ?? TWO_COLUMNS;
  const filled = columns.get(area) ?? Array.from({ length: count }, () => HEADING);
  columns.set(area, filled);
  const top = Math.min(...filled);
  const column = filled.indexOf(top);
  const { x, y } = placeOf(area);
  filled[column] = top + heightOf(kind, words, w) + gap;
  return { x: x + MARGIN + column * (w + gap), y: y + top, w };
}

const LINE = 19;
const PADDING = 22;
const FOOT = 28; // taller than a name: it holds the count of comments too
const KIND_LINE = 22;
const CHARACTER = 7;

export function heightOf(kind: NoteKind, words: string, w: number): number {
  const perLine = Math.floor((w - PADDING) / CHARACTER);
  const lines = words.split('\n').reduce((sum, line) => sum + wrapped(line, perLine), 0);
  return PADDING + lines * LINE + FOOT + (kind === 'insight' || kind === 'question' ? KIND_LINE : 0);
}

function wrapped(line: string, perLine: number): number {
  let lines = 1;
  let used = 0;
  for (const { length } of line.split(' ')) {
    if (used > 0 && used + 1 + length > perLine) {
      lines += 1;
      used = length;
    } else used += (used > 0 ? 1 : 0) + length;
  }
  return lines;
}
