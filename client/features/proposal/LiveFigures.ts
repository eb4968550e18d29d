/**
 * The figures of a text, following the value model: at most one look per animation frame, and no news for what shows
 * the same. What nobody shows any more is forgotten with its last listener. Knows no React and no editor.
 */
import type * as Y from 'yjs';
import { LiveModel } from '../../../shared/documents/liveModel.ts';
import { type Asked, showIn, type Shown } from '../../../shared/documents/shown.ts';
import type { Model } from '../../../shared/value/model.ts';
import type { FiguresOfNow } from '../../ui/FigureContext.tsx';

/** Calls later, once; gives the way to call it off. */
export type Later = (run: () => void) => () => void;
const nextFrame: Later = run => {
  const frame = requestAnimationFrame(run);
  return () => { cancelAnimationFrame(frame); };
};

interface Kept {
  asked: Asked;
  shown: Shown;
  /** To tell in one comparison whether it shows the same. */
  text: string;
}

export class LiveFigures implements FiguresOfNow {
  readonly #doc: Y.Doc;
  readonly #later: Later;
  readonly #kept = new Map<string, Kept>();
  readonly #listeners = new Set<() => void>();
  /** Made when the first figure is asked for, ended with the last listener. */
  #live: LiveModel | undefined;
  #callOff: (() => void) | undefined;

  constructor(doc: Y.Doc, later: Later = nextFrame) {
    this.#doc = doc;
    this.#later = later;
  }

  get model(): Model {
    return this.#start().get().model;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#start();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stop();
    };
  };

  readonly shown = (asked: Asked): Shown => {
    const key = `${asked.type} ${asked.of} ${asked.shows}`;
    const known = this.#kept.get(key) ?? kept(this.model, asked);
    this.#kept.set(key, known);
    return known.shown;
  };

  #start(): LiveModel {
    if (this.#live) return this.#live;
    this.#live = new LiveModel(this.#doc);
    this.#live.subscribe(() => {
      this.#callOff ??= this.#later(this.#look);
    });
    return this.#live;
  }

  #stop(): void {
    this.#callOff?.();
    this.#callOff = undefined;
    this.#live?.stop();
    this.#live = undefined;
    this.#kept.clear();
  }

  readonly #look = (): void => {
    this.#callOff = undefined;
    for (const [key, before] of this.#kept) {
      const now = kept(this.model, before.asked);
      if (now.text !== before.text) this.#kept.set(key, now);
    }
    for (const listener of [...this.#listeners]) listener();
  };
}

function kept(model: Model, { type, of, shows }: Asked): Kept {
  const asked = { type, of, shows } as Asked;
  const shown = showIn(model, asked);
  return { asked, shown, text: JSON.stringify(shown) };
}
