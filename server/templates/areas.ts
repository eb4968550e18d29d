/**
 * The eight areas a board starts with: where they lie. Data alone; nothing here writes.
 *
 * Read left to right they tell the order of the work: what people fear and hope, what was seen, what they need,
 * what could be done, what it is worth. The open ground in the right column is for doubts, which belong nowhere.
 */
import type { Area, AreaKind } from '../../shared/documents/canvas.ts';
import { ElementId } from '../../shared/ids.ts';

/** Width of a column, and the ground between two areas, in board units. */
const COLUMN = 360;
const GAP = 24;
const column = (n: number): number => n * (COLUMN + GAP);

const PLACES: Readonly<Record<AreaKind, Pick<Area, 'x' | 'y' | 'w' | 'h'>>> = {
  fears: { x: column(0), y: 0, w: COLUMN, h: 320 },
  hopes: { x: column(1), y: 0, w: COLUMN, h: 280 },
  observations: { x: column(2), y: 0, w: 2 * COLUMN + GAP, h: 280 },
  needs: { x: column(0), y: 344, w: COLUMN, h: 272 },
  ideas: { x: column(1), y: 304, w: COLUMN, h: 312 },
  facts: { x: column(0), y: 640, w: COLUMN, h: 344 },
  value: { x: column(1), y: 640, w: COLUMN, h: 344 },
  solution: { x: column(2), y: 664, w: COLUMN, h: 320 },
};

/** The same id on every server: should two of them lay out one board at once, there is still one area of each kind. */
export const areaId = (kind: AreaKind): ElementId => ElementId.parse(`area_template-${kind}`);

/** Without titles of their own: an area is called by its kind, in the language of whoever looks, until somebody names it. */
export function startingAreas(): Area[] {
  return (Object.keys(PLACES) as AreaKind[]).map((kind, nth) => ({
    id: areaId(kind), type: 'area', kind, title: '', ...PLACES[kind], z: nth, locked: false,
  }));
}

/** The corner of an area, from which what lies in it is measured. */
export const placeOf = (kind: AreaKind): Pick<Area, 'x' | 'y' | 'w' | 'h'> => PLACES[kind];
