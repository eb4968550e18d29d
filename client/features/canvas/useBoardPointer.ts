/** What the pointer does on the bare board: a double click writes there, a touch moves the board instead of choosing. */
import { useReactFlow } from '@xyflow/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useCanvas } from './CanvasContext.tsx';
import type { Point } from './geometry.ts';

export interface Where {
  /** Under the pointer while it is over the board, else the middle of what is shown. */
  pointed: () => Point;
  middle: () => Point;
}

export function useBoardPointer(place: HTMLElement | null): { where: Where; touching: boolean } {
  const flow = useReactFlow();
  const last = useRef<Point | null>(null);
  const [touching, setTouching] = useState(() => matchMedia('(pointer: coarse)').matches);
  useDoubleClick(place);
  useEffect(() => {
    if (!place) return;
    const moved = (event: PointerEvent): void => {
      last.current = { x: event.clientX, y: event.clientY };
    };
    const left = (): void => {
      last.current = null;
    };
    const down = (event: PointerEvent): void => {
      setTouching(event.pointerType === 'touch');
      // React Flow keeps the bare board from taking the focus; keys are heard only where the focus is.
      if (isBare(event.target)) place.focus({ preventScroll: true });
    };
    place.addEventListener('pointermove', moved);
    place.addEventListener('pointerleave', left);
    place.addEventListener('pointerdown', down, true);
    return () => {
      place.removeEventListener('pointermove', moved);
      place.removeEventListener('pointerleave', left);
      place.removeEventListener('pointerdown', down, true);
    };
  }, [place]);
  const where = useMemo((): Where => {
    const middle = (): Point => {
      const box = place?.getBoundingClientRect();
      return flow.screenToFlowPosition(box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : { x: 0, y: 0 });
    };
    return { middle, pointed: () => (last.current ? flow.screenToFlowPosition(last.current) : middle()) };
  }, [place, flow]);
  return { where, touching };
}

const isBare = (target: EventTarget | null): boolean => target instanceof Element && target.classList.contains('react-flow__pane');

function useDoubleClick(place: HTMLElement | null): void {
  const { desk, passing } = useCanvas();
  const flow = useReactFlow();
  useEffect(() => {
    const write = (event: MouseEvent): void => {
      if (!isBare(event.target) || passing.tool.get() !== 'select') return;
      const made = desk.addNoteAt(flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }));
      if (made) passing.editing.set(made);
    };
    place?.addEventListener('dblclick', write);
    return () => place?.removeEventListener('dblclick', write);
  }, [place, desk, passing, flow]);
}
