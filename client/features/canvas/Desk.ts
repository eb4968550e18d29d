/**
 * What a person does on the board, deed by deed: each writes to the document as one step that can be undone.
 * Knows which right is needed and where things lie; knows nothing of pointers, keys or React.
 */
import {
  type Area, type AreaKind, ASSUMED_NOTE_HEIGHT, type CanvasElement, type Changes, changeElements, deleteElements, type Draft, type Ink,
  NOTE_KIND_OF_AREA, type NoteKind, type Paper, placeElements,
} from '../../../shared/documents/canvas.ts';
import { paragraph } from '../../../shared/documents/richtext.ts';
import type { ElementId } from '../../../shared/ids.ts';
import type { Readable } from '../../collab/types.ts';
import { Value } from '../../collab/value.ts';
import type { Copied } from './clipboard.ts';
import { freshId } from './elementId.ts';
import { boxOf, boxOfArea, fillWith, movedBy, newArea, newNote, renamed, tidyChange } from './elements.ts';
import { aligned, boundsOf, type Box, distributed, GAP, middleOf, placeNear, type Point, type Side } from './geometry.ts';
import { Ground } from './Ground.ts';
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
  readonly #ground: Ground;
  readonly #now: () => number;

  constructor({ store, steps, mayWrite, heightOf = () => undefined, now = Date.now }: Parts) {
    this.steps = steps;
    this.mayWrite = mayWrite;
    this.#store = store;
    this.#ground = new Ground(store, heightOf);
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
    const kind = this.#ground.kindAt(pointed);
    return this.#addNote({ x: pointed.x - widthOf(kind) / 2, y: pointed.y - 20 }, kind);
  }

  /** A note in the first free place of an area; a full area grows by the line that it needs. */
  addNoteIn(areaId: string, kind?: NoteKind): ElementId | undefined {
    const area = this.#ground.area(areaId);
    if (!area || !this.mayWrite.get()) return undefined;
    const made = kind ?? NOTE_KIND_OF_AREA[area.kind];
    this.steps.begin();
    return this.#addNote(this.#makeRoom(area, { w: widthOf(made), h: ASSUMED_NOTE_HEIGHT }), made, false);
  }

  /** A note as near to a point as there is a free place. */
  addNoteNear(wish: Point, kind?: NoteKind): ElementId | undefined {
    const made = kind ?? this.#ground.kindAt(wish);
    const size = { w: widthOf(made), h: ASSUMED_NOTE_HEIGHT };
    return this.#addNote(placeNear({ x: wish.x - size.w / 2, y: wish.y - size.h / 2 }, size, this.#ground.noteBoxes()), made);
  }

  addArea(kind: AreaKind, wish: Point): ElementId | undefined {
    const boxes = this.#store.areas().map(boxOfArea);
    const at = placeNear({ x: wish.x - AREA_SIZE.w / 2, y: wish.y - AREA_SIZE.h / 2 }, AREA_SIZE, boxes);
    return this.#place([{ element: newArea(kind, at, AREA_SIZE, this.#ground.top('area')) }])[0];
  }

  /** The whole table laid at once. */
  addEightAreas(): void {
    this.#place(EIGHT_AREAS.map(({ kind, x, y, w, h }, nth) => ({ element: newArea(kind, { x, y }, { w, h }, nth) })));
    this.select([]);
  }

  /** A line from one thing to another; a second one between the same two would say nothing new. */
  connect(from: string, to: string): ElementId | undefined {
    const [start, end] = [this.#store.element(from), this.#store.element(to)];
    if (!start || !end || from === to) return undefined;
    const known = this.#store.elements().find(element => element.type === 'connector' && element.from === from && element.to === to);
    if (known) return known.id;
    const element: CanvasElement = {
      id: freshId('line'), type: 'connector', from: start.id, to: end.id, label: '', z: this.#ground.top('connector'), locked: false,
    };
    return this.#place([{ element }])[0];
  }

  addInk(ink: Pick<Ink, 'x' | 'y' | 'points' | 'colour' | 'thickness'>): ElementId | undefined {
    return this.#place([{ element: { id: freshId('ink'), type: 'ink', z: this.#ground.top('ink'), locked: false, ...ink } }])[0];
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
    this.changeSelected(element => ({ z: this.#ground.top(element.type) }));
  }

  sendToBack(): void {
    this.changeSelected(element => ({ z: this.#ground.bottom(element.type) }));
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
    const target = this.#ground.area(areaId);
    if (!target || !this.mayWrite.get()) return;
    this.steps.begin();
    for (const id of ids) this.#moveInto(target, id);
  }

  carriedBy(ids: readonly string[]): Set<string> {
    return this.#ground.carriedBy(ids);
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
      element: movedBy(piece, at.x - middle.x, at.y - middle.y),
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
    const kind = this.#ground.kindAt(at);
    const columns = Math.max(1, Math.ceil(Math.sqrt(blocks.length)));
    const drafts = blocks.map((block, nth): Draft => ({
      element: newNote(kind, { x: at.x + (nth % columns) * (widthOf(kind) + GAP), y: at.y + Math.floor(nth / columns) * 132 }, this.#ground.top('note') + nth),
      fill: fillWith(block.split('\n').map(paragraph)),
    }));
    this.select(this.#place(drafts));
  }

  // ---- leaning on ---------------------------------------------------------------------------------------------

  #addNote(at: Point, kind: NoteKind, begin = true): ElementId | undefined {
    const element = newNote(kind, at, this.#ground.top('note'));
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

  #moveInto(target: Area, id: string): void {
    const element = this.#store.element(id);
    if (element?.type !== 'note' || element.locked) return;
    const home = this.#store.areaOf(element);
    if (home?.id === target.id) return;
    const at = this.#makeRoom(target, { w: element.w, h: this.#ground.boxOf(element)?.h ?? ASSUMED_NOTE_HEIGHT });
    // A fear carried among the hopes is a hope now; a doubt stays a doubt wherever it lies.
    const follows = element.kind === 'plain' || (home && element.kind === NOTE_KIND_OF_AREA[home.kind]);
    this.#write(new Map([[id, { ...at, ...(follows && { kind: NOTE_KIND_OF_AREA[target.kind] }) }]]));
  }

  /** Within the step that has begun: an area that must become taller does so. */
  #makeRoom(target: Area, size: { w: number; h: number }): Point {
    const { at, grow } = this.#ground.roomIn(target, size);
    if (grow !== undefined && grow > target.h) this.#write(new Map([[target.id, { h: grow }]]));
    return at;
  }

  #chosenBoxes(): Map<string, Box> {
    return new Map(this.selected().flatMap((element): [string, Box][] => {
      const box = this.#ground.boxOf(element);
      return box && !element.locked ? [[element.id, box]] : [];
    }));
  }
}
