/**
 * A table of cells with the manners of a good spreadsheet: where one is, what is chosen, what is being typed.
 *
 * Slots are named, not counted, so that rows which others add or move do not move anybody's place. Knows no React and
 * no document: what cells hold, and writing them, is handed in.
 */
import { readTsv, writeTsv } from './tsv.ts';

/** A cell's key, or the name of a figure that is calculated. */
export type SlotId = string;

/** Rows of a pasted block that lie below the table: it may grow by them. */
export interface Beyond {
  rows: readonly (readonly string[])[];
  /** The column they begin in. */
  left: number;
}

export interface SheetParts {
  /** What a slot shows, as plain text for the clipboard. */
  textOf(slot: SlotId): string;
  /** What its editor begins with. */
  editTextOf(slot: SlotId): string;
  /** False for figures, and for readers. */
  mayWrite(slot: SlotId): boolean;
  /** Typed or pasted texts by slot, as one step. */
  write(texts: readonly (readonly [SlotId, string])[], beyond?: Beyond): void;
  /** Where this person is, for the others. */
  tell(active: SlotId | undefined, writing: boolean): void;
}

const NOTHING: SheetParts = { textOf: () => '', editTextOf: () => '', mayWrite: () => false, write: () => undefined, tell: () => undefined };

interface Editing {
  slot: SlotId;
  /** What the editor begins with. */
  text: string;
  /** Begun by typing: arrows leave the cell, as one is used to. */
  typed: boolean;
}

export class Sheet {
  #parts: SheetParts = NOTHING;
  readonly #listeners = new Set<() => void>();
  #rows: readonly (readonly SlotId[])[] = [];
  #places = new Map<SlotId, { row: number; column: number }>();
  #active: SlotId | undefined;
  /** The other corner of the block. */
  #anchor: SlotId | undefined;
  #editing: Editing | undefined;

