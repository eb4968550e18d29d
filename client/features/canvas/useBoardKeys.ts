/** The keys of the board. They are heard only while the focus is on the board or nowhere, never while somebody types. */
import { useEffect } from 'react';
import { useCanvas, type OpenCanvas } from './CanvasContext.tsx';
import { copied } from './clipboard.ts';
import { useZooming } from './useZooming.ts';

export interface BoardDeeds {
  newNote: () => void;
  askForArea: () => void;
}

type Zooming = ReturnType<typeof useZooming>;
interface Heard extends BoardDeeds {
  canvas: OpenCanvas;
  zooming: Zooming;
}
type Deed = (heard: Heard, event: KeyboardEvent) => void;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const STEP = 8;
const FINE_STEP = 1;

export function useBoardKeys({ newNote, askForArea }: BoardDeeds): void {
  const canvas = useCanvas();
  const zooming = useZooming();
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !isForBoard(event.target)) return;
      const deed = deedFor(event, canvas);
      if (!deed) return;
      event.preventDefault();
      deed({ canvas, zooming, newNote, askForArea }, event);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [canvas, zooming, newNote, askForArea]);
}

/** Whether a key or a paste is meant for the board as a whole. */
export function isForBoard(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('input, textarea, select, [contenteditable="true"], [data-canvas-side]')) return false;
  if (target.closest('[data-board]')) return true;
  // The focus is nowhere: the board hears it, unless a question stands before it.
  return (target === document.body || target.tagName === 'MAIN') && !document.querySelector('[role="dialog"]');
}

function deedFor(event: KeyboardEvent, canvas: OpenCanvas): Deed | undefined {
  if (event.ctrlKey || event.metaKey) return withControl(event);
  if (event.altKey) return undefined;
  // On a button, Enter and Space press it; on the board they write in the chosen note.
  const onButton = event.target instanceof Element && event.target.closest('button, a') !== null;
  const arrow = ARROWS[event.key];
  if (arrow && !onButton) return nudgeBy(arrow);
  if (event.key === 'Enter' || event.key === 'F2') return onButton ? undefined : edit;
  if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) return toSelectionBar;
  return PLAIN[event.key.length === 1 ? event.key.toLowerCase() : event.key] && guarded(event, canvas);
}

/** Letters that write do nothing for a reader. */
function guarded(event: KeyboardEvent, canvas: OpenCanvas): Deed | undefined {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return WRITING.has(key) && !canvas.room.mayWrite.get() ? undefined : PLAIN[key];
}

const WRITING = new Set(['n', 'a', 'c', 'p', 'm', 'Delete', 'Backspace']);

const PLAIN: Readonly<Record<string, Deed>> = {
  n: ({ newNote }) => newNote(),
  a: ({ askForArea }) => askForArea(),
  c: ({ canvas }) => connect(canvas),
  p: ({ canvas }) => canvas.passing.tool.set('pen'),
  v: ({ canvas }) => canvas.passing.tool.set('select'),
  h: ({ canvas }) => canvas.passing.tool.set('hand'),
  m: ({ canvas }) => moveToArea(canvas),
  Delete: ({ canvas }) => canvas.desk.removeSelected(),
  Backspace: ({ canvas }) => canvas.desk.removeSelected(),
  Escape: ({ canvas }) => letGo(canvas),
  '+': ({ zooming }) => zooming.closer(),
  '=': ({ zooming }) => zooming.closer(),
  '-': ({ zooming }) => zooming.farther(),
  '0': ({ zooming }) => zooming.toFull(),
  '1': ({ zooming }) => zooming.fit(),
};

function withControl(event: KeyboardEvent): Deed | undefined {
  switch (event.key.toLowerCase()) {
    case 'z': return ({ canvas }) => (event.shiftKey ? canvas.desk.redo() : canvas.desk.undo());
    case 'y': return ({ canvas }) => canvas.desk.redo();
    case 'a': return ({ canvas }) => canvas.desk.selectAll();
    case 'd': return ({ canvas: { desk, store } }) => desk.duplicate(copied(desk.selected(), id => store.text(id)));
    default: return undefined;
  }
}

const nudgeBy = ([x, y]: readonly [number, number]): Deed => ({ canvas }, event) => {
  const step = event.shiftKey ? FINE_STEP : STEP;
  canvas.desk.nudge(x * step, y * step);
};

const edit: Deed = ({ canvas }) => {
  const [only, ...others] = canvas.desk.selected();
  if (only && others.length === 0 && canvas.desk.mayEdit(only.id)) canvas.passing.editing.set(only.id);
};

const toSelectionBar: Deed = () => document.querySelector<HTMLElement>('[data-selection-bar] button')?.focus();

/** With one thing chosen the keyboard is asked where to; else the pointer may draw. */
function connect({ desk, passing }: OpenCanvas): void {
  const [only, ...others] = desk.selected();
  if (only && others.length === 0 && only.type !== 'ink' && only.type !== 'connector') passing.asking.set({ kind: 'connectTo', from: only.id });
  else passing.tool.set('connect');
}

function moveToArea({ desk, passing }: OpenCanvas): void {
  const ids = desk.selected().filter(element => element.type === 'note').map(element => element.id);
  if (ids.length > 0) passing.asking.set({ kind: 'moveToArea', ids });
}

/** Escape, from the inside out: the tool, the panel, the choice. */
function letGo({ desk, passing }: OpenCanvas): void {
  if (passing.tool.get() !== 'select') passing.tool.set('select');
  else if (passing.panel.get()) passing.panel.set(null);
  else desk.select([]);
}
