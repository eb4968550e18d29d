/** Where a new note of the list goes: the one area that is shown, the only one there is, or the one that is asked for. */
import type { OpenCanvas } from './CanvasContext.tsx';

export function newNoteInList({ desk, store, passing }: OpenCanvas): void {
  const only = passing.only.get();
  const areas = store.areas().filter(area => only === null || area.kind === only);
  const [first] = areas;
  if (!first) passing.editing.set(desk.addNoteNear({ x: 0, y: 0 }) ?? null);
  else if (areas.length === 1) passing.editing.set(desk.addNoteIn(first.id) ?? null);
  else passing.asking.set({ kind: 'noteIn' });
}
