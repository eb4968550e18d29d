/**
 * The canvas as the screen reads it: plain elements out of the document, renewed once per animation frame and
 * only where something changed. Knows nothing of React Flow, of selection or of who is allowed.
 */
import type * as Y from 'yjs';
import {
  type Area, areaOfNote, bottomToTop, byArea, type CanvasElement, type Note, noteText, readElement, readElements,
} from '../../../shared/documents/canvas.ts';
import { plainText, readRichText, type RichText } from '../../../shared/documents/richtext.ts';
import { canvasRoot } from '../../../shared/documents/roots.ts';
import { Value } from '../../collab/value.ts';

const NO_TEXT: RichText = [];
const NOBODY: readonly string[] = [];

export interface Batch {
  /** Ids whose element appeared, changed or went. */
  changed: ReadonlySet<string>;
  /** Those of them that others, not this page, have just put on the board. */
  arrived: readonly string[];
}

interface Sorted {
  all: readonly CanvasElement[];
  areas: readonly Area[];
  notes: readonly Note[];
}

export class CanvasStore {
  readonly doc: Y.Doc;
  /** Ids on the board: reading order when the page opened, later ones after them, so that no card is remounted. */
  readonly order = new Value<readonly string[]>([]);
  /** Notes of each area; arrays stay the same while nobody enters or leaves. */
  readonly members = new Value<ReadonlyMap<string, readonly string[]>>(new Map());
  /** Grows with every batch, for those who look at the whole board. */
  readonly revision = new Value(0);
  readonly #elements = new Map<string, CanvasElement>();
  readonly #texts = new Map<string, RichText>();
  #inOrder: Sorted | undefined;
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #batchListeners = new Set<(batch: Batch) => void>();
  readonly #dirty = new Set<string>();
  readonly #dirtyTexts = new Set<string>();
  readonly #foreign = new Set<string>();
  readonly #isNew = new Set<string>();
  readonly #nextFrame: (run: () => void) => void;
  #waiting = false;

  constructor(doc: Y.Doc, nextFrame: (run: () => void) => void = run => void requestAnimationFrame(run)) {
    this.doc = doc;
    this.#nextFrame = nextFrame;
  }

