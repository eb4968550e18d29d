/** Rows of a value model in a document: made, moved, copied, deleted, by several people at once. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { LiveModel } from '../../../shared/documents/liveModel.ts';
import { newRoomDoc, valueRoot } from '../../../shared/documents/roots.ts';
import { addRows, changeRow, deleteRows, duplicateRow, moveRow, readModel, restoreRows, writeCells } from '../../../shared/documents/value.ts';
import { settingKey } from '../../../shared/value/keys.ts';

const edit = { at: 1, origin: 'me' };
const CALLS = 'drv_callscalls';
const HOURS = 'drv_hourshours';
const FIRST = 'scn_firstfirst';
const COPY = 'scn_copycopyco';

function aModel(): Y.Doc {
  const doc = newRoomDoc(7);
  writeCells(doc, [[settingKey('years'), 2], [settingKey('discountRate'), 0.05]], edit);
  addRows(doc, [
    { id: CALLS, values: { code: 'A1', label: 'Calls', baseline: 1000, unitValue: 0.5, confidence: 0.9, accruesTo: 'client' } },
    { id: HOURS, values: { code: 'A2', label: 'Hours', baseline: null, unitValue: 20, confidence: 1, accruesTo: 'seller' } },
    { id: FIRST, values: {
      code: 'S1', name: 'A way', clientOneOff: 1000, nearlyApproved: true, [`improvement:${CALLS}`]: 0.3, 'ramp:1': 0.5, 'ramp:2': 1,
      [`ramp:${HOURS}:2`]: 0.25, [`actual:${CALLS}:1`]: 77,
    } },
  ], edit);
  return doc;
}
const names = (doc: Y.Doc) => readModel(doc).drivers.map(({ label }) => label);

describe('a value model', () => {
  test('is read as plain rows in order, with shares, years and what is not known yet', () => {
    const { settings, drivers, scenarios } = readModel(aModel());
    expect(settings).toMatchObject({ years: 2, discountRate: 0.05, targetSellerShare: 0.3 });
    expect(drivers).toMatchObject([{ label: 'Calls', baseline: 1000, baselineLow: null }, { label: 'Hours', baseline: null, accruesTo: 'seller' }]);
    expect(scenarios).toMatchObject([{
      name: 'A way', nearlyApproved: true, sellerOneOff: null, ramp: [0.5, 1],
      drivers: { [CALLS]: { improvement: 0.3, ramp: [], actual: [77, null] }, [HOURS]: { improvement: null, ramp: [null, 0.25] } },
    }]);
  });

  test('leaves out what does not fit a cell and goes on', () => {
    const doc = aModel();
    writeCells(doc, [
      [`${CALLS}/baseline`, 'many'], [`${CALLS}/accruesTo`, 'nobody'], [`${FIRST}/gainShare`, 7], [`${FIRST}/ramp:31`, 1], [`${FIRST}/improvement:drv_gone`, 1],
    ], edit);
    const { drivers: [calls], scenarios: [first] } = readModel(doc);
    expect(calls).toMatchObject({ baseline: null, accruesTo: 'client' });
    expect(first).toMatchObject({ gainShare: null, ramp: [0.5, 1] });
    expect(Object.keys(first!.drivers)).toEqual([CALLS, HOURS]);
  });

  test('moves, deletes and restores a row', () => {
    const doc = aModel();
    moveRow(doc, HOURS, null, edit);
    expect(names(doc)).toEqual(['Hours', 'Calls']);
    deleteRows(doc, [HOURS], edit);
    expect(names(doc)).toEqual(['Calls']);
    restoreRows(doc, [HOURS], edit);
    moveRow(doc, HOURS, CALLS, edit);
    expect(names(doc)).toEqual(['Calls', 'Hours']);
  });

  test('copies a scenario with its numbers, but not what happened to it', () => {
    const doc = aModel();
    duplicateRow(doc, FIRST, { id: COPY, values: { code: 'S2', name: 'Another way' } }, edit);
    const copy = readModel(doc).scenarios[1];
    expect(copy).toMatchObject({ name: 'Another way', branchedFrom: FIRST, nearlyApproved: false, clientOneOff: 1000, ramp: [0.5, 1] });
    expect(copy?.drivers[CALLS]).toMatchObject({ improvement: 0.3, actual: [null, null] });
  });

  test('takes back a new row as one step, and brings it back with what others wrote in it', () => {
    const doc = aModel();
    const other = newRoomDoc(8);
    const undo = new Y.UndoManager(valueRoot(doc), { trackedOrigins: new Set(['me']), captureTimeout: 0 });
    addRows(doc, [{ id: 'drv_newnewnewn', values: { label: 'New', baseline: 1 } }], edit);
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    changeRow(other, 'drv_newnewnewn', { label: 'Renamed' }, edit);
    undo.undo();
    expect(names(doc)).toEqual(['Calls', 'Hours']);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    undo.redo();
    expect(names(doc)).toEqual(['Calls', 'Hours', 'Renamed']);
  });

  test('refuses a row of an unknown kind before anything is written', () => {
    const doc = newRoomDoc(1);
    expect(() => addRows(doc, [{ id: 'xyz_1234567890', values: {} }], edit)).toThrow(/prefix/);
    expect(valueRoot(doc).size).toBe(0);
  });
});

describe('a live model', () => {
  test('reads only what changed, and keeps the objects of rows that did not', () => {
    const doc = aModel();
    const live = new LiveModel(doc);
    const before = live.get();
    let told = 0;
    live.subscribe(() => { told += 1; });
    changeRow(doc, HOURS, { baseline: 5, unitValue: 21 }, edit);

    const after = live.get();
    expect(told).toBe(1);
    expect(after.model.drivers[1]).toMatchObject({ baseline: 5, unitValue: 21 });
    expect(after.model.drivers[0]).toBe(before.model.drivers[0]);
    expect(after.model.scenarios).toBe(before.model.scenarios);
    live.stop();
    changeRow(doc, HOURS, { baseline: 6 }, edit);
    expect(told).toBe(1);
  });

  test('says the same as a fresh reading, whatever happens', () => {
    const step = fc.record({ does: fc.constantFrom('set', 'add', 'delete', 'move', 'copy', 'years', 'effect', 'undo', 'redo'), n: fc.nat(3), value: fc.integer({ min: 0, max: 9 }) });
    fc.assert(fc.property(fc.array(step, { maxLength: 30 }), steps => {
      const doc = aModel();
      const live = new LiveModel(doc);
      const undo = new Y.UndoManager(valueRoot(doc), { trackedOrigins: new Set(['me']), captureTimeout: 0 });
      for (const { does, n, value } of steps) {
        const id = [CALLS, HOURS, 'drv_third00000', 'drv_fourth0000'][n]!;
        if (does === 'set') writeCells(doc, [[`${id}/baseline`, value], [`${FIRST}/improvement:${id}`, value / 10]], edit);
        if (does === 'add') addRows(doc, [{ id, values: { label: id } }], edit);
        if (does === 'delete') deleteRows(doc, [id], edit);
        if (does === 'move') moveRow(doc, id, [null, CALLS, HOURS][value % 3]!, edit);
        if (does === 'copy') duplicateRow(doc, FIRST, { id: `scn_copy${n}000000`, values: {} }, edit);
        if (does === 'years') writeCells(doc, [[settingKey('years'), (value % 4) + 1], [`${FIRST}/ramp:${id}:3`, 0.5]], edit);
        if (does === 'effect') addRows(doc, [{ id: 'opt_insurance0', values: { label: 'Insurance', [`effect:${id}`]: value / 100 } }], edit);
        if (does === 'undo') undo.undo();
        if (does === 'redo') undo.redo();
        expect(live.get().model).toEqual(readModel(doc));
      }
    }), { numRuns: 100 });
  });
});
