/**
 * What is drawn on a room's canvas: areas, notes, connectors and ink, as typed reads and edits on a Y.Doc.
 *
 * Each element is one Y.Map under the canvas root, each property one key, so that two people who move and
 * colour the same note keep both changes. Deleting sets `deletedAt`: an undo brings the very same note back
 * (Yjs cannot reliably restore a nested map that somebody else touched meanwhile). Selection, measured sizes
 * and other passing things never come here. Knows nothing of React or of who is allowed.
 */
import * as Y from 'yjs';
import * as z from 'zod';
import { ElementId } from '../ids.ts';
import { plainText, readRichText, RichText } from './richtext.ts';
import { canvasRoot } from './roots.ts';
import { AREA_KINDS } from './sectionAreas.ts';

export const AreaKind = z.enum(AREA_KINDS);
export type AreaKind = z.infer<typeof AreaKind>;

/** A note's kind follows the area it was born in, and may be changed; `doubt`, `insight` and `question` look different. */
export const NoteKind = z.enum([
  'fear', 'hope', 'fact', 'observation', 'need', 'idea', 'solution', 'value', 'doubt', 'insight', 'question', 'plain',
]);
export type NoteKind = z.infer<typeof NoteKind>;

export const NOTE_KIND_OF_AREA: Record<AreaKind, NoteKind> = {
  fears: 'fear', hopes: 'hope', facts: 'fact', observations: 'observation',
  needs: 'need', ideas: 'idea', solution: 'solution', value: 'value',
};

/** Board units; 1 is one CSS pixel at 100 %. Bounded, or one forged number makes a board nobody can find again. */
export const FARTHEST = 100_000;
export const LENGTHS = { least: 8, most: 20_000 } as const;
const Coordinate = z.number().min(-FARTHEST).max(FARTHEST);
const Length = z.number().min(LENGTHS.least).max(LENGTHS.most);
/** A paper from the palette; absent means the paper of the note's kind. */
export const Paper = AreaKind.or(z.literal('plain'));
export type Paper = z.infer<typeof Paper>;

const placed = { id: ElementId, x: Coordinate, y: Coordinate, z: z.number().default(0), locked: z.boolean().default(false) };

export const Area = z.object({ ...placed, type: z.literal('area'), kind: AreaKind, title: z.string().max(120).default(''), w: Length, h: Length });
export type Area = z.infer<typeof Area>;

export const Note = z.object({
  ...placed, type: z.literal('note'), kind: NoteKind, w: Length, h: Length.nullable().default(null), // null: as tall as its words
  paper: Paper.nullable().default(null),
  link: z.string().max(40).optional(), // id of the driver or scenario it is about; absent rather than null, or old frozen copies would hash differently
});
export type Note = z.infer<typeof Note>;

export const Connector = z.object({
  id: ElementId, type: z.literal('connector'), from: ElementId, to: ElementId,
  label: z.string().max(120).default(''), z: z.number().default(0), locked: z.boolean().default(false),
});
export type Connector = z.infer<typeof Connector>;

export const MAX_INK_NUMBERS = 6_000;
export const Ink = z.object({
  ...placed, type: z.literal('ink'),
  points: z.array(z.number()).min(3).max(MAX_INK_NUMBERS), // x, y, pressure (0 to 1) of each point, relative to x and y
  colour: z.enum(['ink', 'green', 'seller', 'client', 'internal', 'danger']).default('green'),
  thickness: z.number().min(1).max(40).default(4),
});
export type Ink = z.infer<typeof Ink>;

export const CanvasElement = z.discriminatedUnion('type', [Area, Note, Connector, Ink]);
export type CanvasElement = z.infer<typeof CanvasElement>;

/** The element under an id as plain data; undefined when deleted, missing or not of our making. */
export function readElement(doc: Y.Doc, id: string): CanvasElement | undefined {
  const fields = canvasRoot(doc).get(id);
  if (!(fields instanceof Y.Map) || fields.has('deletedAt')) return undefined;
  const { text: _text, ...plain } = shallow(fields);
  const parsed = CanvasElement.safeParse({ ...plain, id });
  return parsed.success ? parsed.data : undefined;
}

function shallow(fields: Y.Map<unknown>): Record<string, unknown> {
  return Object.fromEntries([...fields.entries()]);
}

/**
 * Everything on the board, bottom to top; equal `z` by id, so that every page draws the same order.
 * A connector whose end is gone (somebody undid the note it hung on) is not on the board.
 */
export function readElements(doc: Y.Doc): CanvasElement[] {
  const found = [...canvasRoot(doc).keys()].flatMap(id => readElement(doc, id) ?? []);
  const here = new Set<string>(found.map(element => element.id));
  return found
    .filter(element => element.type !== 'connector' || (here.has(element.from) && here.has(element.to)))
    .sort(bottomToTop);
}

export function bottomToTop(a: CanvasElement, b: CanvasElement): number {
  return a.z - b.z || (a.id < b.id ? -1 : 1);
}

/** A note's rich text, to be edited or read; undefined when the note is gone. */
export function noteText(doc: Y.Doc, id: string): Y.XmlFragment | undefined {
  const text = canvasRoot(doc).get(id)?.get('text');
  return text instanceof Y.XmlFragment ? text : undefined;
}

/** Client id of whoever made the element: authorship is read from the item, never from a field (Sync 14). */
export function authorClientId(doc: Y.Doc, id: string): number | undefined {
  return canvasRoot(doc).get(id)?._item?.id.client;
}

