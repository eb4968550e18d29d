/** Tells the others where this person is on the canvas: pointer, choice, note being written, what the window shows. */
import { useEffect, useMemo } from 'react';
import { type ReactFlowInstance, useOnViewportChange, useReactFlow } from '@xyflow/react';
import type { Presence } from '../../collab/types.ts';
import { useCanvas, type OpenCanvas } from './CanvasContext.tsx';
import { every } from './every.ts';

const POINTER_EVERY_MS = 50;
const VIEW_EVERY_MS = 100;
/** Enough to show; a presence state has a limit of its own. */
const MOST_SELECTED = 40;

/** On the canvas at all, as board or as list. */
export function useBeingHere(canvas: OpenCanvas): void {
  const { room, desk, passing, store } = canvas;
  useEffect(() => {
    const select = (): void => room.setPresence({ selected: [...desk.selection.get()].slice(0, MOST_SELECTED) });
    const write = (): void => room.setPresence({ writing: noteBeingWritten(store.element(passing.editing.get() ?? '')) });
    room.setPresence({ page: 'canvas' });
    select();
    write();
    const stops = [desk.selection.subscribe(select), passing.editing.subscribe(write)];
    return () => {
      stops.forEach(stop => stop());
      room.setPresence(NOWHERE);
    };
  }, [room, desk, passing, store]);
}

const NOWHERE: Partial<Presence> = { pointer: null, selected: [], writing: null, view: null };

const noteBeingWritten = (element: { id: string; type: string } | undefined): string | null => (element?.type === 'note' ? element.id : null);

/** On the board: where the pointer is and what the window shows. `place` is the board's own box. */
export function useBoardPresence(place: HTMLElement | null): void {
  const { room } = useCanvas();
  const flow = useReactFlow();
  useEffect(() => {
    if (!place) return;
    const point = every(POINTER_EVERY_MS, (pointer: Presence['pointer']) => room.setPresence({ pointer }));
    const moved = (event: PointerEvent): void => {
      if (event.pointerType !== 'touch') point(rounded(flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })));
    };
    const left = (): void => point(null);
    place.addEventListener('pointermove', moved);
    place.addEventListener('pointerleave', left);
    return () => {
      point.stop();
      place.removeEventListener('pointermove', moved);
      place.removeEventListener('pointerleave', left);
    };
  }, [place, room, flow]);
  const tellView = useMemo(
    () => every(VIEW_EVERY_MS, () => place && room.setPresence({ view: viewOf(flow, place.getBoundingClientRect()) })),
    [place, room, flow],
  );
  useEffect(() => {
    tellView(undefined);
    return tellView.stop;
  }, [tellView]);
  useOnViewportChange({ onChange: tellView });
}

function viewOf(flow: ReactFlowInstance, size: DOMRect): Presence['view'] {
  const middle = flow.screenToFlowPosition({ x: size.x + size.width / 2, y: size.y + size.height / 2 });
  return { ...rounded(middle), zoom: Math.round(flow.getZoom() * 1_000) / 1_000 };
}

const rounded = ({ x, y }: { x: number; y: number }) => ({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 });
