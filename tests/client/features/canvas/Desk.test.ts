/** What a person does on the board: each deed one step, gestures too, nothing for readers, locked things stay. */
import { describe, expect, test } from 'vitest';
import { type Area, byArea, type Note, readElement, readElements } from '../../../../shared/documents/canvas.ts';
import { paragraph } from '../../../../shared/documents/richtext.ts';
import { Value } from '../../../../client/collab/value.ts';
import { asOwn, asPlain, blocksOf, copied, fromOwn } from '../../../../client/features/canvas/clipboard.ts';
import { Desk } from '../../../../client/features/canvas/Desk.ts';
import { overlap } from '../../../../client/features/canvas/geometry.ts';
import { Steps } from '../../../../client/features/canvas/steps.ts';
import { CanvasStore } from '../../../../client/features/canvas/store.ts';
import { type LinkedRoom, linkedRooms } from '../../../support/linkedRooms.ts';

function sitDown(room: Pick<LinkedRoom, 'doc'>) {
  let now = 1_000_000;
  const clock = () => now;
  const store = new CanvasStore(room.doc, () => undefined);
  const steps = new Steps(room.doc, clock);
  const mayWrite = new Value(true);
  const desk = new Desk({ store, steps, mayWrite, now: clock });
  store.start();
  steps.start();
  desk.start();
  return { doc: room.doc, store, steps, desk, mayWrite, later: (ms: number) => { now += ms; } };
}

function table() {
  const { rooms: [first, second], ...cable } = linkedRooms('marta', 'paolo');
  const [marta, paolo] = [sitDown(first!), sitDown(second!)];
  marta.desk.addEightAreas();
  paolo.store.flush();
  const areaOf = (kind: Area['kind']) => marta.store.areas().find(area => area.kind === kind)!;
  return { marta, paolo, areaOf, ...cable };
}
const noteAt = (person: ReturnType<typeof sitDown>, id: string) => readElement(person.doc, id) as Note;

describe('making', () => {
  test('gives a note the kind of the area it falls into', () => {
    const { marta, areaOf } = table();
    const hopes = areaOf('hopes');
    const id = marta.desk.addNoteAt({ x: hopes.x + 100, y: hopes.y + 100 })!;

    expect(noteAt(marta, id).kind).toBe('hope');
    expect(noteAt(marta, marta.desk.addNoteAt({ x: -900, y: -900 })!).kind).toBe('plain');
    expect([...marta.desk.selection.get()]).toHaveLength(1);
  });

  test('finds each note of an area a place of its own, and makes a full area taller', () => {
    const { marta, areaOf } = table();
    const before = areaOf('facts').h;
    for (let nth = 0; nth < 9; nth += 1) marta.desk.addNoteIn(areaOf('facts').id);
    const { notes } = byArea(marta.store.elements()).areas.find(each => each.area.kind === 'facts')!;

    expect(notes).toHaveLength(9);
    const boxes = notes.map(({ x, y, w }) => ({ x, y, w, h: 96 }));
    expect(boxes.some((box, nth) => boxes.slice(nth + 1).some(other => overlap(box, other)))).toBe(false);
    expect(areaOf('facts').h).toBeGreaterThan(before);
    marta.desk.undo();
    expect(marta.store.membersOf(areaOf('facts').id)).toHaveLength(8);
  });

  test('piles notes up in a full area that has another below it', () => {
    const { marta, areaOf } = table();
    const before = areaOf('fears');
    for (let nth = 0; nth < 20; nth += 1) marta.desk.addNoteIn(areaOf('fears').id);

    expect(marta.store.membersOf(areaOf('fears').id)).toHaveLength(20);
    expect(areaOf('fears')).toEqual(before);
  });

  test('draws one line between two things, however often it is asked', () => {
    const { marta } = table();
    const [a, b] = [marta.desk.addNoteAt({ x: -900, y: 0 })!, marta.desk.addNoteAt({ x: -900, y: 300 })!];
    const line = marta.desk.connect(a, b);
    expect(marta.desk.connect(a, b)).toBe(line);
    expect(marta.desk.connect(a, a)).toBeUndefined();
    expect(readElements(marta.doc).filter(element => element.type === 'connector')).toHaveLength(1);
  });

  test('does nothing for somebody who may only read', () => {
    const { paolo } = table();
    const before = JSON.stringify(readElements(paolo.doc));
    paolo.mayWrite.set(false);
    const [area] = paolo.store.areas();
    paolo.desk.select([area!.id]);
    paolo.desk.addNoteAt({ x: 0, y: 0 });
    paolo.desk.addNoteIn(area!.id);
    paolo.desk.nudge(8, 0);
    paolo.desk.removeSelected();
    paolo.desk.pasteBlocks(['words'], { x: 0, y: 0 });
    paolo.desk.gesture().change(new Map([[area!.id, { x: 77 }]]));

    expect(JSON.stringify(readElements(paolo.doc))).toBe(before);
    expect(paolo.steps.canUndo.get()).toBe(false);
  });
});

