/** The language of this device before somebody signs in: chosen here once, else the browser's own. */
import { setLanguage, words } from '../ui/text.ts';

type Language = 'en' | 'it';
const KEY = 'insieme.language';

/** Called before the first drawing, so that no word changes under the reader's eyes. */
export function chooseFirstLanguage(): void {
  setLanguage(keptLanguage() ?? browserLanguage());
}

/** Keeps the choice on this device and redraws. */
export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // A browser that keeps nothing still shows the chosen language until it is closed.
  }
  if (words.language !== language) setLanguage(language);
}

function keptLanguage(): Language | undefined {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'en' || kept === 'it' ? kept : undefined;
  } catch {
    return undefined;
  }
}

function browserLanguage(): Language {
  const first = navigator.languages.map(tag => tag.slice(0, 2)).find(tag => tag === 'it' || tag === 'en');
  return first === 'it' ? 'it' : 'en';
}
