/** The place at the side where another feature talks about one note. What is in it comes through a slot. */
import { useCallback, useEffect, useRef } from 'react';
import { focusElement } from './focusElement.ts';
import { useCanvas, useElement, useWords } from './CanvasContext.tsx';
import { useReadable } from '../../collab/CollabContext.tsx';

export function Panel() {
  const { passing, slots } = useCanvas();
  const id = useReadable(passing.panel);
  return id && slots.notePanel ? <PanelFor key={id} id={id} /> : null;
}

function PanelFor({ id }: { id: string }) {
  const { passing, slots } = useCanvas();
  const say = useWords();
  const note = useElement(id);
  const side = useRef<HTMLElement>(null);
  const close = useCallback((): void => {
    passing.panel.set(null);
    focusElement(id);
  }, [passing, id]);
  useEffect(() => {
    const element = side.current;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) close();
    };
    element?.addEventListener('keydown', onKey);
    return () => element?.removeEventListener('keydown', onKey);
  }, [close]);
  const doubt = note?.type === 'note' && note.kind === 'doubt';
  return (
    <aside ref={side} className="cv-panel" aria-label={say(doubt ? 'onThisDoubt' : 'onThisNote')} data-canvas-side>
      {slots.notePanel?.(id, close)}
    </aside>
  );
}
