/** Blocks of cells as text, as spreadsheets put them on the clipboard: tabs, lines, quotes around what holds them. */

export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map(row => row.map(quoted).join('\t')).join('\n');
}

const quoted = (text: string): string => (/["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Larger blocks are cut: nobody pastes them on purpose. */
const MOST_ROWS = 500;
const MOST_COLUMNS = 50;

export function readTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length && rows.length <= MOST_ROWS) {
    const { value, next } = readField(text, at);
    const row = rows.at(-1);
    if (row && row.length < MOST_COLUMNS) row.push(value);
    if (text[next] === '\n' || text[next] === '\r') {
      at = next + (text.startsWith('\r\n', next) ? 2 : 1);
      if (at < text.length) rows.push([]);
    } else {
      at = next + 1;
      if (next === text.length - 1 && text[next] === '\t') row?.push('');
    }
  }
  return rows.slice(0, MOST_ROWS).filter((row, nth) => row.length > 0 || nth > 0);
}

/** One field from `at`; `next` stands on its tab or line end, or behind the text. */
function readField(text: string, at: number): { value: string; next: number } {
  if (text[at] === '"') {
    const inQuotes = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y;
    inQuotes.lastIndex = at;
    const found = inQuotes.exec(text);
    if (found) return { value: (found[1] ?? '').replaceAll('""', '"'), next: inQuotes.lastIndex };
  }
  const end = text.slice(at).search(/[\t\r\n]/);
  const next = end < 0 ? text.length : at + end;
  return { value: text.slice(at, next), next };
}
