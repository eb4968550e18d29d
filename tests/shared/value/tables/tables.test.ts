/** A value model out to a spreadsheet and back: what comes back is what went out, and only that. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newRoomDoc } from '../../../../shared/documents/roots.ts';
import { addRows, readCells, readModel, writeCells } from '../../../../shared/documents/value.ts';
import type { CellKey } from '../../../../shared/value/keys.ts';
import { fromCsv, guarded, toCsv, unguarded } from '../../../../shared/value/tables/csv.ts';
import { type Table, tablesOf } from '../../../../shared/value/tables/export.ts';
import { planImport } from '../../../../shared/value/tables/import.ts';
import { isEmptyPlan, type RawTable } from '../../../../shared/value/tables/plan.ts';
import { EXAMPLES } from '../../../../server/demo/cast.ts';
import { rowIdOf } from '../../../../server/demo/model.ts';
import { writeValue } from '../../../../server/demo/value.ts';

type Language = 'en' | 'it';

/** The worked example with wishes, options and offers, in a document. */
function example(nth = 1) {
  const doc = newRoomDoc(1);
  const { story } = EXAMPLES[nth]!;
  for (const who of [story.host, story.value.client]) writeValue(doc, EXAMPLES[nth]!, who, { language: 'en', at: 1 });
  const cells = readCells(doc);
  const cellOf = (key: CellKey) => cells.get(key)?.value;
  let made = 0;
  return { doc, model: readModel(doc), cellOf, makeId: (kind: string) => `${kind}_new${String((made += 1)).padStart(9, '0')}` };
}
const asRaw = (table: Table): RawTable => table.rows.map(row => row.map(({ value }) => value));
const table = (tables: readonly Table[], name: string) => tables.find(each => each.name === name)!;

describe.each(['en', 'it'] as const)('a model exported in %s', language => {
  const { model, cellOf, makeId } = example();
  const tables = tablesOf({ model, cellOf, language });

  test('has a table for everything that it holds', () => {
    expect(tables.map(({ name }) => name)).toEqual(['settings', 'drivers', 'scenarios', 'improvements', 'wishes', 'outcomes', 'options', 'financing']);
    expect(table(tables, 'improvements').rows[1]!.slice(0, 2)).toEqual([{ value: 'B1' }, { value: 0.2, shown: 'share' }]);
  });

  test('changes nothing when it comes back as it went, whichever way', () => {
    expect(planImport(tables.map(asRaw), { model, cellOf, makeId })).toEqual({ rows: [], changes: [], problems: [], ignoredColumns: [], ignoredTables: [] });
    const text = tables.map(each => fromCsv(toCsv(each, language)));
    expect(planImport(text, { model, cellOf, makeId })).toEqual({ rows: [], changes: [], problems: [], ignoredColumns: [], ignoredTables: [] });
  });

  test('rebuilds the same model in an empty room', () => {
    const doc = newRoomDoc(2);
    const plan = planImport(tables.map(each => fromCsv(toCsv(each, language))), { model: readModel(doc), cellOf: () => undefined, makeId });
    addRows(doc, plan.rows, { at: 1, origin: null });
    writeCells(doc, plan.changes.map(({ key, to }) => [key, to] as const), { at: 1, origin: null });
    const again = readModel(doc);
    expect(again.drivers.map(({ code, baseline, unitValue, accruesTo }) => [code, baseline, unitValue, accruesTo])).toEqual(
      model.drivers.map(({ code, baseline, unitValue, accruesTo }) => [code, baseline, unitValue, accruesTo]),
    );
    const said = (of: typeof model) => of.scenarios.map(({ code, upfront, ramp, drivers, scores }) => [code, upfront, ramp, of.drivers.map(({ id }) => drivers[id]), of.wishes.map(({ id }) => scores[id])]);
    expect(said(again)).toEqual(said(model));
    expect(again.settings).toMatchObject({ years: 4, discountRate: 0.07, targetSellerShare: 0.35 });
    expect(again.financing.map(({ id: _id, ...rest }) => rest)).toEqual(model.financing.map(({ id: _id, ...rest }) => rest));
  });
});

