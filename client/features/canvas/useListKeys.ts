/** The few keys of the list: N for a new note, M to move the note in focus, Ctrl+Z and its way back. */
import { useEffect } from 'react';
import { useCanvas } from './CanvasContext.tsx';
import { newNoteInList } from './newNoteInList.ts';
import { isForBoard } from './useBoardKeys.ts';

export function useListKeys(): void {
  const canvas = useCanvas();
  useEffect(() => {
    const { desk, passing, room } = canvas;
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || !isForBoard(event.target) || !room.mayWrite.get()) return;
      const key = event.key.toLowerCase();
      const held = event.ctrlKey || event.metaKey;
      const note = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-note]')?.dataset['note'] : undefined;
      if (held && (key === 'y' || (key === 'z' && event.shiftKey))) desk.redo();
      else if (held && key === 'z') desk.undo();
      else if (!held && key === 'n') newNoteInList(canvas);
      else if (!held && key === 'm' && note) passing.asking.set({ kind: 'moveToArea', ids: [note] });
      else if (!held && event.key === 'Delete' && note) desk.remove([note]);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [canvas]);
}
