/** A driver made of a note: named by its words, and each points at the other. */
import { changeElements, noteTitle } from '../../../../shared/documents/canvas.ts';
import { addRows, deleteRows, readModel } from '../../../../shared/documents/value.ts';
import type { LiveRoom } from '../../../collab/types.ts';
import { makeRowId } from '../rowId.ts';
import { nextCode } from '../scenarios/deeds.ts';

/** Own origin: neither the canvas' nor the model's undo takes half of it back. */
const ORIGIN = Symbol('driver of a note');
const MOST_LETTERS = 120;

export interface MadeDriver {
  id: string;
  code: string;
  /** Takes the driver away again; the note stays as it was. */
  undo: () => void;
}

export function makeDriver(room: LiveRoom, noteId: string, now: number): MadeDriver {
  const { doc } = room;
  const id = makeRowId('drv');
  const code = nextCode(readModel(doc).drivers.map(driver => driver.code), 'A');
  doc.transact(() => {
    addRows(doc, [{ id, values: { code, label: noteTitle(doc, noteId, MOST_LETTERS), note: noteId } }], { at: now, origin: ORIGIN });
    changeElements(doc, new Map([[noteId, { link: id }]]), ORIGIN);
  }, ORIGIN);
  return { id, code, undo: () => { deleteRows(doc, [id], { at: now, origin: ORIGIN }); } };
}