/** Adds an element; a note starts with an empty text of its own, filled by `fill` in the same transaction. */
export function addElement(doc: Y.Doc, element: CanvasElement, origin: unknown, fill?: (text: Y.XmlFragment) => void): void {
  doc.transact(() => write(doc, { element, fill }), origin);
}

/** An element to be, with the words of a note. */
export interface Draft {
  element: CanvasElement;
  fill?: ((text: Y.XmlFragment) => void) | undefined;
}

/** Origin of the moment before an element shows; no undo manager tracks it. */
export const BIRTH = Symbol('canvas birth');

/**
 * Adds elements as one step that can be undone. They are born hidden (an edit nobody undoes) and then shown
 * (the edit that `origin` may undo): taking the step back hides them again, and what others have written
 * in them meanwhile is still there when it is redone. `at`: epoch milliseconds.
 */
export function placeElements(doc: Y.Doc, drafts: readonly Draft[], at: number, origin: unknown): void {
  doc.transact(() => {
    for (const draft of drafts) write(doc, draft).set('deletedAt', at);
  }, BIRTH);
  doc.transact(() => {
    for (const { element } of drafts) canvasRoot(doc).get(element.id)?.delete('deletedAt');
  }, origin);
}

function write(doc: Y.Doc, { element, fill }: Draft): Y.Map<unknown> {
  const { id, ...rest } = CanvasElement.parse(element);
  const fields = new Y.Map<unknown>();
  canvasRoot(doc).set(id, fields);
  for (const [key, value] of Object.entries(rest)) fields.set(key, value);
  if (element.type !== 'note') return fields;
  const text = new Y.XmlFragment();
  fields.set('text', text);
  fill?.(text);
  return fields;
}

export type Changes<E extends CanvasElement = CanvasElement> = E extends CanvasElement ? Partial<Omit<E, 'id' | 'type'>> : never;

/** Writes only what differs: a key that is written again would override somebody's newer value. */
export function changeElements(doc: Y.Doc, changes: ReadonlyMap<string, Changes>, origin: unknown): void {
  doc.transact(() => {
    for (const [id, change] of changes) {
      const fields = canvasRoot(doc).get(id);
      if (!fields) continue;
      for (const [key, value] of Object.entries(change)) {
        if (value !== undefined && fields.get(key) !== value) fields.set(key, value);
      }
    }
  }, origin);
}

/** Flags elements as deleted, together with the connectors that hang on them. `at`: epoch milliseconds. */
export function deleteElements(doc: Y.Doc, ids: Iterable<string>, at: number, origin: unknown): void {
  const gone = new Set(ids);
  for (const element of readElements(doc)) {
    if (element.type === 'connector' && (gone.has(element.from) || gone.has(element.to))) gone.add(element.id);
  }
  doc.transact(() => {
    for (const id of gone) canvasRoot(doc).get(id)?.set('deletedAt', at);
  }, origin);
}

/** The topmost area that holds a point; belonging to an area is where a note lies, never a second field. */
export function areaAt(areas: readonly Area[], x: number, y: number): Area | undefined {
  return areas.findLast(area => x >= area.x && x <= area.x + area.w && y >= area.y && y <= area.y + area.h);
}

/** Notes without a height of their own are taken as this tall when asking in which area they lie. */
export const ASSUMED_NOTE_HEIGHT = 96;
export const areaOfNote = (areas: readonly Area[], note: Note): Area | undefined =>
  areaAt(areas, note.x + note.w / 2, note.y + (note.h ?? ASSUMED_NOTE_HEIGHT) / 2);

export interface ByArea {
  areas: { area: Area; notes: Note[] }[];
  /** Notes that lie in no area. */
  loose: Note[];
}

/** The board as headings and lists: areas in the order of their kinds, notes as they are read, line by line. */
export function byArea(elements: readonly CanvasElement[]): ByArea {
  const areas = elements.filter(element => element.type === 'area').sort(bottomToTop);
  const notes = elements.filter(element => element.type === 'note').sort(asRead);
  const home = new Map(notes.map(note => [note.id, areaOfNote(areas, note)]));
  return {
    areas: [...areas].sort(byKind).map(area => ({ area, notes: notes.filter(note => home.get(note.id) === area) })),
    loose: notes.filter(note => !home.get(note.id)),
  };
}

const asRead = (a: Note, b: Note): number => a.y - b.y || a.x - b.x || bottomToTop(a, b);
const byKind = (a: Area, b: Area): number =>
  AreaKind.options.indexOf(a.kind) - AreaKind.options.indexOf(b.kind) || a.y - b.y || a.x - b.x || bottomToTop(a, b);

/** A canvas as frozen: no ids of Yjs, no passing things; elements in drawing order. */
export const FrozenCanvas = z.object({
  elements: z.array(
    z.discriminatedUnion('type', [Area, Note.extend({ text: RichText }), Connector, Ink]),
  ),
});
export type FrozenCanvas = z.infer<typeof FrozenCanvas>;

export function readCanvas(doc: Y.Doc): FrozenCanvas {
  return {
    elements: readElements(doc).map(element => {
      if (element.type !== 'note') return element;
      const text = noteText(doc, element.id);
      return { ...element, text: text ? readRichText(text) : [] };
    }),
  };
}

/** The first words of a note, for lists, threads and screen readers. At most `length` characters. */
export function noteTitle(doc: Y.Doc, id: string, length = 60): string {
  const text = noteText(doc, id);
  const line = text ? (plainText(readRichText(text)).split('\n')[0] ?? '') : '';
  return line.length > length ? `${line.slice(0, length - 1).trimEnd()}…` : line;
}
