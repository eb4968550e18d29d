/**
 * The words of our letters, in both languages, as plain text: what people wrote is never markup in a letter.
 * Knows neither how letters travel nor where we are served; links come in ready.
 */
import type { Language } from '../../shared/sides.ts';

interface Written {
  subject: string;
  text: string;
}

/** One line of a person's or project's name: a line break in it must not become a header or a paragraph of ours. */
export function oneLine(words: string): string {
  return words.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** Says where somebody was mentioned, never what was written: the words stay in Insieme. */
export function mentionLetter(language: Language, facts: { by: string; projectTitle: string; link: string | undefined }): Written {
  const [by, title] = [oneLine(facts.by), oneLine(facts.projectTitle)];
  const link = facts.link ? `\n\n${facts.link}` : '';
  return language === 'it'
    ? { subject: `${by} ti ha nominato in «${title}»`, text: `${by} ti ha nominato in un commento di «${title}».${link}\n` }
    : { subject: `${by} mentioned you in “${title}”`, text: `${by} mentioned you in a comment on “${title}”.${link}\n` };
}
