/**
 * The value model of a room as screens follow it: one for each document, told at most once per animation frame.
 *
 * What this page wrote itself shows at once (`flush`); what others wrote waits for the next frame. Knows no React.
 */
import type * as Y from 'yjs';
import { LiveModel, type ModelSnapshot } from '../../../shared/documents/liveModel.ts';

export class LiveValue {
  readonly #live: LiveModel;
  readonly #listeners = new Set<() => void>();
  #snapshot: ModelSnapshot;
  #frame: number | undefined;

  constructor(doc: Y.Doc) {
    this.#live = new LiveModel(doc);
    this.#snapshot = this.#live.get();
    this.#live.subscribe(this.#changed);
  }

  readonly get = (): ModelSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Shows what is there now, without waiting for a frame. */
  readonly flush = (): void => {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    if (this.#snapshot === this.#live.get()) return;
    this.#snapshot = this.#live.get();
    for (const listener of [...this.#listeners]) listener();
  };

  stop(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#live.stop();
    this.#listeners.clear();
  }

  readonly #changed = (): void => {
    // A page in the background gets no frames; it must still be right when it is looked at.
    if (document.hidden) this.flush();
    else this.#frame ??= requestAnimationFrame(this.flush);
  };
}

const known = new WeakMap<Y.Doc, LiveValue>();

/** The one that follows this document: bars and pages read the same. */
export function liveValueOf(doc: Y.Doc): LiveValue {
  const found = known.get(doc);
  if (found) return found;
  const made = new LiveValue(doc);
  known.set(doc, made);
  doc.once('destroy', () => {
    made.stop();
  });
  return made;
}
