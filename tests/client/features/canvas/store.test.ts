/** The canvas as the screen reads it: once per frame, only what changed, the same objects while nothing did. */
import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { addElement, type Area, changeElements, deleteElements, type Note, noteText } from '../../../../shared/documents/canvas.ts';
import { paragraph, writeRichText } from '../../../../shared/documents/richtext.ts';
import { ElementId } from '../../../../shared/ids.ts';
import { type Batch, CanvasStore } from '../../../../client/features/canvas/store.ts';
import { linkedRooms } from '../../../support/linkedRooms.ts';

const id = (word: string) => ElementId.parse(`el_${word.padEnd(12, '0')}`);
const note = (word: string, more: Partial<Note> = {}): Note => ({
  id: id(word), type: 'note', kind: 'fear', x: 20, y: 60, w: 160, h: null, z: 1, locked: false, paper: null, ...more,
});
const fears: Area = { id: id('fears'), type: 'area', kind: 'fears', title: '', x: 0, y: 0, w: 400, h: 300, z: 0, locked: false };
const write = (doc: Y.Doc, word: string, words: string) => writeRichText(noteText(doc, id(word))!, [paragraph(words)]);

/** A store whose frames come when the test says so. */
function watch(doc: Y.Doc) {
  const frames: (() => void)[] = [];
  const store = new CanvasStore(doc, run => frames.push(run));
  const batches: Batch[] = [];
  store.start();
  store.onBatch(batch => batches.push(batch));
  return { store, batches, frames, frame: () => frames.splice(0).forEach(run => run()) };
}

const table = () => {
  const { rooms: [marta, paolo] } = linkedRooms('marta', 'paolo');
  addElement(marta!.doc, fears, 'marta');
  for (const word of ['a', 'b', 'c']) addElement(marta!.doc, note(word), 'marta');
  return { marta: marta!, paolo: paolo! };
};

describe('a canvas store', () => {
  test('gathers a hundred edits of somebody else into one frame', () => {
    const { marta, paolo } = table();
    const { store, batches, frames, frame } = watch(paolo.doc);
    for (let step = 1; step <= 100; step += 1) changeElements(marta.doc, new Map([[id('a'), { x: step }]]), 'marta');
    expect(frames).toHaveLength(1);
    expect(store.element(id('a'))).toMatchObject({ x: 20 });

    frame();
    expect(store.element(id('a'))).toMatchObject({ x: 100 });
    expect(batches.map(batch => [...batch.changed])).toEqual([[id('a')]]);
  });

  test('tells only those who look at what changed', () => {
    const { marta, paolo } = table();
    const { store, frame } = watch(paolo.doc);
    const told: string[] = [];
    for (const word of ['a', 'b']) store.follow(id(word), () => told.push(word));
    const before = store.element(id('b'));
    changeElements(marta.doc, new Map([[id('a'), { x: 300 }]]), 'marta');
    frame();

    expect(told).toEqual(['a']);
    expect(store.element(id('b'))).toBe(before);
  });

  test('gives the same words until they change', () => {
    const { marta, paolo } = table();
    const { store, frame } = watch(paolo.doc);
    write(marta.doc, 'a', 'Who signs');
    frame();
    const before = store.text(id('a'));
    expect(store.title(id('a'))).toBe('Who signs');
    changeElements(marta.doc, new Map([[id('b'), { x: 3 }]]), 'marta');
    frame();
    expect(store.text(id('a'))).toBe(before);

    write(marta.doc, 'a', 'The apology: ');
    frame();
    expect(store.title(id('a'))).toBe('The apology:');
  });

  test('counts who lies in which area, with the same list while nobody enters or leaves', () => {
    const { marta, paolo } = table();
    const { store, frame } = watch(paolo.doc);
    const before = store.membersOf(fears.id);
    expect(before).toEqual([id('a'), id('b'), id('c')]);
    changeElements(marta.doc, new Map([[id('a'), { x: 40 }]]), 'marta');
    frame();
    expect(store.membersOf(fears.id)).toBe(before);

    changeElements(marta.doc, new Map([[id('a'), { x: 4_000 }]]), 'marta');
    frame();
    expect(store.membersOf(fears.id)).toEqual([id('b'), id('c')]);
  });

  test('names as arrived what others put on the board, not what this page did or what moved', () => {
    const { marta, paolo } = table();
    const { batches, frame } = watch(paolo.doc);
    addElement(paolo.doc, note('own'), 'paolo');
    addElement(marta.doc, note('foreign'), 'marta');
    changeElements(marta.doc, new Map([[id('a'), { x: 7 }]]), 'marta');
    frame();

    expect(batches.flatMap(batch => batch.arrived)).toEqual([id('foreign')]);
  });

  test('keeps the order of what is there, so that no card is mounted anew', () => {
    const { marta, paolo } = table();
    const { store, frame } = watch(paolo.doc);
    const before = store.order.get();
    addElement(marta.doc, note('high', { y: -500, z: -9 }), 'marta');
    deleteElements(marta.doc, [id('b')], 7, 'marta');
    frame();

    expect(before).toEqual([fears.id, id('a'), id('b'), id('c')]);
    expect(store.order.get()).toEqual([fears.id, id('a'), id('c'), id('high')]);
  });
});
