/**
 * Undo and redo of one's own board edits. Each deed is one step, a gesture (drag, resize) too, however many edits
 * it writes on its way. What others do, and words typed inside a note, are never in these steps.
 */
import * as Y from 'yjs';
import { canvasRoot } from '../../../shared/documents/roots.ts';
import { Value } from '../../collab/value.ts';

/** Origin of every edit that a person makes on the board itself. */
export const BOARD = Symbol('board');

/** Nudges of the same kind that follow each other this closely are one step. */
const SAME_STEP_MS = 900;

export class Steps {
  readonly canUndo = new Value(false);
  readonly canRedo = new Value(false);
  readonly #doc: Y.Doc;
  readonly #now: () => number;
  #manager: Y.UndoManager | undefined;
  #last = { kind: '', at: 0 };

  constructor(doc: Y.Doc, now: () => number = Date.now) {
    this.#doc = doc;
    this.#now = now;
  }

  /** Keeps steps from now on; the answer forgets them. */
  start(): () => void {
    // Steps end where we say so, never by the clock: a slow drag is one step, two quick deeds are two.
    const manager = new Y.UndoManager(canvasRoot(this.#doc), { trackedOrigins: new Set([BOARD]), captureTimeout: Number.MAX_SAFE_INTEGER });
    this.#manager = manager;
    for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const) manager.on(event, this.#tell);
    return () => {
      manager.destroy();
      this.#manager = undefined;
      this.#tell();
    };
  }

  /** What is edited from now on can be taken back on its own. */
  begin(kind = ''): void {
    const at = this.#now();
    const goesOn = kind !== '' && kind === this.#last.kind && at - this.#last.at < SAME_STEP_MS;
    this.#last = { kind, at };
    if (!goesOn) this.#manager?.stopCapturing();
  }

  undo(): void {
    this.#last = { kind: '', at: 0 };
    this.#manager?.undo();
  }

  redo(): void {
    this.#last = { kind: '', at: 0 };
    this.#manager?.redo();
  }

  readonly #tell = (): void => {
    this.canUndo.set((this.#manager?.undoStack.length ?? 0) > 0);
    this.canRedo.set((this.#manager?.redoStack.length ?? 0) > 0);
  };
}
