/** How things on the board are called aloud: areas, notes, lines. One place, so that lists, dialogs and readers agree. */
import type { Area, CanvasElement } from '../../../shared/documents/canvas.ts';
import type { CanvasSay } from './CanvasContext.tsx';
import type { CanvasStore } from './store.ts';

export const areaTitle = (say: CanvasSay, area: Pick<Area, 'title' | 'kind'>): string => area.title.trim() || say(area.kind);

/** The first words of a note, or that it has none. */
export const noteWords = (say: CanvasSay, store: CanvasStore, id: string, length = 60): string => store.title(id, length) || say('emptyNote');

export function nameOf(say: CanvasSay, store: CanvasStore, element: CanvasElement): string {
  switch (element.type) {
    case 'area': return areaTitle(say, element);
    case 'note': return noteWords(say, store, element.id);
    case 'ink': return say('inkName');
    case 'connector': return lineName(say, store, element);
  }
}

function lineName(say: CanvasSay, store: CanvasStore, line: Extract<CanvasElement, { type: 'connector' }>): string {
  const nameOfEnd = (id: string): string => {
    const end = store.element(id);
    return end ? nameOf(say, store, end) : '';
  };
  const ends = { from: nameOfEnd(line.from), to: nameOfEnd(line.to) };
  return line.label ? say('lineNamed', { label: line.label, ...ends }) : say('lineName', ends);
}
