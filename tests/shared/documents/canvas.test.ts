/** What is drawn on a canvas: typed reads and edits, deleting by flag, one's own steps, and two people at once. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  addElement, type Area, areaAt, areaOfNote, authorClientId, byArea, type CanvasElement, changeElements, type Connector, deleteElements, FrozenCanvas, type Ink,
  type Note, noteText, noteTitle, placeElements, readCanvas, readElement, readElements,
} from '../../../shared/documents/canvas.ts';
import { paragraph, plainText, readRichText, writeRichText } from '../../../shared/documents/richtext.ts';
import { canvasRoot, newRoomDoc } from '../../../shared/documents/roots.ts';
import { ElementId } from '../../../shared/ids.ts';

const id = (word: string): ElementId => ElementId.parse(`el_${word.padEnd(12, '0')}`);
const note = (word: string, more: Partial<Note> = {}): Note => ({
  id: id(word), type: 'note', kind: 'fear', x: 0, y: 0, w: 160, h: null, z: 1, locked: false, paper: null, ...more,
});
const area = (word: string, more: Partial<Area> = {}): Area => ({
  id: id(word), type: 'area', kind: 'fears', title: '', x: 0, y: 0, w: 300, h: 300, z: 0, locked: false, ...more,
});
const line = (word: string, from: string, to: string): Connector => ({
  id: id(word), type: 'connector', from: id(from), to: id(to), label: '', z: 0, locked: false,
});
const ink = (word: string): Ink => ({ id: id(word), type: 'ink', x: 0, y: 0, z: 0, locked: false, points: [0, 0, 0.5, 9, 9, 0.5], colour: 'green', thickness: 4 });

const ME = Symbol('me');
const saying = (words: string) => (text: Y.XmlFragment) => writeRichText(text, [paragraph(words)]);
const wordsOf = (doc: Y.Doc, word: string): string => {
  const text = noteText(doc, id(word));
  return text ? plainText(readRichText(text)) : '';
};

function append(doc: Y.Doc, word: string, words: string): void {
  const block = new Y.XmlElement('paragraph');
  block.insert(0, [new Y.XmlText(words)]);
  noteText(doc, id(word))!.push([block]);
}

function twoDocs() {
  const [a, b] = [newRoomDoc(1), newRoomDoc(2)];
  const sync = () => {
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  };
  return { a, b, sync };
}
const stepsOf = (doc: Y.Doc) => new Y.UndoManager(canvasRoot(doc), { trackedOrigins: new Set([ME]) });

describe('reading', () => {
  test('gives back what was drawn, bottom to top', () => {
    const doc = newRoomDoc();
    for (const element of [note('top', { z: 5 }), area('low'), ink('pen'), line('arrow', 'top', 'low')]) addElement(doc, element, ME);

    expect(readElements(doc).map(element => element.id)).toEqual([id('arrow'), id('low'), id('pen'), id('top')]);
    expect(readElement(doc, id('top'))).toEqual(note('top', { z: 5 }));
  });

  test.each([
    ['a kind nobody knows', { kind: 'wish' }],
    ['a place beyond the board', { x: 1e9 }],
    ['a width that is no number', { w: 'wide' }],
  ])('leaves out %s', (_what, forged) => {
    const doc = newRoomDoc();
    addElement(doc, note('real'), ME);
    addElement(doc, note('forged'), ME);
    for (const [key, value] of Object.entries(forged)) canvasRoot(doc).get(id('forged'))?.set(key, value);

    expect(readElements(doc).map(element => element.id)).toEqual([id('real')]);
  });

  test('leaves out a connector whose end is gone', () => {
    const doc = newRoomDoc();
    for (const element of [note('a'), note('b'), line('arrow', 'a', 'b')]) addElement(doc, element, ME);
    canvasRoot(doc).delete(id('b'));

    expect(readElements(doc).map(element => element.id)).toEqual([id('a')]);
  });

  test('names the first line of a note, cut where it gets long', () => {
    const doc = newRoomDoc();
    addElement(doc, note('a'), ME, text => writeRichText(text, [paragraph('Four letters to the same lady'), paragraph('and one apology')]));

    expect(noteTitle(doc, id('a'))).toBe('Four letters to the same lady');
    expect(noteTitle(doc, id('a'), 12)).toBe('Four letter…');
  });

  test('freezes what the schema of a version accepts, with the words of each note', () => {
    const doc = newRoomDoc();
    addElement(doc, area('low'), ME);
    addElement(doc, note('a'), ME, saying('Who signs?'));
    addElement(doc, note('gone'), ME, saying('never mind'));
    deleteElements(doc, [id('gone')], 7, ME);

    const frozen = FrozenCanvas.parse(readCanvas(doc));
    expect(frozen.elements.map(element => element.id)).toEqual([id('low'), id('a')]);
    expect(JSON.stringify(frozen)).toContain('Who signs?');
    expect(JSON.stringify(frozen)).not.toContain('never mind');
  });
});

describe('areas', () => {
  test('hold the notes whose middle lies in them, the topmost first', () => {
    const low = area('low', { z: 0 });
    const high = area('high', { x: 100, w: 100, z: 1 });

    expect(areaAt([low, high], 150, 50)).toBe(high);
    expect(areaOfNote([low, high], note('a', { x: 10, y: 10, w: 60 }))).toBe(low);
    expect(areaOfNote([low, high], note('b', { x: 400 }))).toBeUndefined();
  });

  test('are read in the order of their kinds, their notes line by line, the rest at the end', () => {
    const found = byArea([
      note('far', { x: 2_000 }), note('second', { x: 100, y: 80, w: 60 }), note('first', { x: 100, y: 10, w: 60 }),
      area('hopes', { kind: 'hopes', x: 1_000 }), area('fears'),
    ]);

    expect(found.areas.map(each => [each.area.id, each.notes.map(each => each.id)])).toEqual([
      [id('fears'), [id('first'), id('second')]],
      [id('hopes'), []],
    ]);
    expect(found.loose.map(each => each.id)).toEqual([id('far')]);
  });
});

describe('changing', () => {
  test('keeps both changes when two people move and colour the same note', () => {
    const { a, b, sync } = twoDocs();
    addElement(a, note('one'), ME);
    sync();
    changeElements(a, new Map([[id('one'), { x: 40, y: 60 }]]), ME);
    changeElements(b, new Map([[id('one'), { paper: 'ideas' }]]), ME);
    sync();

    for (const doc of [a, b]) expect(readElement(doc, id('one'))).toMatchObject({ x: 40, y: 60, paper: 'ideas' });
  });

  test('does not write again what already stands there', () => {
    const doc = newRoomDoc();
    addElement(doc, note('one', { x: 5 }), ME);
    let updates = 0;
    doc.on('update', () => { updates += 1; });
    changeElements(doc, new Map([[id('one'), { x: 5, y: 0 }]]), ME);

    expect(updates).toBe(0);
  });

  test('takes connectors away with what they hang on, and an undo brings all of it back with its words', () => {
    const doc = newRoomDoc();
    for (const element of [note('a'), note('b'), line('arrow', 'a', 'b')]) addElement(doc, element, 'others', saying('still here'));
    const steps = stepsOf(doc);
    deleteElements(doc, [id('a')], 7, ME);
    expect(readElements(doc).map(element => element.id)).toEqual([id('b')]);

    steps.undo();
    expect(readElements(doc)).toHaveLength(3);
    expect(wordsOf(doc, 'a')).toBe('still here');
  });
});

describe("one person's steps", () => {
  test('hide what was added and show it again, with what another person has written in it meanwhile', () => {
    const { a, b, sync } = twoDocs();
    const steps = stepsOf(a);
    placeElements(a, [{ element: note('one'), fill: saying('mine') }], 7, ME);
    sync();
    append(b, 'one', 'and yours');
    sync();

    steps.undo();
    sync();
    for (const doc of [a, b]) expect(readElements(doc)).toEqual([]);

    steps.redo();
    sync();
    for (const doc of [a, b]) expect(wordsOf(doc, 'one')).toBe('mine\nand yours');
    expect(authorClientId(b, id('one'))).toBe(1);
  });

  test('take back a move of one’s own and leave a later one of somebody else', () => {
    const { a, b, sync } = twoDocs();
    addElement(a, note('one'), 'others');
    addElement(a, note('two'), 'others');
    sync();
    const steps = stepsOf(a);
    changeElements(a, new Map([[id('one'), { x: 10 }], [id('two'), { x: 10 }]]), ME);
    sync();
    changeElements(b, new Map([[id('one'), { x: 99 }]]), 'others');
    sync();
    steps.undo();
    sync();

    for (const doc of [a, b]) {
      expect(readElement(doc, id('one'))).toMatchObject({ x: 99 });
      expect(readElement(doc, id('two'))).toMatchObject({ x: 0 });
    }
  });
});

// Two people draw, move, delete, undo and redo in any order and meet now and then. Whatever they do, both see one
// board in the end, nothing dangles, and what somebody else made is there unless somebody deleted it.
test('ends with both seeing the same board, whatever the two do', () => {
  const step = fc.record({
    who: fc.nat(1), does: fc.constantFrom('add', 'move', 'delete', 'connect', 'write', 'undo', 'redo', 'meet'), which: fc.nat(7), to: fc.nat(500),
  });
  fc.assert(fc.property(fc.array(step, { maxLength: 60 }), story => {
    const { a, b, sync } = twoDocs();
    const people = [a, b].map(doc => ({ doc, steps: new Y.UndoManager(canvasRoot(doc), { trackedOrigins: new Set([ME]), captureTimeout: 0 }) }));
    for (const [nth, { who, does, which, to }] of story.entries()) {
      const { doc, steps } = people[who]!;
      const elements = readElements(doc);
      const notes = elements.filter((element: CanvasElement) => element.type === 'note');
      const chosen = elements[which % Math.max(1, elements.length)];
      if (does === 'add') placeElements(doc, [{ element: note(`n${nth}`), fill: saying(`words ${nth}`) }], 7, ME);
      if (does === 'move' && chosen && chosen.type !== 'connector') changeElements(doc, new Map([[chosen.id, { x: to }]]), ME);
      if (does === 'delete' && chosen) deleteElements(doc, [chosen.id], 7, ME);
      if (does === 'connect' && notes.length > 1) placeElements(doc, [{ element: { ...line(`l${nth}`, 'a', 'b'), from: notes[0]!.id, to: notes.at(-1)!.id } }], 7, ME);
      if (does === 'write' && notes[0]) writeRichText(noteText(doc, notes[0].id)!, [paragraph(`more ${nth}`)]);
      if (does === 'undo') steps.undo();
      if (does === 'redo') steps.redo();
      if (does === 'meet') sync();
    }
    sync();

    const frozen = [a, b].map(readCanvas);
    expect(frozen[0]).toEqual(frozen[1]);
    const here = new Set<string>(frozen[0]!.elements.map(element => element.id));
    for (const element of frozen[0]!.elements) {
      if (element.type === 'connector') expect([here.has(element.from), here.has(element.to)]).toEqual([true, true]);
      if (element.type === 'note') expect(plainText(element.text)).toContain('words ');
    }
  }));
});
