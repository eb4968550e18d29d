/**
 * Which areas of the canvas a section of the proposal stands on: ids kept on its heading, and what they are called.
 *
 * The heading holds ids alone, in one attribute, so that a link travels with it through copies and undo. What an area is
 * called and how many notes lie in it is looked up; freezing keeps the answer in the text, as it does with figures.
 */
import * as z from 'zod';
import { ElementId } from '../ids.ts';
import type { Language } from '../sides.ts';
import { cleanText } from './cleanText.ts';

/** More would be no link but a list of everything. */
export const MOST_AREAS = 8;

export const AREA_KINDS = ['fears', 'hopes', 'facts', 'observations', 'needs', 'ideas', 'solution', 'value'] as const;
/** `gone`: taken off the canvas, or of another room. */
export const AreaShown = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('gone') }),
  z.strictObject({ kind: z.literal('area'), area: z.enum(AREA_KINDS), title: z.string(), notes: z.int().min(0) }),
]);
export type AreaShown = z.infer<typeof AreaShown>;

export const AreaLink = z.strictObject({ id: ElementId, shown: AreaShown.optional() });
export type AreaLink = z.infer<typeof AreaLink>;

/** "area_one area_two", as a heading keeps them; whatever is no id is dropped. */
export function areaIdsOf(attribute: unknown): ElementId[] {
  if (typeof attribute !== 'string') return [];
  const ids = attribute.slice(0, 400).split(' ').flatMap(id => ElementId.safeParse(id).data ?? []);
  return [...new Set(ids)].slice(0, MOST_AREAS);
}

/** Null when there is none: a heading without links has no attribute. */
export const asAttribute = (ids: readonly string[]): string | null => areaIdsOf(ids.join(' ')).join(' ') || null;

const KIND_NAMES: Readonly<Record<Language, Readonly<Record<(typeof AREA_KINDS)[number], string>>>> = {
  en: { fears: 'Fears', hopes: 'Hopes', facts: 'Facts', observations: 'Observations', needs: 'Needs', ideas: 'Ideas', solution: 'Solution', value: 'Value' },
  it: { fears: 'Paure', hopes: 'Speranze', facts: 'Fatti', observations: 'Osservazioni', needs: 'Bisogni', ideas: 'Idee', solution: 'Soluzione', value: 'Valore' },
};
const WORDS = {
  en: { notes: (count: number) => (count === 1 ? '1 note' : `${count} notes`), gone: 'an area no longer on the canvas', from: 'From the canvas' },
  it: { notes: (count: number) => (count === 1 ? '1 nota' : `${count} note`), gone: 'un’area che non è più sulla tavola', from: 'Dalla tavola' },
} as const;

/** An area goes by its kind until somebody names it. */
export const sayArea = (language: Language, { area, title }: Pick<Extract<AreaShown, { kind: 'area' }>, 'area' | 'title'>): string =>
  cleanText(title).trim() || KIND_NAMES[language][area];
export const sayNotes = (language: Language, count: number): string => WORDS[language].notes(count);
export const sayGoneArea = (language: Language): string => WORDS[language].gone;

/** "From the canvas: Fears (3 notes), Hopes (2 notes)", for files; empty without links. */
export function sayLinks(language: Language, links: readonly AreaLink[] = []): string {
  if (links.length === 0) return '';
  const names = links.map(({ shown }) => (shown?.kind === 'area' ? `${sayArea(language, shown)} (${sayNotes(language, shown.notes)})` : sayGoneArea(language)));
  return `${WORDS[language].from}: ${names.join(', ')}`;
}
