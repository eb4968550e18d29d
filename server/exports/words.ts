/** The words that stand in every file around the text itself. */
import type { ExportedState } from '../../shared/exports.ts';
import { formatDate } from '../../shared/format.ts';
import type { Language } from '../../shared/sides.ts';

/** A file made on the server says the date where the project's people live. */
const WORDS = {
  en: {
    byline: (client: string, seller: string) => `A proposal by ${client} and ${seller}, written together`,
    living: (date: string) => `The text as it stood on ${date}. It can still change.`,
    draft: (date: string) => `Draft, frozen on ${date}.`,
    frozen: (number: number, date: string) => `Version ${number}, frozen on ${date}. Nothing in it can change any more.`,
    fingerprint: 'Fingerprint of the content (SHA-256)',
    page: (page: number, pages: number) => `${page} of ${pages}`,
    together: 'Together',
  },
  it: {
    byline: (client: string, seller: string) => `Una proposta di ${client} e ${seller}, scritta insieme`,
    living: (date: string) => `Il testo com’era il ${date}. Può ancora cambiare.`,
    draft: (date: string) => `Bozza, congelata il ${date}.`,
    frozen: (number: number, date: string) => `Versione ${number}, congelata il ${date}. Qui non cambia più nulla.`,
    fingerprint: 'Impronta del contenuto (SHA-256)',
    page: (page: number, pages: number) => `${page} di ${pages}`,
    together: 'Insieme',
  },
} as const;

export const wordsIn = (language: Language) => WORDS[language];

/** Which state of the text this is, as a sentence. */
export function sayState(language: Language, state: ExportedState): string {
  const words = WORDS[language];
  const date = formatDate(language, state.at);
  if (state.kind === 'living') return words.living(date);
  return state.number === null ? words.draft(date) : words.frozen(state.number, date);
}
