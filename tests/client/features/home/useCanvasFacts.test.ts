/** What the home page counts on the board: only what lies there now, by who really wrote it. */
import { describe, expect, test } from 'vitest';
import { addElement, type Area, type CanvasElement, deleteElements } from '../../../../shared/documents/canvas.ts';
import { paragraph, writeRichText } from '../../../../shared/documents/richtext.ts';
import { newRoomDoc } from '../../../../shared/documents/roots.ts';
import type { ElementId, MemberId } from '../../../../shared/ids.ts';
import type { MemberView } from '../../../../shared/members.ts';
import type { Side } from '../../../../shared/sides.ts';
import { readFacts } from '../../../../client/features/home/useCanvasFacts.ts';

const MARTA = 100;
const PAOLO = 200;

const members = [someone('marta', 'seller'), someone('paolo', 'client')];
function someone(name: string, side: Side): MemberView {
  return { id: name as MemberId, personId: name as MemberView['personId'], name, side, role: 'editor', approver: false, joinedAt: 0, removed: false };
}

const authorOf = (clientId: number) => (clientId === MARTA ? 'marta' : clientId === PAOLO ? 'paolo' : undefined) as MemberId | undefined;

const id = (name: string) => `el_${name.padEnd(12, '0')}` as ElementId;
const fears: Area = { id: id('fears'), type: 'area', kind: 'fears', title: '', x: 0, y: 0, w: 400, h: 400, z: 0, locked: false };
const note = (name: string, x: number): CanvasElement => ({ id: id(name), type: 'note', kind: 'fear', x, y: 10, w: 150, h: null, z: 1, locked: false, paper: null });

function board() {
  const doc = newRoomDoc(MARTA);
  addElement(doc, fears, null);
  addElement(doc, note('first', 10), null, text => { writeRichText(text, [paragraph('We fear another screen.')]); });
  doc.clientID = PAOLO;
  addElement(doc, note('second', 200), null);
  addElement(doc, note('outside', 900), null);
  return doc;
}

describe('the facts of a board', () => {
  test('count notes in the area they lie in, and none twice', () => {
    expect([...readFacts({ doc: board(), authorOf }, members).byArea]).toEqual([['fears', 2]]);
  });

  test('credit each note to the side of whoever made it', () => {
    expect(Object.fromEntries(readFacts({ doc: board(), authorOf }, members).bySide)).toEqual({ seller: 1, client: 2 });
  });

  test('leave out what has been deleted', () => {
    const doc = board();
    deleteElements(doc, [id('first')], 1, null);
    expect(readFacts({ doc, authorOf }, members).notes.map(each => each.id)).toEqual([id('outside'), id('second')]);
  });

  test('give a note without a known author to nobody', () => {
    const facts = readFacts({ doc: board(), authorOf: () => undefined }, members);
    expect(facts.bySide.size).toBe(0);
    expect(facts.notes).toHaveLength(3);
  });
});
