/**
 * The areas of the room's canvas and what lies in them, a little behind the hands that move notes about.
 * What nobody looks at is not followed. Knows no React and no editor.
 */
import type * as Y from 'yjs';
import { areasOf, type AreaWithNotes, shownOf } from '../../../../shared/documents/linkedAreas.ts';
import { canvasRoot } from '../../../../shared/documents/roots.ts';
import type { AreaShown } from '../../../../shared/documents/sectionAreas.ts';

/** Notes under way are told of often; a count may wait. */
const BEHIND_MS = 250;

export class CanvasAreas {
  readonly #doc: Y.Doc;
  readonly #listeners = new Set<() => void>();
  readonly #shown = new Map<string, AreaShown>();
  #areas: AreaWithNotes[] | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  readonly get = (): readonly AreaWithNotes[] => (this.#areas ??= areasOf(this.#doc));

  readonly shown = (id: string): AreaShown => {
    const [known, now] = [this.#shown.get(id), shownOf(this.get(), id)];
    if (known && JSON.stringify(known) === JSON.stringify(now)) return known;
    this.#shown.set(id, now);
    return now;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) this.#start();
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stop();
    };
  };

  #start(): void {
    this.#areas = undefined; // whatever happened while nobody looked
    canvasRoot(this.#doc).observeDeep(this.#changed);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    canvasRoot(this.#doc).unobserveDeep(this.#changed);
  }

  readonly #changed = (): void => {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#areas = undefined;
      for (const listener of [...this.#listeners]) listener();
    }, BEHIND_MS);
  };
}