describe('moving', () => {
  test('takes along what lies in an area, and leaves what is locked', () => {
    const { marta, areaOf } = table();
    const area = areaOf('fears');
    const [free, locked] = [marta.desk.addNoteIn(area.id)!, marta.desk.addNoteIn(area.id)!];
    marta.desk.setLocked(true);
    const before = [noteAt(marta, free), noteAt(marta, locked)];
    marta.desk.select([area.id]);
    marta.desk.nudge(8, 0);

    expect(noteAt(marta, free).x).toBe(before[0]!.x + 8);
    expect(noteAt(marta, locked).x).toBe(before[1]!.x);
  });

  test('makes one step of arrow keys that follow each other, and of a drag however long', () => {
    const { marta } = table();
    const id = marta.desk.addNoteAt({ x: -900, y: 0 })!;
    const start = noteAt(marta, id).x;
    for (let press = 0; press < 5; press += 1) marta.desk.nudge(8, 0);
    marta.later(5_000);
    const drag = marta.desk.gesture();
    for (let frame = 1; frame <= 90; frame += 1) {
      marta.later(16);
      drag.change(new Map([[id, { x: start + 40 + frame }]]));
    }
    drag.end();
    expect(noteAt(marta, id).x).toBe(start + 130);

    marta.desk.undo();
    expect(noteAt(marta, id).x).toBe(start + 40);
    marta.desk.undo();
    expect(noteAt(marta, id).x).toBe(start);
    marta.desk.redo();
    expect(noteAt(marta, id).x).toBe(start + 40);
  });

  test('lets others see a drag as it goes, at most some thirty times a second', () => {
    const { marta, paolo } = table();
    const id = marta.desk.addNoteAt({ x: -900, y: 0 })!;
    let updates = 0;
    paolo.doc.on('update', () => { updates += 1; });
    const drag = marta.desk.gesture();
    for (let frame = 1; frame <= 60; frame += 1) {
      marta.later(16.7);
      drag.change(new Map([[id, { x: frame }]]));
    }
    drag.end();

    expect(updates).toBeGreaterThan(10);
    expect(updates).toBeLessThanOrEqual(31);
    expect(noteAt(paolo, id).x).toBe(60);
  });

  test('leaves a drag that never moved out of the steps', () => {
    const { marta } = table();
    marta.desk.gesture().end();
    marta.desk.undo();
    expect(readElements(marta.doc)).toEqual([]);
  });

  test('carries a note into an area, where a fear becomes a hope and a doubt stays a doubt', () => {
    const { marta, areaOf } = table();
    const fear = marta.desk.addNoteIn(areaOf('fears').id)!;
    const doubt = marta.desk.addNoteIn(areaOf('fears').id)!;
    marta.desk.setKind('doubt');
    marta.desk.moveToArea([fear, doubt], areaOf('hopes').id);

    expect([noteAt(marta, fear).kind, noteAt(marta, doubt).kind]).toEqual(['hope', 'doubt']);
    expect(new Set(marta.store.membersOf(areaOf('hopes').id))).toEqual(new Set([fear, doubt]));
    marta.desk.undo();
    expect(new Set(marta.store.membersOf(areaOf('fears').id))).toEqual(new Set([fear, doubt]));
  });

  test('lines things up and spaces them evenly', () => {
    const { marta } = table();
    const ids = [0, 410, 500].map((x, nth) => marta.desk.addNoteAt({ x: -3_000 + x, y: 200 * nth })!);
    marta.desk.select(ids);
    marta.desk.distribute('x');
    const xs = ids.map(id => noteAt(marta, id).x);
    expect(xs[1]! - xs[0]!).toBe(xs[2]! - xs[1]!);
    marta.desk.align('left');
    expect(new Set(ids.map(id => noteAt(marta, id).x)).size).toBe(1);
  });
});

