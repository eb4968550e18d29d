/** Words on screen in both languages: a feature declares its own with `texts` and reads them with `useText`. */
import i18next, { type i18n } from 'i18next';
import { useTranslation, initReactI18next } from 'react-i18next';

/** One instance for the page; `setLanguage` redraws everything that reads words. */
export const words: i18n = i18next.createInstance();
void words.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: false,
  resources: {},
  // A key is a name, never a path.
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false }, // React escapes
  react: { useSuspense: false },
});

type Sentences = Record<string, string>;
export interface Texts<T extends Sentences> {
  readonly namespace: string;
  readonly en: T;
  readonly it: { readonly [K in keyof T]: string };
}
/** `n_one` and `n_other` are read as `n` with `{ count }`. */
export type TextKey<T> = keyof T extends infer K ? (K extends `${infer Base}_${'one' | 'other' | 'many'}` ? Base : K & string) : never;
export type Say<T> = (key: TextKey<T>, values?: Record<string, string | number>) => string;

/** Declares a feature's words. Both languages have the same keys, or it does not compile. */
export function texts<const T extends Sentences>(namespace: string, both: { en: T; it: { [K in keyof T]: string } }): Texts<T> {
  words.addResourceBundle('en', namespace, both.en, true, true);
  words.addResourceBundle('it', namespace, both.it, true, true);
  return { namespace, ...both };
}

export function useText<T extends Sentences>(of: Texts<T>): Say<T> {
  const { i18n: instance } = useTranslation(of.namespace, { i18n: words });
  const say = instance.getFixedT(instance.language, of.namespace);
  return (key, values = {}) => say(key, values);
}

export function setLanguage(language: 'en' | 'it'): void {
  document.documentElement.lang = language;
  void words.changeLanguage(language);
}

export function useLanguage(): 'en' | 'it' {
  const { i18n: instance } = useTranslation(undefined, { i18n: words });
  return instance.language === 'it' ? 'it' : 'en';
}
