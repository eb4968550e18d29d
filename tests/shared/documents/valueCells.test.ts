/** Cells that two people write at once: nothing is lost, and every page reads the same. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { newRoomDoc, valueRoot } from '../../../shared/documents/roots.ts';
import { choose, readCells, writeCells } from '../../../shared/documents/valueCells.ts';

const KEY = 'drv_aaaaaaaaaa/baseline';
const MARTA = 11;
const PAOLO = 22;
const edit = (at = 1) => ({ at, origin: 'me' });

function exchange(...docs: Y.Doc[]): void {
  for (const from of docs) for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
}
function pair(): [Y.Doc, Y.Doc] {
  const marta = newRoomDoc(MARTA);
  const paolo = newRoomDoc(PAOLO);
  writeCells(marta, [[KEY, 100]], edit());
  exchange(marta, paolo);
  return [marta, paolo];
}

describe('a cell', () => {
  test('holds what was written last, names its author and remembers what it replaced', () => {
    const [marta, paolo] = pair();
    writeCells(paolo, [[KEY, 120]], edit(2));
    exchange(marta, paolo);

    expect(readCells(marta).get(KEY)).toMatchObject({ value: 120, by: PAOLO, contenders: [], past: [{ value: 100, by: MARTA }] });
  });

  test('shows both values when two people replaced the same one, until one is chosen', () => {
    const [marta, paolo] = pair();
    writeCells(marta, [[KEY, 110]], edit(2));
    writeCells(paolo, [[KEY, 120]], edit(3));
    exchange(marta, paolo);

    const cell = readCells(marta).get(KEY);
    expect(cell?.contenders.map(({ value, by }) => [value, by])).toEqual([[120, PAOLO], [110, MARTA]]);
    expect(readCells(paolo).get(KEY)).toEqual(cell);

    choose(paolo, KEY, cell!.contenders[1]!.id, edit(4));
    exchange(marta, paolo);
    expect(readCells(marta).get(KEY)).toMatchObject({ value: 110, by: PAOLO, contenders: [] });
  });

  test('is not contended when two people wrote the same value', () => {
    const [marta, paolo] = pair();
    for (const doc of [marta, paolo]) writeCells(doc, [[KEY, 110]], edit(2));
    exchange(marta, paolo);

    expect(readCells(marta).get(KEY)).toMatchObject({ value: 110, contenders: [] });
  });

  test('does not lose a second change that the other person had not seen', () => {
    const [marta, paolo] = pair();
    writeCells(marta, [[KEY, 110]], edit(2));
    exchange(marta, paolo);
    writeCells(marta, [[KEY, 111]], edit(3));
    writeCells(paolo, [[KEY, 120]], edit(4));
    exchange(marta, paolo);

    expect(readCells(paolo).get(KEY)?.contenders.map(({ value }) => value)).toEqual([120, 111]);
  });

  test('gives the former value and its author back when a write is undone', () => {
    const [marta, paolo] = pair();
    const undo = new Y.UndoManager(valueRoot(paolo), { trackedOrigins: new Set(['me']), captureTimeout: 0 });
    writeCells(paolo, [[KEY, 120]], edit(2));
    undo.undo();
    exchange(marta, paolo);
    expect(readCells(marta).get(KEY)).toMatchObject({ value: 100, by: MARTA, contenders: [] });

    undo.redo();
    exchange(marta, paolo);
    expect(readCells(marta).get(KEY)).toMatchObject({ value: 120, by: PAOLO, contenders: [] });
  });

  test('keeps five writes at most, however often it changes', () => {
    const [marta, paolo] = pair();
    for (let n = 0; n < 200; n += 1) {
      writeCells(n % 2 ? marta : paolo, [[KEY, n]], edit(n));
      exchange(marta, paolo);
    }
    expect(valueRoot(marta).size).toBe(5);
    expect(readCells(marta).get(KEY)?.past.map(({ value }) => value)).toEqual([198, 197, 196, 195]);
    expect(Y.encodeStateAsUpdate(marta).length).toBeLessThan(200 * 60);
  });

  test('is not written again when it holds the value already', () => {
    const [marta] = pair();
    const before = Y.encodeStateVector(marta);
    writeCells(marta, [[KEY, 100]], edit(9));
    expect(Y.encodeStateVector(marta)).toEqual(before);
  });

  test.each([
    ['a bare number', 5], ['a list', [1, 2]], ['no list of what it replaced', { v: 1, at: 1 }], ['a nested thing', { v: { a: 1 }, over: [], at: 1 }],
    ['a whole book', { v: 'x'.repeat(5_000), over: [], at: 1 }],
  ])('ignores what is not a write: %s', (_what, stored) => {
    const [marta] = pair();
    valueRoot(marta).set(`${KEY}~forged`, stored);
    valueRoot(marta).set('nonsense', 4);
    expect([...readCells(marta).values()]).toMatchObject([{ key: KEY, value: 100 }]);
  });

  test('takes NaN and infinity as written, so that the cell can say what is wrong', () => {
    const [marta, paolo] = pair();
    writeCells(marta, [[KEY, Number.NaN], ['drv_aaaaaaaaaa/unitValue', Infinity]], edit());
    exchange(marta, paolo);
    expect(readCells(paolo).get(KEY)?.value).toBeNaN();
    expect(readCells(paolo).get('drv_aaaaaaaaaa/unitValue')?.value).toBe(Infinity);
  });
});

describe('cells among three people', () => {
  const KEYS = ['drv_a/baseline', 'drv_a/label', 'scn_b/improvement:drv_a'] as const;
  const step = fc.record({
    who: fc.nat(2), does: fc.constantFrom('write', 'choose', 'undo', 'redo', 'meet'), key: fc.nat(2), value: fc.integer({ min: 0, max: 5 }),
  });

  test('read the same everywhere once all have met, and contend only without having seen each other', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 40 }), steps => {
      const docs = [newRoomDoc(1), newRoomDoc(2), newRoomDoc(3)];
      const undos = docs.map(doc => new Y.UndoManager(valueRoot(doc), { trackedOrigins: new Set(['me']), captureTimeout: 0 }));
      steps.forEach(({ who, does, key, value }, at) => {
        const doc = docs[who]!;
        const [of, contender] = [KEYS[key]!, readCells(doc).get(KEYS[key]!)?.contenders[0]];
        if (does === 'write') writeCells(doc, [[of, value]], edit(at));
        if (does === 'choose' && contender) choose(doc, of, contender.id, edit(at));
        if (does === 'undo') undos[who]!.undo();
        if (does === 'redo') undos[who]!.redo();
        if (does === 'meet') exchange(doc, docs[(who + 1) % 3]!);
      });
      exchange(...docs);
      exchange(...docs);
      const [first, second, third] = docs.map(doc => [...readCells(doc)].sort(([a], [b]) => (a < b ? -1 : 1)));
      expect(second).toEqual(first);
      expect(third).toEqual(first);
      // Whoever sees all of it can settle it.
      writeCells(docs[0]!, KEYS.map(key => [key, 9] as const), edit(99));
      exchange(...docs);
      for (const key of KEYS) expect(readCells(docs[2]!).get(key)).toMatchObject({ value: 9, contenders: [] });
    }), { numRuns: 300 });
  });
});
