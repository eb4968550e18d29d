/**
 * What one person does to the value model: every edit is a step of its own that this person alone can take back.
 *
 * Knows no screen. Rows and cells are in `shared/documents/value.ts`.
 */
import * as Y from 'yjs';
import { addRows, changeRow, choose, deleteRows, duplicateRow, moveRow, type NewRow, restoreRows, writeCells } from '../../../shared/documents/value.ts';
import { valueRoot } from '../../../shared/documents/roots.ts';
import type { CellValue } from '../../../shared/value/fields.ts';
import type { CellKey } from '../../../shared/value/keys.ts';
import type { RowKind } from '../../../shared/value/model.ts';
import type { LiveRoom } from '../../collab/types.ts';
import { Value } from '../../collab/value.ts';
import { liveValueOf } from './liveValue.ts';
import { makeRowId } from './rowId.ts';

export class Desk {
  readonly #room: LiveRoom;
  readonly #doc: Y.Doc;
  #undo: Y.UndoManager | undefined;
  readonly steps = new Value<{ undo: boolean; redo: boolean }>({ undo: false, redo: false });

  constructor(room: LiveRoom) {
    this.#room = room;
    this.#doc = room.doc;
  }

  /** From now on steps can be taken back, until it is stopped. */
  start(): () => void {
    // No capturing over time: each edit is one step, as in a spreadsheet.
    const undo = new Y.UndoManager(valueRoot(this.#doc), { trackedOrigins: new Set([this]), captureTimeout: 0 });
    for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const) undo.on(event, this.#count);
    this.#undo = undo;
    this.#count();
    return () => {
      this.#undo = undefined;
      undo.destroy();
    };
  }

  /** Several edits as one step. */
  asOne(edits: () => void): void {
    this.#doc.transact(edits, this);
    liveValueOf(this.#doc).flush();
  }

  /** One step; also for a block. */
  write(changes: Iterable<readonly [CellKey, CellValue]>): void {
    this.#step(edit => { writeCells(this.#doc, changes, edit); });
  }

  change(row: string, values: Readonly<Record<string, CellValue>>): void {
    this.#step(edit => { changeRow(this.#doc, row, values, edit); });
  }

  /** Adds a row at the end of its kind; answers its id. */
  add(kind: RowKind, values: NewRow['values']): string {
    const id = makeRowId(kind);
    this.#step(edit => { addRows(this.#doc, [{ id, values }], edit); });
    return id;
  }

  /** Several rows in one step. */
  addAll(rows: readonly NewRow[]): void {
    this.#step(edit => { addRows(this.#doc, rows, edit); });
  }

  /** A copy behind the original; answers its id. */
  duplicate(from: string, kind: RowKind, values: NewRow['values']): string {
    const id = makeRowId(kind);
    this.#step(edit => { duplicateRow(this.#doc, from, { id, values }, edit); });
    return id;
  }

  remove(ids: readonly string[]): void {
    this.#step(edit => { deleteRows(this.#doc, ids, edit); });
  }

  restore(ids: readonly string[]): void {
    this.#step(edit => { restoreRows(this.#doc, ids, edit); });
  }

  /** Behind `after`; null: to the beginning. */
  move(id: string, after: string | null): void {
    this.#step(edit => { moveRow(this.#doc, id, after, edit); });
  }

  choose(key: CellKey, writeId: string): void {
    this.#step(edit => { choose(this.#doc, key, writeId, edit); });
  }

  readonly undo = (): void => {
    if (!this.#room.mayWrite.get()) return;
    this.#undo?.undo();
    liveValueOf(this.#doc).flush();
  };

  readonly redo = (): void => {
    if (!this.#room.mayWrite.get()) return;
    this.#undo?.redo();
    liveValueOf(this.#doc).flush();
  };

  #step(edit: (as: { at: number; origin: unknown }) => void): void {
    if (!this.#room.mayWrite.get()) return;
    edit({ at: Date.now(), origin: this });
    liveValueOf(this.#doc).flush();
  }

  readonly #count = (): void => {
    this.steps.set({ undo: (this.#undo?.undoStack.length ?? 0) > 0, redo: (this.#undo?.redoStack.length ?? 0) > 0 });
  };
}
