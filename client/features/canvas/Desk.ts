/**
 * What a person does on the board, deed by deed: each writes to the document as one step that can be undone.
 * Knows which right is needed and where things lie; knows nothing of pointers, keys or React.
 */
import {
  type Area, type AreaKind, ASSUMED_NOTE_HEIGHT, bottomToTop, type CanvasElement, type Changes, changeElements, deleteElements,
  type Draft, type Ink, type Note, NOTE_KIND_OF_AREA, type NoteKind, type Paper, placeElements,
} from '../../../shared/documents/canvas.ts';
import { type BlockNode, paragraph, type RichText, writeRichText } from '../../../shared/documents/richtext.ts';
import type { ElementId } from '../../../shared/ids.ts';
import type { Readable } from '../../collab/types.ts';
import { Value } from '../../collab/value.ts';
import type { Copied } from './clipboard.ts';
import { freshId } from './elementId.ts';
import { aligned, boundsOf, type Box, contains, distributed, GAP, middleOf, overlap, placeInside, placeNear, placeOnPile, type Point, type Side, tidy } from './geometry.ts';
import { AREA_SIZE, EIGHT_AREAS, widthOf } from './kinds.ts';
import { BOARD, type Steps } from './steps.ts';
import type { CanvasStore } from './store.ts';

type Ids = ReadonlySet<string>;
const NOTHING: Ids = new Set();
/** Edits of a running gesture are written at most this often; others see them as they come. */
const WRITE_EVERY_MS = 34;

interface Parts {
  store: CanvasStore;
  steps: Steps;
  mayWrite: Readable<boolean>;
  /** How tall a note without a height of its own is drawn. */
  heightOf?: (id: string) => number | undefined;
  now?: () => number;
}

/** A drag or a resize while it lasts: seen at once here, written now and then, one step in the end. */
export interface Gesture {
  change(changes: ReadonlyMap<string, Changes>): void;
  end(): void;
}

export class Desk {
  /** Ids chosen on this page; never written to the document. */
  readonly selection = new Value<Ids>(NOTHING);
  readonly steps: Steps;
  readonly mayWrite: Readable<boolean>;
  readonly #store: CanvasStore;
  readonly #heightOf: (id: string) => number | undefined;
  readonly #now: () => number;

  constructor({ store, steps, mayWrite, heightOf = () => undefined, now = Date.now }: Parts) {
    this.steps = steps;
    this.mayWrite = mayWrite;
    this.#store = store;
    this.#heightOf = heightOf;
    this.#now = now;
  }

  /** Forgets chosen elements that others have taken away. */
  start(): () => void {
    return this.#store.onBatch(() => this.select([...this.selection.get()].filter(id => this.#store.element(id))));
  }

  select(ids: Iterable<string>): void {
    const wanted = new Set(ids);
    const before = this.selection.get();
    if (wanted.size === before.size && [...wanted].every(id => before.has(id))) return;
    this.selection.set(wanted.size > 0 ? wanted : NOTHING);
  }

