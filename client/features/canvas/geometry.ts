/** Where things lie: bounds, free places, alignment. Pure numbers in board units; knows no document and no screen. */

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

export const middleOf = (box: Box): Point => ({ x: box.x + box.w / 2, y: box.y + box.h / 2 });

/** The smallest box around all; undefined around nothing. */
export function boundsOf(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map(box => box.x));
  const y = Math.min(...boxes.map(box => box.y));
  const right = Math.max(...boxes.map(box => box.x + box.w));
  const bottom = Math.max(...boxes.map(box => box.y + box.h));
  return { x, y, w: right - x, h: bottom - y };
}

/** The second lies in the first with all of it. */
export function contains(room: Box, { x, y, w, h }: Box): boolean {
  return x >= room.x && y >= room.y && x + w <= room.x + room.w && y + h <= room.y + room.h;
}

export function overlap(a: Box, b: Box, gap = 0): boolean {
  return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;
}

/** Room for an area's heading above its notes, and between things. */
export const HEADING = 44;
export const GAP = 12;

/** The first place inside a box where a card fits beside the others, line by line; undefined when it is full. */
export function placeInside(room: Box, size: { w: number; h: number }, others: readonly Box[]): Point | undefined {
  for (let y = room.y + HEADING; y + size.h <= room.y + room.h - GAP; y += 8) {
    for (let x = room.x + GAP + 4; x + size.w <= room.x + room.w - GAP; x += 8) {
      if (!others.some(other => overlap({ x, y, ...size }, other, GAP - 4))) return { x, y };
    }
  }
  return undefined;
}

/** Where a card inside a full box covers least of the others. */
export function placeOnPile(room: Box, size: { w: number; h: number }, others: readonly Box[]): Point {
  let best = { at: { x: room.x + GAP + 4, y: room.y + HEADING }, covered: Infinity };
  for (let y = room.y + HEADING; y + size.h <= room.y + room.h - GAP; y += 16) {
    for (let x = room.x + GAP + 4; x + size.w <= room.x + room.w - GAP; x += 16) {
      const covered = others.reduce((sum, other) => sum + shared({ x, y, ...size }, other), 0);
      if (covered < best.covered) best = { at: { x, y }, covered };
    }
  }
  return best.at;
}

function shared(a: Box, b: Box): number {
  const across = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return Math.max(0, across) * Math.max(0, down);
}

/** A free place as near to a wished one as can be, going round it in growing squares. */
export function placeNear(wish: Point, size: { w: number; h: number }, others: readonly Box[], step = 24): Point {
  for (let ring = 0; ring < 60; ring += 1) {
    const free = ringAround(wish, ring * step, step).find(at => !others.some(other => overlap({ ...at, ...size }, other, 8)));
    if (free) return free;
  }
  return wish;
}

function ringAround({ x, y }: Point, reach: number, step: number): Point[] {
  if (reach === 0) return [{ x, y }];
  const points: Point[] = [];
  for (let along = -reach; along <= reach; along += step) {
    points.push({ x: x + reach, y: y + along }, { x: x + along, y: y + reach }, { x: x - reach, y: y + along }, { x: x + along, y: y - reach });
  }
  return points;
}

export type Side = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

/** Where each box goes to stand in line with the others. */
export function aligned(boxes: ReadonlyMap<string, Box>, side: Side): Map<string, Point> {
  const all = boundsOf([...boxes.values()]);
  return new Map(all ? [...boxes].map(([id, box]) => [id, inLine(box, all, side)]) : []);
}

function inLine(box: Box, all: Box, side: Side): Point {
  switch (side) {
    case 'left': return { x: all.x, y: box.y };
    case 'centre': return { x: all.x + (all.w - box.w) / 2, y: box.y };
    case 'right': return { x: all.x + all.w - box.w, y: box.y };
    case 'top': return { x: box.x, y: all.y };
    case 'middle': return { x: box.x, y: all.y + (all.h - box.h) / 2 };
    case 'bottom': return { x: box.x, y: all.y + all.h - box.h };
  }
}

/** Equal gaps between three or more, in the room that they take now; things too large for it begin at equal steps. */
export function distributed(boxes: ReadonlyMap<string, Box>, axis: 'x' | 'y'): Map<string, Point> {
  const length = axis === 'x' ? 'w' : 'h';
  const sorted = [...boxes].sort(([, a], [, b]) => a[axis] - b[axis]);
  const [all, last] = [boundsOf([...boxes.values()]), sorted.at(-1)];
  if (!all || !last || sorted.length < 3) return new Map();
  const filled = sorted.reduce((sum, [, box]) => sum + box[length], 0);
  const gap = (all[length] - filled) / (sorted.length - 1);
  const step = (last[1][axis] - all[axis]) / (sorted.length - 1);
  let next = all[axis];
  return new Map(sorted.map(([id, box]) => {
    const at = { x: box.x, y: box.y, [axis]: next };
    next += gap < 0 ? step : box[length] + gap;
    return [id, at];
  }));
}

/** Halves of a unit are enough on a board and keep the document small. */
export const tidy = (value: number): number => Math.round(value * 2) / 2;
