/** Hands a sheet to its cells, and lets each redraw only for what concerns it. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import { texts } from '../../../ui/text.ts';
import type { Sheet, SlotId } from './Sheet.ts';

export const CELL_WORDS = texts('value.sheetCell', {
  en: { unknown: 'not known yet', empty: 'empty', edit: 'Edit the cell', here: '{{name}} is here' },
  it: { unknown: 'non si sa ancora', empty: 'vuota', edit: 'Modifica la cella', here: 'Qui c’è {{name}}' },
});

/** Read once for a table: a thousand cells would otherwise each follow the language by themselves. */
export const WordsContext = createContext<(key: keyof typeof CELL_WORDS.en, values?: Record<string, string>) => string>(key => key);

export const SheetContext = createContext<Sheet | undefined>(undefined);

export function useSheet(): Sheet {
  const sheet = useContext(SheetContext);
  if (!sheet) throw new Error('There is no sheet around this cell.');
  return sheet;
}

const ACTIVE = 1;
const CHOSEN = 2;
const EDITING = 4;
const ENTRY = 8;

/** One number, so that a cell redraws only when one of these changes for it. */
export function useSlot(slot: SlotId): { active: boolean; chosen: boolean; editing: boolean; entry: boolean } {
  const sheet = useSheet();
  const state = useSyncExternalStore(sheet.subscribe, () =>
    (sheet.isActive(slot) ? ACTIVE : 0) | (sheet.isChosen(slot) ? CHOSEN : 0) | (sheet.isEditing(slot) ? EDITING : 0) | (sheet.entry === slot ? ENTRY : 0));
  return { active: (state & ACTIVE) > 0, chosen: (state & CHOSEN) > 0, editing: (state & EDITING) > 0, entry: (state & ENTRY) > 0 };
}