  selectAll(): void {
    this.select(this.#store.elements().filter(element => element.type !== 'connector').map(element => element.id));
  }

  selected(): CanvasElement[] {
    return [...this.selection.get()].flatMap(id => this.#store.element(id) ?? []);
  }

  /** True when this person may write in it: notes, and the titles of areas and lines. */
  mayEdit(id: string): boolean {
    const element = this.#store.element(id);
    return this.mayWrite.get() && element !== undefined && element.type !== 'ink' && !element.locked;
  }

  // ---- making -------------------------------------------------------------------------------------------------

  /** A note where somebody pointed, of the kind of the area there. Answers its id, or nothing for readers. */
  addNoteAt(pointed: Point): ElementId | undefined {
    const kind = this.#kindAt(pointed);
    return this.#addNote({ x: pointed.x - widthOf(kind) / 2, y: pointed.y - 20 }, kind);
  }

  /** A note in the first free place of an area; a full area grows by the line that it needs. */
  addNoteIn(areaId: string, kind?: NoteKind): ElementId | undefined {
    const area = this.#area(areaId);
    if (!area || !this.mayWrite.get()) return undefined;
    const made = kind ?? NOTE_KIND_OF_AREA[area.kind];
    this.steps.begin();
    return this.#addNote(this.#roomIn(area, { w: widthOf(made), h: ASSUMED_NOTE_HEIGHT }), made, false);
  }

  /** A note as near to a point as there is a free place. */
  addNoteNear(wish: Point, kind?: NoteKind): ElementId | undefined {
    const made = kind ?? this.#kindAt(wish);
    const size = { w: widthOf(made), h: ASSUMED_NOTE_HEIGHT };
    return this.#addNote(placeNear({ x: wish.x - size.w / 2, y: wish.y - size.h / 2 }, size, this.#noteBoxes()), made);
  }

  addArea(kind: AreaKind, wish: Point): ElementId | undefined {
    const boxes = this.#store.areas().map(boxOfArea);
    const at = placeNear({ x: wish.x - AREA_SIZE.w / 2, y: wish.y - AREA_SIZE.h / 2 }, AREA_SIZE, boxes);
    return this.#place([{ element: area(kind, at, AREA_SIZE, this.#top('area')) }])[0];
  }

  /** The whole table laid at once. */
  addEightAreas(): void {
    this.#place(EIGHT_AREAS.map(({ kind, x, y, w, h }, nth) => ({ element: area(kind, { x, y }, { w, h }, nth) })));
    this.select([]);
  }

  /** A line from one thing to another; a second one between the same two would say nothing new. */
  connect(from: string, to: string): ElementId | undefined {
    const [start, end] = [this.#store.element(from), this.#store.element(to)];
    if (!start || !end || from === to) return undefined;
    const known = this.#store.elements().find(element => element.type === 'connector' && element.from === from && element.to === to);
    if (known) return known.id;
    const element: CanvasElement = {
      id: freshId('line'), type: 'connector', from: start.id, to: end.id, label: '', z: this.#top('connector'), locked: false,
    };
    return this.#place([{ element }])[0];
  }

  addInk(ink: Pick<Ink, 'x' | 'y' | 'points' | 'colour' | 'thickness'>): ElementId | undefined {
    return this.#place([{ element: { id: freshId('ink'), type: 'ink', z: this.#top('ink'), locked: false, ...ink } }])[0];
  }

  // ---- changing -----------------------------------------------------------------------------------------------

  /** One step for everything in `changes`; locked things stay as they are unless the lock itself is what changes. */
  change(changes: ReadonlyMap<string, Changes>, kind = ''): void {
    const open = [...changes].filter(([id, change]) => 'locked' in change || !this.#store.element(id)?.locked);
    if (open.length === 0 || !this.mayWrite.get()) return;
    this.steps.begin(kind);
    this.#write(new Map(open));
  }

  changeSelected(change: (element: CanvasElement) => Changes | undefined): void {
    const changes = this.selected().flatMap((element): [string, Changes][] => {
      const wanted = change(element);
      return wanted ? [[element.id, wanted]] : [];
    });
    this.change(new Map(changes));
  }

  setKind(kind: NoteKind): void {
    this.changeSelected(element => (element.type === 'note' ? { kind, paper: null, w: Math.max(element.w, widthOf(kind)) } : undefined));
  }

  setPaper(paper: Paper | null): void {
    this.changeSelected(element => (element.type === 'note' ? { paper } : undefined));
  }

  setLocked(locked: boolean): void {
    this.changeSelected(() => ({ locked }));
  }

  bringToFront(): void {
    this.changeSelected(element => ({ z: this.#top(element.type) }));
  }

  sendToBack(): void {
    this.changeSelected(element => ({ z: this.#bottom(element.type) }));
  }

  /** Arrow keys; what lies in a chosen area goes with it. */
  nudge(dx: number, dy: number): void {
    const moving = this.carriedBy([...this.selection.get()]);
    const changes = [...moving].flatMap((id): [string, Changes][] => {
      const element = this.#store.element(id);
      return element && element.type !== 'connector' ? [[id, { x: element.x + dx, y: element.y + dy }]] : [];
    });
    this.change(new Map(changes), `nudge ${[...moving].join()}`);
  }

  align(side: Side): void {
    this.change(aligned(this.#chosenBoxes(), side));
  }

  distribute(axis: 'x' | 'y'): void {
    this.change(distributed(this.#chosenBoxes(), axis));
  }

  /** Notes go to the first free places of an area, as if they had been carried there. */
  moveToArea(ids: Iterable<string>, areaId: string): void {
    const target = this.#area(areaId);
    if (!target || !this.mayWrite.get()) return;
    this.steps.begin();
    for (const id of ids) this.#moveInto(target, id);
  }

  /** What moves when these move: areas carry the notes and drawings that lie in them; locked things stay. */
  carriedBy(ids: readonly string[]): Set<string> {
    const moving = new Set(ids.filter(id => !this.#store.element(id)?.locked));
    const areas = [...moving].filter(id => this.#store.element(id)?.type === 'area');
    for (const areaId of areas) for (const id of this.#lyingIn(areaId)) moving.add(id);
    return moving;
  }

  /** Starts a drag or resize. Nothing is written before the first change, so that a click is no step. */
  gesture(): Gesture {
    let waiting = new Map<string, Changes>();
    let writtenAt = 0;
    let begun = false;
    const write = (): void => {
      if (waiting.size === 0 || !this.mayWrite.get()) return;
      if (!begun) this.steps.begin();
      begun = true;
      writtenAt = this.#now();
      this.#write(waiting);
      waiting = new Map();
    };
    return {
      change: changes => {
        waiting = new Map([...waiting, ...changes]);
        if (this.#now() - writtenAt >= WRITE_EVERY_MS) write();
      },
      end: write,
    };
  }

  undo(): void {
    if (this.mayWrite.get()) this.steps.undo();
    this.#store.flush();
  }

  redo(): void {
    if (this.mayWrite.get()) this.steps.redo();
    this.#store.flush();
  }

  // ---- taking away, copying -----------------------------------------------------------------------------------

  removeSelected(): void {
    this.remove(this.selected().map(element => element.id));
  }

  remove(ids: readonly string[]): void {
    const open = ids.filter(id => this.#store.element(id)?.locked === false);
    if (open.length === 0 || !this.mayWrite.get()) return;
    this.steps.begin();
    deleteElements(this.#store.doc, open, this.#now(), BOARD);
    this.#store.flush();
  }

  /** Puts copies on the board, chosen, one step; `at` is where their middle goes. */
  paste(pieces: Copied, at: Point): void {
    const all = boundsOf(pieces.flatMap(piece => boxOf(piece) ?? []));
    if (!all) return;
    const middle = middleOf(all);
    const drafts = renamed(pieces).map(piece => ({
      element: movedBy(piece, tidy(at.x - middle.x), tidy(at.y - middle.y)),
      fill: piece.type === 'note' ? fillWith(piece.text) : undefined,
    }));
    this.select(this.#place(drafts).filter(id => !id.startsWith('line')));
  }

  duplicate(pieces: Copied): void {
    const all = boundsOf(pieces.flatMap(piece => boxOf(piece) ?? []));
    if (all) this.paste(pieces, { x: middleOf(all).x + 24, y: middleOf(all).y + 24 });
  }

  /** A note for each block of text, in rows from a point on; they take the kind of the area they begin in. */
  pasteBlocks(blocks: readonly string[], at: Point): void {
    const kind = this.#kindAt(at);
    const columns = Math.max(1, Math.ceil(Math.sqrt(blocks.length)));
    const drafts = blocks.map((block, nth): Draft => ({
      element: note(kind, { x: tidy(at.x + (nth % columns) * (widthOf(kind) + GAP)), y: tidy(at.y + Math.floor(nth / columns) * 132) }, this.#top('note') + nth),
      fill: fillWith(block.split('\n').map(paragraph)),
    }));
    this.select(this.#place(drafts));
  }

  // ---- leaning on ---------------------------------------------------------------------------------------------

  #addNote(at: Point, kind: NoteKind, begin = true): ElementId | undefined {
    const element = note(kind, { x: tidy(at.x), y: tidy(at.y) }, this.#top('note'));
    return this.#place([{ element, fill: fillWith([paragraph('')]) }], begin)[0];
  }

  #place(drafts: readonly Draft[], begin = true): ElementId[] {
    if (!this.mayWrite.get() || drafts.length === 0) return [];
    if (begin) this.steps.begin();
    placeElements(this.#store.doc, drafts, this.#now(), BOARD);
    this.#store.flush();
    const made = drafts.map(draft => draft.element.id);
    this.select(made);
    return made;
  }

  #write(changes: ReadonlyMap<string, Changes>): void {
    const tidied = new Map([...changes].map(([id, change]) => [id, tidyChange(change)]));
    changeElements(this.#store.doc, tidied, BOARD);
    this.#store.flush();
  }

  #kindAt(at: Point): NoteKind {
    const home = this.#store.areas().findLast(({ x, y, w, h }) => at.x >= x && at.x <= x + w && at.y >= y && at.y <= y + h);
    return home ? NOTE_KIND_OF_AREA[home.kind] : 'plain';
  }

  #area(id: string): Area | undefined {
    const element = this.#store.element(id);
    return element?.type === 'area' ? element : undefined;
  }

  #moveInto(target: Area, id: string): void {
    const element = this.#store.element(id);
    if (element?.type !== 'note' || element.locked) return;
    const home = this.#store.areaOf(element);
    if (home?.id === target.id) return;
    const at = this.#roomIn(target, { w: element.w, h: this.#boxOfNote(element).h });
    // A fear carried among the hopes is a hope now; a doubt stays a doubt wherever it lies.
    const follows = element.kind === 'plain' || (home && element.kind === NOTE_KIND_OF_AREA[home.kind]);
    this.#write(new Map([[id, { ...at, ...(follows && { kind: NOTE_KIND_OF_AREA[target.kind] }) }]]));
  }

  /** A free place in an area; makes a full one taller, in the same step, or else piles notes up. */
  #roomIn(target: Area, size: { w: number; h: number }): Point {
    const inside = this.#noteBoxes().filter(box => overlap(box, boxOfArea(target)));
    const free = placeInside(boxOfArea(target), size, inside);
    if (free) return free;
    const lowest = Math.max(...inside.map(box => box.y + box.h), target.y);
    const taller = { ...boxOfArea(target), h: tidy(lowest + size.h + 2 * GAP - target.y) };
    if (!this.#mayGrow(target, taller)) return placeOnPile(boxOfArea(target), size, inside);
    if (taller.h > target.h) this.#write(new Map([[target.id, { h: taller.h }]]));
    return { x: target.x + GAP + 4, y: lowest + GAP };
  }

  /** Never over another area: what lay there would change hands. */
  #mayGrow(target: Area, to: Box): boolean {
    return !target.locked && !this.#store.areas().some(other => other.id !== target.id && overlap(boxOfArea(other), to));
  }

  #lyingIn(areaId: string): string[] {
    const home = this.#area(areaId);
    if (!home) return [];
    const inks = this.#store.elements().filter(element => element.type === 'ink' && contains(boxOfArea(home), { ...middleOf(boxOfInk(element)), w: 0, h: 0 }));
    return [...this.#store.membersOf(areaId), ...inks.map(ink => ink.id)].filter(id => !this.#store.element(id)?.locked);
  }

  #boxOfNote(element: Note): Box {
    return { x: element.x, y: element.y, w: element.w, h: Math.max(element.h ?? 0, this.#heightOf(element.id) ?? ASSUMED_NOTE_HEIGHT) };
  }

  #noteBoxes(): Box[] {
    return this.#store.notes().map(element => this.#boxOfNote(element));
  }

  #chosenBoxes(): Map<string, Box> {
    return new Map(this.selected().flatMap((element): [string, Box][] => {
      const box = element.type === 'note' ? this.#boxOfNote(element) : boxOf(element);
      return box && !element.locked ? [[element.id, box]] : [];
    }));
  }

  #top(type: CanvasElement['type']): number {
    const last = this.#store.elements().findLast(element => element.type === type);
    return Math.floor(last?.z ?? 0) + 1;
  }

  #bottom(type: CanvasElement['type']): number {
    const first = this.#store.elements().find(element => element.type === type);
    return Math.ceil(first?.z ?? 0) - 1;
  }
}

function note(kind: NoteKind, at: Point, z: number): CanvasElement {
  return { id: freshId('note'), type: 'note', kind, ...at, w: widthOf(kind), h: null, z, locked: false, paper: null };
}

function area(kind: AreaKind, at: Point, size: { w: number; h: number }, z: number): CanvasElement {
  return { id: freshId('area'), type: 'area', kind, title: '', x: tidy(at.x), y: tidy(at.y), ...size, z, locked: false };
}

const fillWith = (text: RichText | BlockNode[]) => (fragment: Parameters<NonNullable<Draft['fill']>>[0]): void => writeRichText(fragment, text);

const boxOfArea = ({ x, y, w, h }: Area): Box => ({ x, y, w, h });

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

function tidyChange(change: Changes): Changes {
  const numbers = Object.entries(change).map(([key, value]) => [key, typeof value === 'number' ? tidy(value) : (value as unknown)] as const);
  return Object.fromEntries(numbers);
}

/** Fresh ids for all, connectors following their ends; bottom ones first, so that they keep their order. */
function renamed(pieces: Copied): Copied {
  const names = new Map<string, ElementId>(pieces.map(piece => [piece.id, freshId(piece.type === 'connector' ? 'line' : piece.type)]));
  return [...pieces].sort(bottomToTop).flatMap((piece): Copied => {
    const id = names.get(piece.id) ?? piece.id;
    if (piece.type !== 'connector') return [{ ...piece, id, locked: false }];
    const [from, to] = [names.get(piece.from), names.get(piece.to)];
    return from && to ? [{ ...piece, id, from, to, locked: false }] : [];
  });
}

function movedBy(piece: Copied[number], dx: number, dy: number): CanvasElement {
  if (piece.type === 'connector') return piece;
  const { x, y } = piece;
  return piece.type === 'note' ? withoutText({ ...piece, x: x + dx, y: y + dy }) : { ...piece, x: x + dx, y: y + dy };
}

function withoutText({ text: _text, ...plain }: Extract<Copied[number], { type: 'note' }>): Note {
  return plain;
}
