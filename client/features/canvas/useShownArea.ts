/** Brings the area that the address names into sight: the whole of it on the board, its heading in the list. */
import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useCanvas } from './CanvasContext.tsx';

/** A little ground around it, so that one sees it is a part of something. */
const AROUND = 0.15;

export function useShownArea(id: string | null): void {
  const { store, desk } = useCanvas();
  const { fitBounds } = useReactFlow();
  useEffect(() => {
    const area = id ? store.element(id) : undefined;
    if (area?.type !== 'area') return;
    desk.select([area.id]);
    void fitBounds({ x: area.x, y: area.y, width: area.w, height: area.h }, { padding: AROUND });
  }, [id, store, desk, fitBounds]);
}

export function useAreaInList(id: string | null): void {
  useEffect(() => {
    if (id) document.querySelector(`[data-area="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'start' });
  }, [id]);
}
