/** Tables as an .xlsx file, and an .xlsx file as raw tables. Words stay words: nothing in a cell can become a formula. */
import readExcelFile, { type Sheet } from 'read-excel-file/node';
import writeExcelFile, { type Cell } from 'write-excel-file/node';
import { Refusal } from '../../shared/refusals.ts';
import type { Shown } from '../../shared/value/fields.ts';
import type { Table, TableCell } from '../../shared/value/tables/export.ts';
import type { RawTable } from '../../shared/value/tables/plan.ts';
import { BadArchive, readZip, writeZip } from './zip.ts';

/** Number formats of a spreadsheet; each language shows them its own way. */
const FORMATS: Readonly<Record<Shown, string>> = { money: '#,##0.00', rate: '#,##0.00####', share: '0.00##%', count: '#,##0.####', whole: '0', points: '0.##' };

/** Sheets are called by what they hold. */
export async function toXlsx(tables: readonly Table[]): Promise<Buffer> {
  const sheets = tables.map(({ title, rows }) => ({
    sheet: title,
    stickyRowsCount: 1,
    columns: (rows[0] ?? []).map((_, column) => ({ width: widthOf(rows, column) })),
    data: rows.map((row, nth) => row.map(cell => asCell(cell, nth === 0))),
  }));
  return writeExcelFile(sheets).toBuffer();
}

function asCell({ value, shown }: TableCell, isTitle: boolean): Cell {
  if (typeof value === 'number') return { value, type: Number, format: FORMATS[shown ?? 'count'] };
  if (typeof value === 'boolean') return { value, type: Boolean };
  if (value === null || value === '') return null;
  return { value, type: String, ...(isTitle ? { fontWeight: 'bold' } : {}) };
}

const widthOf = (rows: Table['rows'], column: number): number =>
  Math.min(48, Math.max(8, ...rows.map(row => String(row[column]?.value ?? '').length + 2)));

/** The parts of a workbook that hold what stands in its cells; pictures, macros and the rest are never unpacked. */
const PARTS = /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/;
const BOUNDS = { wanted: (name: string) => PARTS.test(name), files: 2_000, bytes: 16 * 1024 * 1024 };

/** Throws `Refusal`: `unreadable-table` or `too-large`. */
export async function fromXlsx(file: Buffer): Promise<RawTable[]> {
  const parts = unpacked(file);
  refuseVastSheets(parts);
  const sheets = await read(writeZip(parts));
  return sheets.map(({ data }) => data.map(row => row.map(asRaw)));
}

function unpacked(file: Buffer): Map<string, Buffer> {
  try {
    return readZip(file, BOUNDS);
  } catch (error) {
    if (error instanceof BadArchive) throw new Refusal('unreadable-table', {}, { cause: error });
    throw error;
  }
}

/** The file is somebody's: whatever makes the reader stumble is an answer to them and no fault of ours. */
async function read(file: Buffer): Promise<Sheet[]> {
  try {
    return await readExcelFile(file);
  } catch (error) {
    throw new Refusal('unreadable-table', {}, { cause: error });
  }
}

/** Rows × columns of all sheets together, empty ones too. */
const LARGEST_GRID = 400_000;

/** One cell far out makes the reader fill everything before it: a file of 300 bytes could take all memory. */
function refuseVastSheets(parts: ReadonlyMap<string, Buffer>): void {
  let grid = 0;
  for (const [name, bytes] of parts) {
    if (name.startsWith('xl/worksheets/')) grid += gridOf(bytes.toString('utf8'));
    if (grid > LARGEST_GRID) throw new Refusal('too-large');
  }
}

/** Addresses stand in attributes called `r`. What is written otherwise than "A1" or "12" counts as endless. */
function gridOf(xml: string): number {
  let [rows, columns] = [1, 1];
  for (const [, double, single] of xml.matchAll(/(?<![\w:.-])r\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const address = /^([A-Z]{0,3})([1-9]\d{0,6})$/.exec(double ?? single ?? '');
    if (!address) return Infinity;
    rows = Math.max(rows, Number(address[2]));
    columns = Math.max(columns, [...(address[1] ?? '')].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0));
  }
  return rows * columns;
}

/** Dates are no values of a model; as words they are named where they stand. */
function asRaw(cell: unknown): RawTable[number][number] {
  if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean') return cell;
  return cell instanceof Date && !Number.isNaN(cell.getTime()) ? cell.toISOString().slice(0, 10) : null;
}
