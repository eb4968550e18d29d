/** Brings what is being written in into sight: nobody writes in a note that is off the window or too small to read. */
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import { useReadable } from '../../collab/CollabContext.tsx';
import { useCanvas } from './CanvasContext.tsx';
import { boxOf } from './elements.ts';
import { contains } from './geometry.ts';
import { FAR_ZOOM } from './useIsFar.ts';

const READABLE = 0.8;

export function useEditingInSight(): void {
  const { store, passing } = useCanvas();
  const editing = useReadable(passing.editing);
  const { setCenter } = useReactFlow();
  const flow = useStoreApi();
  useEffect(() => {
    const element = editing ? store.element(editing) : undefined;
    const box = element && boxOf(element);
    if (!box || element.type === 'area') return;
    const { transform: [x, y, zoom], width, height } = flow.getState();
    if (zoom < FAR_ZOOM || !contains({ x: -x / zoom, y: -y / zoom, w: width / zoom, h: height / zoom }, box)) {
      void setCenter(box.x + box.w / 2, box.y + box.h / 2, { zoom: Math.max(zoom, READABLE) });
    }
  }, [editing, store, flow, setCenter]);
}
