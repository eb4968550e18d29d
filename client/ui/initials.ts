/** The initials of a name: first and last word, titles such as "Dr." left out. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(word => !word.endsWith('.'));
  const first = words[0] ?? name.trim();
  const last = words.length > 1 ? words.at(-1) : undefined;
  return (letter(first) + letter(last ?? '')).toLocaleUpperCase();
}

/** By code point, so that no half of a letter is shown. */
const letter = (word: string): string => String.fromCodePoint(word.codePointAt(0) ?? 0).replace('\0', '');

/** How people call each other on screen: the first name, titles left out. */
export function firstNameOf(name: string): string {
  const words = name.trim().split(/\s+/);
  return words.find(word => !word.endsWith('.')) ?? words[0] ?? '';
}
