/** A table of cells behaves as a good spreadsheet does, whoever adds rows meanwhile. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Sheet } from '../../../../client/features/value/sheet/Sheet.ts';
import { keyInEditor, keyOnCell } from '../../../../client/features/value/sheet/sheetKeys.ts';
import { readTsv, writeTsv } from '../../../../client/features/value/sheet/tsv.ts';

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, ...more });

function open(rows: string[][] = [['a1', 'a2', 'a3'], ['b1', 'b2', 'b3'], ['c1', 'c2', 'c3']]) {
  const cells = new Map(rows.flat().map(slot => [slot, slot.toUpperCase()]));
  const told: [string | undefined, boolean][] = [];
  const sheet = new Sheet();
  sheet.setParts({
    textOf: slot => cells.get(slot) ?? '',
    editTextOf: slot => cells.get(slot) ?? '',
    mayWrite: slot => slot !== 'c3', // a figure
    write: texts => {
      for (const [slot, text] of texts) cells.set(slot, text);
    },
    tell: (active, writing) => told.push([active, writing]),
  });
  sheet.setRows(rows);
  return { sheet, cells, told };
}

describe('a sheet', () => {
  test('is walked through with arrows, Tab and the edges', () => {
    const { sheet } = open();
    sheet.goTo('b2');
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) keyOnCell(sheet, press(key));
    expect(sheet.active).toBe('c3');
    keyOnCell(sheet, press('Home'));
    expect(sheet.active).toBe('c1');
    keyOnCell(sheet, press('ArrowUp', { ctrlKey: true }));
    expect(sheet.active).toBe('a1');
    keyOnCell(sheet, press('Tab'));
    expect(sheet.active).toBe('a2');
    keyOnCell(sheet, press('End', { ctrlKey: true }));
    expect(sheet.active).toBe('c3');
    expect(keyOnCell(sheet, press('Tab'))).toBe(false); // the Tab key leaves the table
  });

  test('replaces what stands there when one types, and goes down with Enter', () => {
    const { sheet, cells } = open();
    sheet.goTo('a1');
    keyOnCell(sheet, press('7'));
    expect(sheet.editing).toMatchObject({ slot: 'a1', text: '7', typed: true });
    keyInEditor(sheet, press('Enter'), '75');
    expect([cells.get('a1'), sheet.active, sheet.editing]).toEqual(['75', 'b1', undefined]);
  });

  test('keeps what stands there with F2, and gives it back with Escape', () => {
    const { sheet, cells } = open();
    sheet.goTo('a1');
    keyOnCell(sheet, press('F2'));
    expect(sheet.editing?.text).toBe('A1');
    expect(keyInEditor(sheet, press('ArrowLeft'), 'A1')).toBe(false); // moves the caret
    keyInEditor(sheet, press('Escape'), 'something else');
    expect([cells.get('a1'), sheet.editing, sheet.active]).toEqual(['A1', undefined, 'a1']);
  });

  test('writes nothing where nothing was changed', () => {
    const { sheet } = open();
    const written: unknown[] = [];
    sheet.setParts({ textOf: () => 'x', editTextOf: () => 'x', mayWrite: () => true, write: texts => written.push(texts), tell: () => undefined });
    sheet.goTo('a1');
    sheet.edit();
    sheet.commit('x');
    expect(written).toEqual([]);
  });

  test('copies a block and pastes it elsewhere, as one step, without touching figures', () => {
    const { sheet, cells } = open();
    sheet.goTo('a1');
    keyOnCell(sheet, press('ArrowDown', { shiftKey: true }));
    keyOnCell(sheet, press('ArrowRight', { shiftKey: true }));
    expect(sheet.copy()).toBe('A1\tA2\nB1\tB2');
    sheet.goTo('b2');
    expect(sheet.paste('1\t2\r\n3\t4\r\n')).toBe(3);
    expect([cells.get('b2'), cells.get('b3'), cells.get('c2'), cells.get('c3')]).toEqual(['1', '2', '3', 'C3']);
  });

  test('fills what is chosen with a single pasted value, and empties it with Delete', () => {
    const { sheet, cells } = open();
    sheet.goTo('a1');
    sheet.goTo('b2', true);
    sheet.paste('9');
    expect(['a1', 'a2', 'b1', 'b2', 'a3'].map(slot => cells.get(slot))).toEqual(['9', '9', '9', '9', 'A3']);
    keyOnCell(sheet, press('Delete'));
    expect(['a1', 'b2', 'a3'].map(slot => cells.get(slot))).toEqual(['', '', 'A3']);
  });

  test('stays in its cell when others add or move rows, and leaves when the row is gone', () => {
    const { sheet, told } = open();
    sheet.goTo('b2');
    sheet.setRows([['n1', 'n2', 'n3'], ['b1', 'b2', 'b3']]);
    expect(sheet.active).toBe('b2');
    keyOnCell(sheet, press('ArrowUp'));
    expect(sheet.active).toBe('n2');
    sheet.setRows([['b1', 'b2', 'b3']]);
    expect(sheet.active).toBeUndefined();
    expect(told.at(-1)).toEqual([undefined, false]);
  });
});

test('blocks survive the clipboard, whatever their cells hold', () => {
  const text = fc.string({ maxLength: 12 }).map(each => each.replaceAll('\r', ''));
  const block = fc.integer({ min: 1, max: 5 }).chain(width => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
  fc.assert(fc.property(block, rows => {
    // A line break within a cell survives in quotes; a block that is one empty cell says nothing.
    fc.pre(rows.flat().some(cell => cell !== ''));
    fc.pre((rows.at(-1) ?? []).some(cell => cell !== '') || (rows.at(-1)?.length ?? 0) > 1);
    fc.pre(rows.every(row => row.length > 1 || row[0] !== ''));
    fc.pre(rows.flat().every(cell => !cell.startsWith('"')));
    expect(readTsv(writeTsv(rows))).toEqual(rows);
  }));
});

test('what spreadsheets put on the clipboard is read with quotes, tabs and their line ends', () => {
  expect(readTsv('1.150.000\t30 %\t0,42 €\r\n"two\nlines"\t"say ""so"""\tx\r\n')).toEqual([['1.150.000', '30 %', '0,42 €'], ['two\nlines', 'say "so"', 'x']]);
});