  /** Reads the board and follows it from now on; the answer stops following. */
  start(): () => void {
    const root = canvasRoot(this.doc);
    root.observeDeep(this.#noticed);
    this.#openBoard();
    return () => root.unobserveDeep(this.#noticed);
  }

  element(id: string): CanvasElement | undefined {
    return this.#elements.get(id);
  }

  /** Bottom to top. */
  elements(): readonly CanvasElement[] {
    return this.#sorted().all;
  }

  areas(): readonly Area[] {
    return this.#sorted().areas;
  }

  notes(): readonly Note[] {
    return this.#sorted().notes;
  }

  /** Reckoned once per batch: a drag asks for them on every frame. */
  #sorted(): Sorted {
    if (this.#inOrder) return this.#inOrder;
    const all = [...this.#elements.values()].sort(bottomToTop);
    this.#inOrder = { all, areas: all.filter(element => element.type === 'area'), notes: all.filter(element => element.type === 'note') };
    return this.#inOrder;
  }

  /** The words of a note; the same array until they change. */
  text(id: string): RichText {
    const known = this.#texts.get(id);
    if (known) return known;
    const fragment = noteText(this.doc, id);
    const text = fragment ? readRichText(fragment) : NO_TEXT;
    this.#texts.set(id, text);
    return text;
  }

  /** The first line of a note's words, for names and lists. */
  title(id: string, length = 60): string {
    const line = plainText(this.text(id)).split('\n')[0] ?? '';
    return line.length > length ? `${line.slice(0, length - 1).trimEnd()}…` : line;
  }

  membersOf(areaId: string): readonly string[] {
    return this.members.get().get(areaId) ?? NOBODY;
  }

  areaOf(note: Note): Area | undefined {
    return areaOfNote(this.areas(), note);
  }

  /** Tells of one element, its text included. */
  follow(id: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(id) === listeners) this.#listeners.delete(id);
    };
  }

  /** Tells once per frame what has changed. */
  onBatch(listener: (batch: Batch) => void): () => void {
    this.#batchListeners.add(listener);
    return () => {
      this.#batchListeners.delete(listener);
    };
  }

  /** Brings the screen up to date now: after a deed of this page, which must not wait a frame to be seen. */
  flush(): void {
    this.#waiting = false;
    if (this.#dirty.size === 0 && this.#dirtyTexts.size === 0) return;
    const changed = new Set([...this.#dirty].filter(id => this.#renew(id)));
    const arrived = [...changed].filter(id => this.#foreign.has(id) && this.#isNew.has(id));
    const toTell = new Set([...changed, ...this.#dirtyTexts]);
    for (const id of this.#dirtyTexts) this.#texts.delete(id);
    this.#forget();
    if (changed.size > 0) this.#arrange(changed);
    for (const id of toTell) for (const listener of [...(this.#listeners.get(id) ?? [])]) listener();
    for (const listener of [...this.#batchListeners]) listener({ changed, arrived });
    this.revision.set(this.revision.get() + 1);
    this.#isNew.clear();
  }

  /** True when the element is not what it was. */
  #renew(id: string): boolean {
    const before = this.#elements.get(id);
    const now = readElement(this.doc, id);
    if (!before && !now) return false;
    this.#inOrder = undefined;
    if (now) this.#elements.set(id, now);
    else this.#elements.delete(id);
    if (now && !before) this.#isNew.add(id);
    this.#texts.delete(id);
    return true;
  }

  #forget(): void {
    this.#dirty.clear();
    this.#dirtyTexts.clear();
    this.#foreign.clear();
  }

  #openBoard(): void {
    this.#elements.clear();
    this.#texts.clear();
    this.#forget();
    const elements = readElements(this.doc);
    for (const element of elements) this.#elements.set(element.id, element);
    this.#inOrder = undefined;
    this.order.set(readingOrder(elements));
    this.members.set(membership(this.areas(), this.notes(), new Map()));
  }

  #arrange(changed: ReadonlySet<string>): void {
    const before = this.order.get();
    const known = new Set(before);
    const added = [...changed].filter(id => this.#elements.has(id) && !known.has(id));
    const gone = [...changed].some(id => !this.#elements.has(id));
    if (added.length > 0 || gone) this.order.set([...before.filter(id => this.#elements.has(id)), ...added]);
    this.members.set(membership(this.areas(), this.notes(), this.members.get()));
  }

  readonly #noticed = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void => {
    for (const event of events) {
      const [id, key] = event.path;
      if (id === undefined) this.#mark(event.keys.keys(), transaction.local);
      else if (key === 'text') this.#dirtyTexts.add(String(id));
      else this.#mark([String(id)], transaction.local);
    }
    this.#wait();
  };

  #mark(ids: Iterable<string>, local: boolean): void {
    for (const id of ids) {
      this.#dirty.add(id);
      if (!local) this.#foreign.add(id);
    }
  }

  #wait(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    this.#nextFrame(() => {
      if (this.#waiting) this.flush();
    });
  }
}

/** Each area followed by its notes, so that Tab walks the board as a person reads it. */
function readingOrder(elements: readonly CanvasElement[]): string[] {
  const { areas, loose } = byArea(elements);
  const read = [...areas.flatMap(({ area, notes }) => [area.id, ...notes.map(note => note.id)]), ...loose.map(note => note.id)];
  const rest = elements.filter(element => element.type === 'ink' || element.type === 'connector').map(element => element.id);
  return [...read, ...rest];
}

type Members = ReadonlyMap<string, readonly string[]>;

function membership(areas: readonly Area[], notes: readonly Note[], before: Members): Members {
  const now = new Map<string, string[]>(areas.map(area => [area.id, []]));
  for (const note of notes) {
    const area = areaOfNote(areas, note);
    if (area) now.get(area.id)?.push(note.id);
  }
  const kept = new Map([...now].map(([id, ids]) => [id, sameIds(before.get(id), ids) ?? ids]));
  const unchanged = kept.size === before.size && [...kept].every(([id, ids]) => before.get(id) === ids);
  return unchanged ? before : kept;
}

function sameIds(a: readonly string[] | undefined, b: readonly string[]): readonly string[] | undefined {
  return a?.length === b.length && a.every((id, nth) => id === b[nth]) ? a : undefined;
}
