/** What an example's note says, in one language: its own words, or those of the example's data. */
import { paragraph, type BlockNode, type RichText } from '../../shared/documents/richtext.ts';
import type { Language } from '../../shared/sides.ts';
import { type Case, caseNote, driver, fullYear, scenario } from './cases.ts';
import type { Said, StoryNote } from './story.ts';

export function wordsOf(of: Case, { says, by }: Pick<StoryNote, 'says' | 'by'>, language: Language): RichText {
  if ('driver' in says) return [paragraph(driver(of, says.driver).label[language]), bold(aYear(fullYear(of, says.of, says.driver), language))];
  return [paragraph(quoted(withoutName(plain(of, says, language), by), language))];
}

function plain(of: Case, says: Exclude<Said, { driver: string }>, language: Language): string {
  if ('note' in says) return caseNote(of, says.note).text[language];
  return 'story' in says ? scenario(of, says.story).story[language] : says[language];
}

/** “Paolo: we will ask …” in the data; on the board his name stands under the note already. */
function withoutName(words: string, by: string): string {
  const [name = '', ...rest] = words.split(': ');
  if (name.toLowerCase() !== by || rest.length === 0) return words;
  const said = rest.join(': ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}

function quoted(words: string, language: Language): string {
  return words.replace(/"([^"]+)"/g, language === 'it' ? '«$1»' : '“$1”');
}

const bold = (text: string): BlockNode => ({ type: 'paragraph', content: [{ type: 'text', text, marks: [{ type: 'bold' }] }] });

/** Whole euro, as on every screen: `€130,410 a year`, `130.410 € l’anno`. */
function aYear(amount: number, language: Language): string {
  const euro = new Intl.NumberFormat(language === 'it' ? 'it-IT' : 'en-GB', { maximumFractionDigits: 0, useGrouping: 'always' }).format(amount);
  return language === 'it' ? `${euro}\u00a0€ l’anno` : `€${euro} a year`;
}