  /** What it leans on; handed in anew whenever language or figures change. */
  setParts(parts: SheetParts): void {
    this.#parts = parts;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What there is, row by row; rows may be of different lengths. */
  setRows(rows: readonly (readonly SlotId[])[]): void {
    this.#rows = rows;
    this.#places = new Map(rows.flatMap((slots, row) => slots.map((slot, column) => [slot, { row, column }] as const)));
    if (this.#active !== undefined && !this.#places.has(this.#active)) this.leave();
    else this.#draw();
  }

  get active(): SlotId | undefined {
    return this.#active;
  }
  get editing(): Editing | undefined {
    return this.#editing;
  }
  /** Where the Tab key enters the table. */
  get entry(): SlotId | undefined {
    return this.#active ?? this.#rows[0]?.[0];
  }

  isActive = (slot: SlotId): boolean => slot === this.#active;
  isEditing = (slot: SlotId): boolean => slot === this.#editing?.slot;

  /** In a block of more than one. */
  isChosen(slot: SlotId): boolean {
    const place = this.#places.get(slot);
    const block = this.#block();
    if (!place || !block || (block.top === block.bottom && block.left === block.right)) return false;
    return place.row >= block.top && place.row <= block.bottom && place.column >= block.left && place.column <= block.right;
  }

  /** `extend`: the block grows to here. */
  goTo(slot: SlotId, extend = false): void {
    if (!this.#places.has(slot)) return;
    if (this.#editing && this.#editing.slot !== slot) this.#editing = undefined;
    if (!extend) this.#anchor = slot;
    this.#active = slot;
    this.#changed();
  }

  /** By rows and columns; stops at the edges. Answers false at an edge. */
  move(down: number, right: number, extend = false): boolean {
    const place = this.#active === undefined ? undefined : this.#places.get(this.#active);
    if (!place) return false;
    const row = clamp(place.row + down, this.#rows.length);
    const slots = this.#rows[row] ?? [];
    const next = slots[clamp(place.column + right, slots.length)];
    if (next === undefined || next === this.#active) return false;
    this.goTo(next, extend);
    return true;
  }

  /** Along the row and on to the next one; false behind the last slot and before the first. */
  step(by: 1 | -1): boolean {
    const all = this.#rows.flat();
    const next = this.#active === undefined ? undefined : all[all.indexOf(this.#active) + by];
    if (next === undefined) return false;
    this.goTo(next);
    return true;
  }

  toEdge(where: 'rowStart' | 'rowEnd' | 'start' | 'end', extend = false): void {
    const row = this.#active === undefined ? 0 : (this.#places.get(this.#active)?.row ?? 0);
    const slots = where === 'start' ? this.#rows[0] : where === 'end' ? this.#rows.at(-1) : this.#rows[row];
    const slot = where === 'rowStart' || where === 'start' ? slots?.[0] : slots?.at(-1);
    if (slot !== undefined) this.goTo(slot, extend);
  }

  chooseAll(): void {
    this.#anchor = this.#rows[0]?.[0];
    this.#active = this.#rows.at(-1)?.at(-1);
    this.#changed();
  }

  /** Begins typing; without a text with what stands there. Does nothing where one may not write. */
  edit(typed?: string): void {
    const slot = this.#active;
    if (slot === undefined || !this.#parts.mayWrite(slot)) return;
    this.#editing = { slot, text: typed ?? this.#parts.editTextOf(slot), typed: typed !== undefined };
    this.#anchor = slot;
    this.#changed();
  }

  /** Writes what was typed, if it says anything else than what stood there. */
  commit(text: string): void {
    const editing = this.#editing;
    if (!editing) return;
    this.#editing = undefined;
    if (text !== this.#parts.editTextOf(editing.slot)) this.#parts.write([[editing.slot, text]]);
    this.#changed();
  }

  cancel(): void {
    this.#editing = undefined;
    this.#anchor = this.#active;
    this.#changed();
  }

  /** Empties what is chosen. */
  clear(): void {
    this.#write(this.#chosenSlots().flat().map(slot => [slot, ''] as const));
  }

  copy(): string {
    return writeTsv(this.#chosenSlots().map(row => row.map(slot => this.#parts.textOf(slot))));
  }

  /**
   * Puts a block in from the top left of what is chosen. One single value fills the whole choice. What lies over a
   * figure or right of the table is left out; rows below it are offered. Answers how many cells were written.
   */
  paste(text: string): number {
    const block = this.#block();
    const values = readTsv(text);
    const [first = []] = values;
    if (!block || values.length === 0) return 0;
    const single = values.length === 1 && first.length === 1;
    const texts = single
      ? this.#chosenSlots().flat().map(slot => [slot, first[0] ?? ''] as const)
      : values.flatMap((row, down) => row.flatMap((value, right) => {
          const slot = this.#rows[block.top + down]?.[block.left + right];
          return slot === undefined ? [] : [[slot, value] as const];
        }));
    const below = single ? [] : values.slice(this.#rows.length - block.top);
    return this.#write(texts, below.length > 0 ? { rows: below, left: block.left } : undefined);
  }

  /** Nobody is in this table any more. */
  leave(): void {
    this.#active = undefined;
    this.#anchor = undefined;
    this.#editing = undefined;
    this.#changed();
  }

  #write(texts: readonly (readonly [SlotId, string])[], beyond?: Beyond): number {
    const allowed = texts.filter(([slot]) => this.#parts.mayWrite(slot));
    if (allowed.length > 0 || beyond) this.#parts.write(allowed, beyond);
    return allowed.length;
  }

  #chosenSlots(): SlotId[][] {
    const block = this.#block();
    if (!block) return [];
    return this.#rows.slice(block.top, block.bottom + 1).map(row => row.slice(block.left, block.right + 1));
  }

  #block(): { top: number; bottom: number; left: number; right: number } | undefined {
    const active = this.#active === undefined ? undefined : this.#places.get(this.#active);
    if (!active) return undefined;
    const anchor = this.#places.get(this.#anchor ?? '') ?? active;
    return {
      top: Math.min(active.row, anchor.row), bottom: Math.max(active.row, anchor.row),
      left: Math.min(active.column, anchor.column), right: Math.max(active.column, anchor.column),
    };
  }

  #changed(): void {
    this.#parts.tell(this.#active, this.#editing !== undefined);
    this.#draw();
  }

  #draw(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

const clamp = (at: number, length: number): number => Math.min(Math.max(at, 0), length - 1);
