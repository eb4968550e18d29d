/** "three years" and "tre anni": small numbers of years are words. */
const NUMBERS = {
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  it: ['zero', 'un', 'due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove', 'dieci'],
} as const;

export function yearsInWords(language: 'en' | 'it', years: number): string {
  const number = NUMBERS[language][years] ?? String(years);
  if (language === 'it') return `${number} ${years === 1 ? 'anno' : 'anni'}`;
  return `${number} ${years === 1 ? 'year' : 'years'}`;
}