describe('the edge of the board', () => {
  test('holds what is dragged, pasted or made beyond it', () => {
    const { marta } = table();
    const id = marta.desk.addNoteAt({ x: 5e6, y: 0 })!;
    expect(noteAt(marta, id).x).toBe(100_000);
    marta.desk.change(new Map([[id, { x: -9e9, w: 9e9 }]]));
    expect(noteAt(marta, id)).toMatchObject({ x: -100_000, w: 20_000 });
    marta.desk.paste(copied([noteAt(marta, id)], () => []), { x: 9e9, y: 0 });
    expect(marta.desk.selected()).toHaveLength(1);
  });
});

describe('steps', () => {
  test('undo one’s own deeds and never those of others', () => {
    const { marta, paolo } = table();
    const mine = paolo.desk.addNoteAt({ x: -900, y: 0 })!;
    const theirs = marta.desk.addNoteAt({ x: -900, y: 300 })!;
    paolo.store.flush();
    paolo.desk.undo();
    paolo.desk.undo();

    for (const { doc } of [marta, paolo]) {
      expect(readElement(doc, mine)).toBeUndefined();
      expect(readElement(doc, theirs)).toBeDefined();
    }
    expect(paolo.steps.canUndo.get()).toBe(false);
  });

  test('bring back what was deleted with its lines, on both pages', () => {
    const { marta, paolo } = table();
    const [a, b] = [marta.desk.addNoteAt({ x: -900, y: 0 })!, marta.desk.addNoteAt({ x: -900, y: 300 })!];
    marta.desk.connect(a, b);
    const before = readElements(paolo.doc).length;
    marta.desk.remove([a]);
    expect(readElements(paolo.doc)).toHaveLength(before - 2);
    marta.desk.undo();
    expect(readElements(paolo.doc)).toHaveLength(before);
  });

  test('go on where they were when somebody else deleted the note meanwhile', () => {
    const { marta, paolo } = table();
    const id = marta.desk.addNoteAt({ x: -900, y: 0 })!;
    paolo.store.flush();
    paolo.desk.remove([id]);
    marta.store.flush();
    expect([...marta.desk.selection.get()]).toEqual([]);
    marta.desk.undo();
    marta.desk.redo();
    paolo.store.flush();

    expect(readElements(marta.doc)).toEqual(readElements(paolo.doc));
  });
});

describe('copying', () => {
  test('puts down the same notes and lines under ids of their own, with their words, chosen, as one step', () => {
    const { marta, paolo } = table();
    marta.desk.pasteBlocks(['We ask four times', 'She gets four letters'], { x: -2_000, y: 0 });
    const [a, b] = [...marta.desk.selection.get()];
    const line = marta.desk.connect(a!, b!)!;
    const pieces = copied([a!, b!, line].map(id => marta.store.element(id)!), id => marta.store.text(id));
    const pasted = fromOwn(asOwn(pieces))!;
    paolo.store.flush();
    const before = readElements(paolo.doc).length;
    paolo.desk.paste(pasted, { x: -2_000, y: 900 });

    expect(readElements(marta.doc)).toHaveLength(before + 3);
    expect([...paolo.desk.selection.get()].map(id => paolo.store.title(id))).toEqual(['We ask four times', 'She gets four letters']);
    paolo.desk.undo();
    expect(readElements(marta.doc)).toHaveLength(before);
  });

  test('hands other programs the plain words in reading order', () => {
    const { marta } = table();
    marta.desk.pasteBlocks(['first\nstill first', 'second'], { x: -2_000, y: 0 });
    const pieces = copied(marta.desk.selected().reverse(), id => marta.store.text(id));
    expect(asPlain(pieces)).toBe('first\nstill first\n\nsecond');
  });

  test.each([
    ['nothing', ''],
    ['a text that is no data', 'see you tomorrow'],
    ['data of another program', '{"elements":[{"type":"rocket"}]}'],
  ])('does not take %s for ours', (_what, data) => {
    expect(fromOwn(data)).toBeUndefined();
  });

  test.each([
    ['each line for itself', 'one\ntwo\n\n', ['one', 'two']],
    ['blocks where blank lines part them', 'one\nand more\n\ntwo\r\n\r\nthree', ['one\nand more', 'two', 'three']],
    ['the words of a list without its bullets', '- one\n• two\n3. three', ['one', 'two', 'three']],
    ['no note from nothing but blanks', ' \n \n', []],
  ])('makes notes of %s', (_what, text, blocks) => {
    expect(blocksOf(text)).toEqual(blocks);
  });

  test('lets a pasted note keep every block of its text', () => {
    const { marta } = table();
    marta.desk.pasteBlocks(['one\ntwo'], { x: -2_000, y: 0 });
    const [id] = [...marta.desk.selection.get()];
    expect(marta.store.text(id!)).toEqual([paragraph('one'), paragraph('two')]);
  });
});
