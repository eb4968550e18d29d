/** Whether somebody who pastes plain words meant Markdown: by the signs at the beginning of lines and around words. */

const SIGNS: readonly RegExp[] = [
  /^#{1,6} \S/m, // a heading
  /^ {0,3}(?:[-*+]|\d{1,9}[.)]) \S/m, // a list
  /^ {0,3}> ?\S/m, // a quotation
  /^ {0,3}(?:```|~~~)/m, // code
  /^ {0,3}\|?.+\|.+\n {0,3}\|?[ :]*-{3,}[ :]*\|/m, // a table
  /^ {0,3}(?:-{3,}|\*{3,}|_{3,}) *$/m, // a rule
  /(?<![\p{L}\p{N}*])\*\*\S(?:[^*\n]*\S)?\*\*(?![\p{L}\p{N}*])/u, // bold
  /\[[^\]\n]+\]\((?:<[^>\n]+>|[^\s)]+)\)/, // a link
];

export const looksLikeMarkdown = (text: string): boolean => SIGNS.some(sign => sign.test(text));
