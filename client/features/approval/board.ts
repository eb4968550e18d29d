/** Where things of a frozen canvas lie: bounds, middles, outlines of ink, the colours of kinds. Plain functions. */
import { getStroke } from 'perfect-freehand';
import type { CSSProperties } from 'react';
import {
  type Area, areaOfNote, ASSUMED_NOTE_HEIGHT, type AreaKind, type FrozenCanvas, NOTE_KIND_OF_AREA, type NoteKind, type Paper,
} from '../../../shared/documents/canvas.ts';
import { plainText } from '../../../shared/documents/richtext.ts';

export type Frozen = FrozenCanvas['elements'][number];
export type FrozenNote = Extract<Frozen, { type: 'note' }>;
export type FrozenInk = Extract<Frozen, { type: 'ink' }>;

export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}
export interface Point {
  x: number;
  y: number;
}

const MARGIN = 48;

/** Everything with a little air around it. */
export function boundsOf(elements: readonly Frozen[]): Box {
  const boxes = elements.flatMap(element => boxOf(element) ?? []);
  if (boxes.length === 0) return { x: 0, y: 0, w: 400, h: 200 };
  const [left, top] = [Math.min(...boxes.map(box => box.x)), Math.min(...boxes.map(box => box.y))];
  const [right, bottom] = [Math.max(...boxes.map(box => box.x + box.w)), Math.max(...boxes.map(box => box.y + box.h))];
  return { x: left - MARGIN, y: top - MARGIN, w: right - left + 2 * MARGIN, h: bottom - top + 2 * MARGIN };
}

/** A connector lies where its ends lie, and has no box of its own. */
export function boxOf(element: Frozen): Box | undefined {
  switch (element.type) {
    case 'area': return element;
    case 'note': return { ...element, h: heightOf(element) };
    case 'ink': return inkBox(element);
    case 'connector': return undefined;
  }
}

/** A note without a height is as tall as its words: some 30 characters in a line of 19 pixels. */
export function heightOf(note: FrozenNote): number {
  if (note.h !== null) return note.h;
  const inLine = Math.max(8, Math.floor((note.w - 28) / 7));
  const lines = note.text.reduce((sum, block) => sum + Math.max(1, Math.ceil(plainText([block]).length / inLine)), 0);
  return Math.max(ASSUMED_NOTE_HEIGHT / 2, lines * 19 + 26);
}

function inkBox(ink: FrozenInk): Box {
  const points = pointsOf(ink);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: ink.x + left, y: ink.y + top, w: Math.max(...xs) - left, h: Math.max(...ys) - top };
}

/** x, y and pressure of each point lie in one list. */
function pointsOf({ points }: FrozenInk): [number, number, number][] {
  return Array.from({ length: Math.floor(points.length / 3) }, (_, nth) => [points[nth * 3] ?? 0, points[nth * 3 + 1] ?? 0, points[nth * 3 + 2] ?? 0.5]);
}

/** The outline of a stroke, as an SVG path relative to the ink's own place. */
export function inkPath(ink: FrozenInk): string {
  const outline = getStroke(pointsOf(ink), { size: ink.thickness * 2, thinning: 0.5, smoothing: 0.5, streamline: 0.4, simulatePressure: false, last: true });
  return outline.length === 0 ? '' : `M${outline.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
}

export function middleOf(element: Frozen | undefined): Point | undefined {
  const box = element && boxOf(element);
  return box && { x: box.x + box.w / 2, y: box.y + box.h / 2 };
}

const AREA_OF_KIND = new Map<NoteKind, AreaKind>(Object.entries(NOTE_KIND_OF_AREA).map(([area, kind]) => [kind, area as AreaKind]));

/** Kinds without an area of their own lie on the paper of a related one, as on the living board. */
const SPEAKING = new Map<NoteKind, AreaKind>([['insight', 'observations'], ['question', 'needs']]);

/** What a note's paper is called: its own, or that of its kind. */
export const paperOf = (note: Pick<FrozenNote, 'kind' | 'paper'>): Paper => note.paper ?? AREA_OF_KIND.get(note.kind) ?? SPEAKING.get(note.kind) ?? 'plain';

/** The house's colours of an area or paper, as variables that our styles read. */
export function coloursOf(paper: Paper): CSSProperties {
  const colours = paper === 'plain'
    ? { '--area': 'var(--ins-ink-2)', '--paper': 'var(--ins-surface)' }
    : { '--area': `var(--ins-${paper})`, '--paper': `var(--ins-${paper}-paper)` };
  return colours as CSSProperties;
}

const INK_COLOURS: Record<FrozenInk['colour'], string> = {
  ink: 'var(--ins-ink)', green: 'var(--ins-green)', seller: 'var(--ins-seller)', client: 'var(--ins-client)',
  internal: 'var(--ins-internal)', danger: 'var(--ins-danger)',
};
export const inkColour = (ink: FrozenInk): string => INK_COLOURS[ink.colour];

/** Notes by the area in which they lie, areas in the order of the eye; the last group holds what lies in none. */
export function byArea(elements: readonly Frozen[]): { area: Area | undefined; notes: FrozenNote[] }[] {
  const areas = elements.filter(element => element.type === 'area');
  const notes = elements.filter(element => element.type === 'note').toSorted((a, b) => a.y - b.y || a.x - b.x);
  const inOrder = areas.toSorted((a, b) => a.y - b.y || a.x - b.x);
  const groups = inOrder.map(area => ({ area, notes: notes.filter(note => areaOfNote(areas, note)?.id === area.id) }));
  const loose = notes.filter(note => areaOfNote(areas, note) === undefined);
  return loose.length > 0 ? [...groups, { area: undefined, notes: loose }] : groups;
}
