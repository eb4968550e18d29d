/** A file that somebody chose, as raw tables: .xlsx, .csv, or an archive of several .csv. What it is, its bytes tell and not its name. */
import { LIMITS } from '../../shared/limits.ts';
import { Refusal } from '../../shared/refusals.ts';
import { fromCsv } from '../../shared/value/tables/csv.ts';
import type { RawTable } from '../../shared/value/tables/plan.ts';
import { fromXlsx } from './xlsx.ts';
import { BadArchive, readZip } from './zip.ts';

/** Of one file; more is no value model. */
const MOST_CELLS = 60_000;
const MOST_TABLES = 40;
/** Characters of one cell; the longest field of a model is a story. */
const LONGEST_CELL = 2_000;

/** Throws `Refusal`: `unreadable-table` or `too-large`. */
export async function readTables(file: Buffer): Promise<RawTable[]> {
  return bounded(await tablesIn(file));
}

async function tablesIn(file: Buffer): Promise<RawTable[]> {
  if (file.length === 0) throw new Refusal('unreadable-table');
  if (!file.subarray(0, 2).equals(Buffer.from('PK'))) return [fromCsv(textOf(file))];
  const texts = textsIn(file);
  return texts.length > 0 ? texts.map(bytes => fromCsv(textOf(bytes))) : fromXlsx(file);
}

function textsIn(file: Buffer): Buffer[] {
  try {
    return [...readZip(file, { wanted: name => /^[^/]+\.csv$/i.test(name), files: 2_000, bytes: 8 * 1024 * 1024 }).values()];
  } catch (error) {
    if (error instanceof BadArchive) throw new Refusal('unreadable-table', {}, { cause: error });
    throw error;
  }
}

/** Spreadsheets on Windows write what UTF-8 does not read. Zeroes stand in no text: the file is something else. */
function textOf(bytes: Buffer): string {
  if (bytes.includes(0)) throw new Refusal('unreadable-table');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function bounded(tables: RawTable[]): RawTable[] {
  const cells = tables.reduce((sum, table) => sum + table.reduce((row, { length }) => row + length, 0), 0);
  if (tables.length > MOST_TABLES || cells > MOST_CELLS) throw new Refusal('too-large');
  let characters = 0;
  return tables.map(table => table.map(row => row.map(cell => {
    if (typeof cell !== 'string') return cell;
    const cut = cell.slice(0, LONGEST_CELL);
    characters += cut.length;
    if (characters > LIMITS.tableCharacters) throw new Refusal('too-large');
    return cut;
  })));
}
