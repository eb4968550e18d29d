/** Areas of a room's canvas as the proposal speaks of them: what is there, what lies in it, which sections stand on it. */
import type * as Y from 'yjs';
import { type Area, byArea, type Note, readElements } from './canvas.ts';
import { cleanText } from './cleanText.ts';
import { plainText, type RichText, sectionHeadings } from './richtext.ts';
import type { AreaShown } from './sectionAreas.ts';

export interface AreaWithNotes {
  area: Area;
  notes: Note[];
}

/** In the order in which the canvas is read. */
export const areasOf = (doc: Y.Doc): AreaWithNotes[] => byArea(readElements(doc)).areas;

export const shownOf = (areas: readonly AreaWithNotes[], id: string): AreaShown => {
  const found = areas.find(({ area }) => area.id === id);
  if (!found) return { kind: 'gone' };
  const { area: { kind, title }, notes } = found;
  return { kind: 'area', area: kind, title: cleanText(title), notes: notes.length };
};

/** Reads the canvas when it is first asked, and once. */
export function showAreas(doc: Y.Doc): (id: string) => AreaShown {
  let areas: AreaWithNotes[] | undefined;
  return id => shownOf((areas ??= areasOf(doc)), id);
}

export interface SectionOnArea {
  /** From 0, in the order of the text. */
  nth: number;
  title: string;
}

/** By area, in the order of the text. */
export function sectionsOnAreas(text: RichText): Record<string, SectionOnArea[]> {
  const found: Record<string, SectionOnArea[]> = {};
  sectionHeadings(text).forEach((heading, nth) => {
    for (const { id } of heading.areas ?? []) (found[id] ??= []).push({ nth, title: plainText(heading.content) });
  });
  return found;
}
