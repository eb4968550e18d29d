/**
 * The faces of a PDF: Newsreader for words, as on the page, and Roboto for what its files lack (other scripts) and for tables.
 * Only these files are ever read while a PDF is made.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const newsreader = (name: string): string => join(dirname(require.resolve('@fontsource/newsreader/package.json')), 'files', `newsreader-latin-${name}.woff`);
const roboto = (name: string): string => join(dirname(require.resolve('pdfmake/package.json')), 'fonts', 'Roboto', `Roboto-${name}.ttf`);

export const FONTS = {
  Newsreader: { normal: newsreader('400-normal'), bold: newsreader('600-normal'), italics: newsreader('400-italic'), bolditalics: newsreader('600-italic') },
  Roboto: { normal: roboto('Regular'), bold: roboto('Medium'), italics: roboto('Italic'), bolditalics: roboto('MediumItalic') },
};
export const FONT_FILES: ReadonlySet<string> = new Set(Object.values(FONTS).flatMap(face => Object.values(face)));

/** What the Latin files hold: Western European letters, quotes, dashes, the euro, the minus. */
const LATIN = /^[\u0020-\u007e\u00a0-\u00ff\u0131\u0152\u0153\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac\u2122\u2212]+/u;

export interface Run {
  text: string;
  font: 'Newsreader' | 'Roboto';
}

/** Words cut where the face changes, so that a Polish name in an Italian sentence keeps its letters. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (let rest = text; rest !== '';) {
    const latin = LATIN.exec(rest)?.[0];
    const part = latin ?? String.fromCodePoint(rest.codePointAt(0) ?? 0);
    rest = rest.slice(part.length);
    const last = runs.at(-1);
    if (!latin && last?.font === 'Roboto') last.text += part;
    else runs.push({ text: part, font: latin ? 'Newsreader' : 'Roboto' });
  }
  return runs;
}