describe('a spreadsheet that somebody has changed', () => {
  const { model, cellOf, makeId } = example(0);
  const plan = (rows: RawTable[]) => planImport(rows, { model, cellOf, makeId });
  const [A1, S1] = [rowIdOf('drv', 'A1'), rowIdOf('scn', 'S1')];

  test('shows each change with what stands there now', () => {
    expect(plan([[['Driver', 'Today', 'Sure', 'Accrues to'], ['A1', 1_200_000, '85%', 'seller'], ['A2', '', 0.7, 'client']]]).changes).toEqual([
      { key: `${A1}/baseline`, from: 1_150_000, to: 1_200_000 }, { key: `${A1}/confidence`, from: 0.9, to: 0.85 }, { key: `${A1}/accruesTo`, from: 'client', to: 'seller' },
    ]);
  });

  test('finds a row by its id even when its code was changed, and by its code without an id', () => {
    expect(plan([[['Leva', 'Oggi', 'id'], ['X9', '1.000,5', A1]]]).changes).toEqual([{ key: `${A1}/baseline`, from: 1_150_000, to: 1000.5 }]);
    expect(plan([[['Improvement', 'S1'], ['a1', '31%']]]).changes).toEqual([{ key: `${S1}/improvement:${A1}`, from: 0.3, to: 0.31 }]);
  });

  test('brings new drivers and scenarios, and columns named after them', () => {
    const planned = plan([
      [['Improvement', 'S9'], ['A9', 0.5], ['nobody', 0.4]],
      [['Driver', 'Name', 'Today'], ['A9', 'Letters', 5]],
      [['Scenario', 'Name', 'Ramp, year 2'], ['S9', 'Another way', '50%']],
    ]);
    const [driver, scenario] = planned.rows;
    expect(planned.rows).toMatchObject([{ kind: 'drv', label: 'A9', values: { code: 'A9', label: 'Letters', baseline: 5 } }, { kind: 'scn', values: { name: 'Another way', 'ramp:2': 0.5 } }]);
    expect(scenario!.values[`improvement:${driver!.id}`]).toBe(0.5);
    expect(planned.changes).toEqual([]);
  });

  test('names what cannot be read, and goes on without it', () => {
    const { problems, changes, ignoredColumns, ignoredTables } = plan([
      [['Driver', 'Today', 'Sure', 'Accrues to', 'Mood'], ['A1', 'many', 30, 'nobody', 'good'], ['A2', -4, '0.8', '', '']],
      [['Recipe', 'Salt'], ['Soup', 1]],
    ]);
    expect(problems.map(({ line, column, reason }) => [line, column, reason])).toEqual([[2, 2, 'text'], [2, 3, 'huge'], [2, 4, 'choice'], [3, 2, 'negative']]);
    expect(changes.map(({ key, to }) => [key, to])).toEqual([[`${rowIdOf('drv', 'A2')}/confidence`, 0.008]]);
    expect([ignoredColumns, ignoredTables]).toEqual([['Mood'], [2]]);
  });

  test('cannot bring more rows than a model counts', () => {
    const rows = [['Driver'], ...Array.from({ length: 400 }, (_, n) => [`N${n}`])];
    const planned = plan([rows]);
    expect(planned.rows).toHaveLength(295);
    expect(planned.problems).toHaveLength(105);
  });

  test('changes settings', () => {
    expect(plan([[['Setting', 'Value'], ['Years', 5], ['Discount rate', '8%']]]).changes).toEqual([{ key: 'model/years', from: 3, to: 5 }]);
  });

  test('never throws, whatever stands in it', () => {
    const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.double(), fc.boolean(), fc.constantFrom('Driver', 'Today', 'Scenario', 'id', 'A1', null));
    fc.assert(fc.property(fc.array(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 }), { maxLength: 3 }), tables => {
      expect(isEmptyPlan(plan(tables))).toBeTypeOf('boolean');
    }));
  });
});

describe('comma-separated text', () => {
  const rowsOf = (words: readonly (readonly string[])[]): Pick<Table, 'rows'> => ({ rows: words.map(row => row.map(value => ({ value }))) });

  test('comes back as it went, in both languages', () => {
    const text = fc.string({ maxLength: 20, unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', "'", '=', '+', '@', '\t', ' ', 'è', '-', '|') });
    fc.assert(fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), fc.constantFrom<Language>('en', 'it'), (words, language) => {
      const head = ['Driver', 'Name', 'Unit', 'Source'].slice(0, words[0]!.length);
      expect(fromCsv(toCsv(rowsOf([head, ...words]), language))).toEqual([head, ...words]);
    }), { numRuns: 500 });
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '|calc', '%0A=1', '＝1', '＋1', '－1', '＠x', "=cmd|' /C calc'!A0", '=HYPERLINK("http://x")', "'=1", "''=1"])(
    'gives nothing to run to a spreadsheet: %j', words => {
      const file = toCsv(rowsOf([['Driver', 'Name'], ['A', words]]), 'en');
      expect(file).toMatch(/\r\nA,"?'/);
      expect(fromCsv(file)).toEqual([['Driver', 'Name'], ['A', words]]);
      expect(unguarded(guarded(words))).toBe(words);
    },
  );

  test('leaves ordinary words and numbers alone', () => {
    expect(['Mailing', "l'ora", "'quoted'", '5%', ''].map(guarded)).toEqual(['Mailing', "l'ora", "'quoted'", '5%', '']);
    const numbers = { rows: [[{ value: -5, shown: 'count' as const }, { value: 0.1321, shown: 'share' as const }, { value: 1234.5, shown: 'money' as const }]] };
    expect(toCsv(numbers, 'it')).toBe('\uFEFF-5;13,21%;1234,5\r\n');
    expect(toCsv(numbers, 'en')).toBe('\uFEFF-5,13.21%,1234.5\r\n');
  });

  test('is read with any of the usual delimiters and line ends, and cut off anywhere', () => {
    expect(fromCsv('a\tb\n1\t2')).toEqual([['a', 'b'], ['1', '2']]);
    expect(fromCsv('a;b\r\n1;"x\r\ny"\r\n')).toEqual([['a', 'b'], ['1', 'x\r\ny']]);
    expect(fromCsv('a,b,\n"open')).toEqual([['a', 'b', ''], ['open']]);
    expect(fromCsv('')).toEqual([]);
  });
});
