/** Elements as they are made, copied and measured: plain data, no document and no screen. */
import type * as Y from 'yjs';
import {
  type Area, type AreaKind, ASSUMED_NOTE_HEIGHT, bottomToTop, type CanvasElement, type Changes, FARTHEST, type Ink, LENGTHS, type Note, type NoteKind,
} from '../../../shared/documents/canvas.ts';
import { type RichText, writeRichText } from '../../../shared/documents/richtext.ts';
import type { ElementId } from '../../../shared/ids.ts';
import type { Copied } from './clipboard.ts';
import { freshId } from './elementId.ts';
import { type Box, type Point, tidy } from './geometry.ts';
import { widthOf } from './kinds.ts';

export function newNote(kind: NoteKind, at: Point, z: number): CanvasElement {
  return { id: freshId('note'), type: 'note', kind, ...onTheBoard(at), w: widthOf(kind), h: null, z, locked: false, paper: null };
}

export function newArea(kind: AreaKind, at: Point, size: { w: number; h: number }, z: number): CanvasElement {
  return { id: freshId('area'), type: 'area', kind, title: '', ...onTheBoard(at), ...size, z, locked: false };
}

const onTheBoard = ({ x, y }: Point): Point => ({ x: within('x', tidy(x)), y: within('y', tidy(y)) });

export const fillWith = (text: RichText) => (fragment: Y.XmlFragment): void => writeRichText(fragment, text);

export const boxOfArea = ({ x, y, w, h }: Area): Box => ({ x, y, w, h });

/** How far the points of a stroke reach. */
export function boxOfInk({ x, y, points, thickness }: Ink): Box {
  let [w, h] = [0, 0];
  for (let nth = 0; nth + 1 < points.length; nth += 3) {
    w = Math.max(w, points[nth] ?? 0);
    h = Math.max(h, points[nth + 1] ?? 0);
  }
  return { x, y, w: w + thickness, h: h + thickness };
}

/** Undefined for connectors, which lie where their ends lie. */
export function boxOf(element: CanvasElement): Box | undefined {
  switch (element.type) {
    case 'area': return boxOfArea(element);
    case 'note': return { x: element.x, y: element.y, w: element.w, h: element.h ?? ASSUMED_NOTE_HEIGHT };
    case 'ink': return boxOfInk(element);
    case 'connector': return undefined;
  }
}

/** A number beyond the board would make the element unreadable for everybody. */
export function tidyChange(change: Changes): Changes {
  const numbers = Object.entries(change).map(([key, value]) => [key, typeof value === 'number' ? within(key, tidy(value)) : (value as unknown)] as const);
  return Object.fromEntries(numbers);
}

function within(key: string, value: number): number {
  if (key === 'x' || key === 'y') return Math.max(-FARTHEST, Math.min(FARTHEST, value));
  return key === 'w' || key === 'h' ? Math.max(LENGTHS.least, Math.min(LENGTHS.most, value)) : value;
}

/** Fresh ids for all, connectors following their ends; bottom ones first, so that they keep their order. */
export function renamed(pieces: Copied): Copied {
  const names = new Map<string, ElementId>(pieces.map(piece => [piece.id, freshId(piece.type === 'connector' ? 'line' : piece.type)]));
  return [...pieces].sort(bottomToTop).flatMap((piece): Copied => {
    const id = names.get(piece.id) ?? piece.id;
    if (piece.type !== 'connector') return [{ ...piece, id, locked: false }];
    const [from, to] = [names.get(piece.from), names.get(piece.to)];
    return from && to ? [{ ...piece, id, from, to, locked: false }] : [];
  });
}

export function movedBy(piece: Copied[number], dx: number, dy: number): CanvasElement {
  if (piece.type === 'connector') return piece;
  const at = onTheBoard({ x: piece.x + dx, y: piece.y + dy });
  return piece.type === 'note' ? withoutText({ ...piece, ...at }) : { ...piece, ...at };
}

function withoutText({ text: _text, ...plain }: Extract<Copied[number], { type: 'note' }>): Note {
  return plain;
}
