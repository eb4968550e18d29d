/** The prepared letters are what Yjs itself would send, and the reader of ranges reads what Yjs writes. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Cursor, readRanges, withIds, Writer } from './typing.ts';

const ranges = (update: Uint8Array): number[][] => {
  const found: number[][] = [];
  readRanges(new Cursor(update, 0), (...range) => found.push(range));
  return found;
};

describe('a writer', () => {
  test('types what Yjs would have sent, byte for byte', () => {
    const doc = new Y.Doc();
    doc.clientID = 4_123_456_789;
    const sent: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => sent.push(update));
    const text = doc.getText('body');
    for (const letter of 'abc') text.insert(text.length, letter);
    const writer = new Writer(4_123_456_789);
    expect(sent.map(() => Uint8Array.from(writer.next()))).toEqual(sent.map(update => Uint8Array.from(update)));
  });

  test('is understood together with others, in any order of people', () => {
    const doc = new Y.Doc();
    const writers = [new Writer(7), new Writer(300), new Writer(70_000)];
    for (let nth = 0; nth < 200; nth++) for (const writer of writers) Y.applyUpdate(doc, Uint8Array.from(writer.next()));
    expect(doc.getText('body').length).toBe(600);
    expect(doc.store.pendingStructs).toBeNull();
  });
});

describe('reading ranges', () => {
  test('counts the letters of one', () => {
    const writer = new Writer(300);
    expect(ranges(writer.next())).toEqual([[300, 0, 1]]);
    expect(ranges(writer.next())).toEqual([[300, 1, 2]]);
  });

  test('counts all of a batch that was merged', () => {
    const writers = [new Writer(7), new Writer(300)];
    const letters = Array.from({ length: 10 }, () => writers.map(writer => Uint8Array.from(writer.next()))).flat();
    expect(ranges(Y.mergeUpdates(letters)).toSorted(([one], [other]) => one! - other!)).toEqual([[7, 0, 10], [300, 0, 10]]);
  });

  test('reads what a document writes for somebody who was away', () => {
    const doc = new Y.Doc();
    const writer = new Writer(300);
    for (let nth = 0; nth < 50; nth++) Y.applyUpdate(doc, Uint8Array.from(writer.next()));
    expect(ranges(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(new Map([[300, 20]]))))).toEqual([[300, 20, 50]]);
  });

  test('stops at what nobody here types, instead of counting it wrongly', () => {
    const doc = new Y.Doc();
    doc.getMap('canvas').set('note', 1);
    expect(() => ranges(Y.encodeStateAsUpdate(doc))).toThrow('where only text was typed');
  });
});

test('the same words under other ids make the same text', () => {
  const [one, other] = [new Y.Doc(), new Y.Doc()];
  const updates: Uint8Array[] = [];
  one.on('update', (update: Uint8Array) => updates.push(update));
  for (let nth = 0; nth < 60; nth++) {
    one.clientID = 16 + (nth % 3);
    one.getText('body').insert((nth * 7) % (nth + 1), `${nth} `);
  }
  const ids = new Map([[16, 4_000_000_000], [17, 4_000_000_001], [18, 4_000_000_002]]);
  for (const update of updates) Y.applyUpdate(other, withIds(update, ids));
  expect(other.getText('body').toJSON()).toBe(one.getText('body').toJSON());
  expect([...Y.decodeStateVector(Y.encodeStateVector(other)).keys()].toSorted()).toEqual([...ids.values()]);
});
