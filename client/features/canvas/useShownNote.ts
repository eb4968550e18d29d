/** Brings the note that the address names into sight, chosen, with its panel open. */
import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useCanvas } from './CanvasContext.tsx';

export function useShownNote(id: string | null): void {
  const { store, desk, passing } = useCanvas();
  const { setCenter } = useReactFlow();
  useEffect(() => {
    const note = id ? store.element(id) : undefined;
    if (note?.type !== 'note') return;
    desk.select([note.id]);
    passing.panel.set(note.id);
    void setCenter(note.x + note.w / 2, note.y + 60, { zoom: 1 });
  }, [id, store, desk, passing, setCenter]);
}
