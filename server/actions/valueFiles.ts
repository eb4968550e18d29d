/** The value model of a room as a spreadsheet file. */
import type { CellValue } from '../../shared/value/fields.ts';
import type { CellKey } from '../../shared/value/keys.ts';
import { buildModel } from '../../shared/value/build.ts';
import { rawRows, readCells } from '../../shared/documents/value.ts';
import type { RoomId } from '../../shared/rooms.ts';
import { toCsv } from '../../shared/value/tables/csv.ts';
import { type Table, tablesOf } from '../../shared/value/tables/export.ts';
import type { ValueFileWish } from '../../shared/valueFiles.ts';
import type { Parts } from '../parts.ts';
import { toXlsx } from '../tables/xlsx.ts';
import { writeZip } from '../tables/zip.ts';

export interface ValueFile {
  bytes: Buffer;
  type: string;
  /** Without what stands before the dot. */
  ending: string;
}

export async function exportValue({ documents }: Pick<Parts, 'documents'>, room: RoomId, { format, language }: ValueFileWish): Promise<ValueFile> {
  const { doc } = await documents.read(room);
  const cells = readCells(doc);
  doc.destroy();
  const cellOf = (key: CellKey): CellValue | undefined => cells.get(key)?.value;
  const tables = tablesOf({ model: buildModel(rawRows(cells.values())), cellOf, language });
  if (format === 'csv') return { bytes: asCsvs(tables, language), type: 'application/zip', ending: 'csv.zip' };
  return { bytes: await toXlsx(tables), type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' };
}

const asCsvs = (tables: readonly Table[], language: ValueFileWish['language']): Buffer =>
  writeZip(new Map(tables.map(table => [`${table.name}.csv`, Buffer.from(toCsv(table, language))])));
