/** Spreadsheets out and in: what went out comes back, and hostile files cost little. */
import { describe, expect, test } from 'vitest';
import { readTables } from '../../../server/tables/read.ts';
import { toXlsx } from '../../../server/tables/xlsx.ts';
import { readZip, writeZip } from '../../../server/tables/zip.ts';
import { toCsv } from '../../../shared/value/tables/csv.ts';
import { tablesOf } from '../../../shared/value/tables/export.ts';
import { planImport } from '../../../shared/value/tables/import.ts';
import { isEmptyPlan } from '../../../shared/value/tables/plan.ts';
import { cellsOfModel } from '../../../shared/value/unbuild.ts';
import { exampleModel } from '../../support/exampleModel.ts';

const model = exampleModel('B');
const cells = cellsOfModel(model);
const cellOf = (key: Parameters<typeof cells.get>[0]) => cells.get(key);
const parts = { model, cellOf, makeId: () => 'drv_neverneede' };
const every = { wanted: () => true, files: 1000, bytes: 1e8 };

/** A small true workbook with another first sheet. */
async function workbook(sheet: string): Promise<Buffer> {
  const files = readZip(await toXlsx([{ name: 'wishes', title: 'Wish', rows: [[{ value: 'Wish' }]] }]), every);
  const name = [...files.keys()].find(each => each.startsWith('xl/worksheets/'))!;
  return writeZip(new Map([...files, [name, Buffer.from(`<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheet}</sheetData></worksheet>`)]]));
}

describe.each(['en', 'it'] as const)('an .xlsx file in %s', language => {
  test('changes nothing when it comes back as it went', async () => {
    const tables = await readTables(await toXlsx(tablesOf({ model, cellOf, language })));
    const plan = planImport(tables, parts);
    expect(plan).toMatchObject({ problems: [], ignoredColumns: [], ignoredTables: [] });
    expect(isEmptyPlan(plan)).toBe(true);
  });

  test('holds numbers as numbers and words that could run as plain words', async () => {
    const words = ['=1+1', '@SUM(A1)', '+1', "=cmd|' /C calc'!A0"];
    const file = await toXlsx([{ name: 'wishes', title: 'Wish', rows: [[{ value: 'Wish' }, { value: 'Weight' }], ...words.map(value => [{ value }, { value: 0.5, shown: 'share' as const }])] }]);
    expect(await readTables(file)).toEqual([[['Wish', 'Weight'], ...words.map(word => [word, 0.5])]]);
    for (const [name, bytes] of readZip(file, every)) if (name.includes('sheet')) expect(bytes.toString()).not.toMatch(/<f[ >]/);
  });
});

describe('a file of text', () => {
  const table = { name: 'drivers' as const, title: '', rows: [[{ value: 'Driver' }, { value: 'Name' }], [{ value: 'A1' }, { value: 'Perché, così' }]] };
  const read = [[['Driver', 'Name'], ['A1', 'Perché, così']]];
  test.each([
    ['in UTF-8', Buffer.from(toCsv(table, 'it'))],
    ['as Windows writes it', Buffer.from(toCsv(table, 'en').slice(1), 'latin1')],
    ['in an archive', writeZip(new Map([['drivers.csv', Buffer.from(toCsv(table, 'it'))], ['../../etc/passwd.csv', Buffer.from('x')], ['readme.txt', Buffer.from('x')]]))],
  ])('is read %s', async (_how, file) => expect(await readTables(file)).toEqual(read));
});

describe('a hostile file', () => {
  test.each([
    ['a cell at the end of the world', '<row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row>'],
    ['a row with a number beyond counting', '<row r="1e9"><c r="A1"><v>1</v></c></row>'],
    ['an address in disguise', '<row r="&#49;e9"></row>'],
    ['a column beyond all letters', "<row r='1'><c r='ZZZZZZZZ1'><v>1</v></c></row>"],
    ['a grid that adds up', '<row r="9000"><c r="ABC9000"><v>1</v></c></row>'],
  ])('with %s is refused before anything is filled', async (_what, sheet) => {
    const start = performance.now();
    await expect(readTables(await workbook(sheet))).rejects.toMatchObject({ code: 'too-large' });
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test.each([
    ['nothing', Buffer.alloc(0)], ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0])], ['an archive without a workbook', writeZip(new Map([['a.txt', Buffer.from('x')]]))],
    ['half an archive', Buffer.from('PK\u0003\u0004 and no more')],
    ['a workbook of broken words', writeZip(new Map([['[Content_Types].xml', Buffer.from('<<<')], ['xl/workbook.xml', Buffer.from('<a')]]))],
  ])('that is %s is unreadable and no fault of ours', async (_what, file) => {
    await expect(readTables(file)).rejects.toMatchObject({ code: 'unreadable-table' });
  });

  test('of many cells, or of one long word said again and again, is too large', async () => {
    await expect(readTables(Buffer.from('a,b\n'.repeat(40_000)))).rejects.toMatchObject({ code: 'too-large' });
    await expect(readTables(Buffer.from(`Driver\n${`${'x'.repeat(3_000)}\n`.repeat(1_200)}`))).rejects.toMatchObject({ code: 'too-large' });
  });
});
