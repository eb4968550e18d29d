/** Which of our tables a sheet is, and in which language it was written: its first cell and its titles tell. */
import type { Language } from '../../sides.ts';
import type { RawTable } from './plan.ts';
import { COLUMNS, plainWord, type TableName, TABLES } from './words.ts';

export interface KnownTable {
  name: TableName;
  language: Language;
  rows: RawTable;
}

/** Undefined for a sheet that is none of ours. */
export function recognise(rows: RawTable): KnownTable | undefined {
  const first = plainWord(String(rows[0]?.[0] ?? ''));
  for (const name of Object.keys(TABLES) as TableName[]) {
    const { en, it } = TABLES[name];
    if (first === plainWord(en)) return { name, rows, language: languageOf(rows, 'en') };
    if (first === plainWord(it)) return { name, rows, language: languageOf(rows, 'it') };
  }
  return undefined;
}

/** Somebody may have translated one title and not the others. */
function languageOf(rows: RawTable, first: Language): Language {
  const titles = new Set((rows[0] ?? []).slice(1).map(title => plainWord(String(title ?? ''))));
  const found = (language: Language): number => Object.values(COLUMNS).filter(words => words.en !== words.it && titles.has(plainWord(words[language]))).length;
  const [english, italian] = [found('en'), found('it')];
  if (english === italian) return first;
  return italian > english ? 'it' : 'en';
}
