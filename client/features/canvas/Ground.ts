/** Where things lie on the board and where there is room: asks the store, changes nothing. */
import { type Area, ASSUMED_NOTE_HEIGHT, type CanvasElement, type Note, NOTE_KIND_OF_AREA, type NoteKind } from '../../../shared/documents/canvas.ts';
import { boxOf, boxOfArea, boxOfInk } from './elements.ts';
import { type Box, contains, GAP, middleOf, overlap, placeInside, placeOnPile, type Point, tidy } from './geometry.ts';
import type { CanvasStore } from './store.ts';

/** A place in an area, and how tall the area must become for it. */
export interface Room {
  at: Point;
  grow: number | undefined;
}

export class Ground {
  readonly #store: CanvasStore;
  readonly #heightOf: (id: string) => number | undefined;

  constructor(store: CanvasStore, heightOf: (id: string) => number | undefined) {
    this.#store = store;
    this.#heightOf = heightOf;
  }

  area(id: string): Area | undefined {
    const element = this.#store.element(id);
    return element?.type === 'area' ? element : undefined;
  }

  /** What a note at a point would be. */
  kindAt(at: Point): NoteKind {
    const home = this.#store.areas().findLast(each => contains(boxOfArea(each), { ...at, w: 0, h: 0 }));
    return home ? NOTE_KIND_OF_AREA[home.kind] : 'plain';
  }

  /** As tall as the note is drawn, where that is known. */
  boxOf(element: CanvasElement): Box | undefined {
    return element.type === 'note' ? this.#boxOfNote(element) : boxOf(element);
  }

  noteBoxes(): Box[] {
    return this.#store.notes().map(note => this.#boxOfNote(note));
  }

  /** What moves when these move: areas carry the notes and strokes that lie in them; locked things stay. */
  carriedBy(ids: readonly string[]): Set<string> {
    const moving = new Set(ids.filter(id => this.#isFree(id)));
    const areas = [...moving].flatMap(id => this.area(id) ?? []);
    for (const area of areas) for (const id of this.#lyingIn(area)) moving.add(id);
    return moving;
  }

  /** A free place in an area; a full one is to become taller, or else its notes pile up. */
  roomIn(target: Area, size: { w: number; h: number }): Room {
    const inside = this.noteBoxes().filter(box => overlap(box, boxOfArea(target)));
    const free = placeInside(boxOfArea(target), size, inside);
    if (free) return { at: free, grow: undefined };
    const lowest = Math.max(...inside.map(box => box.y + box.h), target.y);
    const taller = { ...boxOfArea(target), h: tidy(lowest + size.h + 2 * GAP - target.y) };
    if (!this.#mayGrow(target, taller)) return { at: placeOnPile(boxOfArea(target), size, inside), grow: undefined };
    return { at: { x: target.x + GAP + 4, y: lowest + GAP }, grow: Math.max(taller.h, target.h) };
  }

  top(type: CanvasElement['type']): number {
    const last = this.#store.elements().findLast(element => element.type === type);
    return Math.floor(last?.z ?? 0) + 1;
  }

  bottom(type: CanvasElement['type']): number {
    const first = this.#store.elements().find(element => element.type === type);
    return Math.ceil(first?.z ?? 0) - 1;
  }

  /** Never over another area: what lay there would change hands. */
  #mayGrow(target: Area, to: Box): boolean {
    return !target.locked && !this.#store.areas().some(other => other.id !== target.id && overlap(boxOfArea(other), to));
  }

  #lyingIn(home: Area): string[] {
    const strokes = this.#store.elements().filter(element => element.type === 'ink' && contains(boxOfArea(home), { ...middleOf(boxOfInk(element)), w: 0, h: 0 }));
    return [...this.#store.membersOf(home.id), ...strokes.map(ink => ink.id)].filter(id => this.#isFree(id));
  }

  #isFree(id: string): boolean {
    return this.#store.element(id)?.locked === false;
  }

  #boxOfNote(note: Note): Box {
    return { x: note.x, y: note.y, w: note.w, h: Math.max(note.h ?? 0, this.#heightOf(note.id) ?? ASSUMED_NOTE_HEIGHT) };
  }
}
