/** Ctrl+Z and Ctrl+Y for one's own steps, wherever on the page one is; within a field the browser's own. */
import { useEffect } from 'react';
import type { Desk } from './Desk.ts';

export function useUndoKeys(desk: Desk): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isField(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) desk.redo();
      else desk.undo();
    };
    document.addEventListener('keydown', pressed);
    return () => {
      document.removeEventListener('keydown', pressed);
    };
  }, [desk]);
}

/** Sliders and switches have no steps of their own. */
const WITHOUT_STEPS = new Set(['range', 'checkbox', 'radio', 'button']);

function isField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !WITHOUT_STEPS.has(target.type);
  return target instanceof HTMLElement && (target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName));
}
