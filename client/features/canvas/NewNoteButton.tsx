/** The round way to a new note in the list: into the area that is shown, else asks into which. */
import { Plus } from 'lucide-react';
import { useCanvas, useMayWrite, useWords } from './CanvasContext.tsx';
import { newNoteInList } from './newNoteInList.ts';

export function NewNoteButton() {
  const canvas = useCanvas();
  const say = useWords();
  if (!useMayWrite()) return null;
  return (
    <button type="button" className="cv-new" aria-label={say('addNote')} aria-keyshortcuts="N" onClick={() => newNoteInList(canvas)}>
      <Plus size={26} strokeWidth={1.75} aria-hidden />
    </button>
  );
}
