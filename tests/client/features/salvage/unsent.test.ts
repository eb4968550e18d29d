/** Which words of a copy that was set aside the project does not have. */
import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { putBack } from '../../../../client/features/salvage/putBack.ts';
import { type Unsent, unsentIn } from '../../../../client/features/salvage/unsent.ts';
import { addElement, noteText, readElements, type Note } from '../../../../shared/documents/canvas.ts';
import { heading, paragraph, plainText, readRichText, writeRichText } from '../../../../shared/documents/richtext.ts';
import { newRoomDoc, proposalRoot } from '../../../../shared/documents/roots.ts';
import { ElementId } from '../../../../shared/ids.ts';

const [MARTA, PAOLO] = [100, 200];
const idOf = (name: string) => ElementId.parse(`note_${name.padEnd(12, '0')}`);
const note = (name: string): Note => ({ id: idOf(name), type: 'note', kind: 'fear', x: 10, y: 20, z: 0, locked: false, w: 200, h: null, paper: null });
const add = (doc: Y.Doc, name: string, words: string) => addElement(doc, note(name), 'test', text => writeRichText(text, [paragraph(words)]));
const type = (doc: Y.Doc, name: string, words: string) => {
  const block = noteText(doc, idOf(name))!.get(0) as Y.XmlElement;
  (block.get(0) as Y.XmlText).insert(0, words);
};

/** What both know, and Paolo's copy of it. */
function known(): { project: Y.Doc; copy: Y.Doc } {
  const project = newRoomDoc(MARTA);
  add(project, 'one', 'Two records for one person');
  add(project, 'two', 'Shops wait');
  writeRichText(proposalRoot(project), [heading(1, 'What we understood'), paragraph('One customer, one record.')]);
  const copy = newRoomDoc(PAOLO);
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(project));
  return { project, copy };
}
const wordsOf = (unsent: readonly Unsent[]) => unsent.map(each => [each.kind, plainText(each.text)]);
const between = (copy: Y.Doc, project: Y.Doc, isOthers = (_id: number) => false) => unsentIn(Y.encodeStateAsUpdate(copy), project, isOthers);
const linesOf = (project: Y.Doc) => readRichText(proposalRoot(project)).map(block => plainText([block]));

describe('the words that did not reach the project', () => {
  test('are none when the copy is merely older', () => {
    const { project, copy } = known();
    add(project, 'three', 'Written meanwhile');
    type(project, 'one', 'Still: ');
    expect(between(copy, project)).toEqual([]);
  });

  test('are new notes, notes with other words, and passages of the proposal', () => {
    const { project, copy } = known();
    add(copy, 'mine', 'And if a link is wrong?');
    type(copy, 'two', 'On Saturdays: ');
    proposalRoot(copy).insert(1, [new Y.XmlElement('paragraph'), new Y.XmlElement('paragraph')]);
    (proposalRoot(copy).get(1) as Y.XmlElement).insert(0, [new Y.XmlText('First line.')]);
    (proposalRoot(copy).get(2) as Y.XmlElement).insert(0, [new Y.XmlText('Second line.')]);
    const unsent = between(copy, project);
    expect(wordsOf(unsent)).toEqual(expect.arrayContaining([
      ['note', 'And if a link is wrong?'], ['note', 'On Saturdays: Shops wait'], ['proposal', 'First line.\nSecond line.'],
    ]));
    expect(unsent).toHaveLength(3);
    expect(unsent.flatMap(each => (each.kind === 'note' ? [[each.note.id, each.isThere]] : []))).toEqual(expect.arrayContaining([[idOf('mine'), false], [idOf('two'), true]]));
  });

  test('are not what was moved, emptied or taken away again', () => {
    const { project, copy } = known();
    add(copy, 'short', 'For a moment');
    noteText(copy, idOf('short'))!.delete(0, 1);
    expect(between(copy, project)).toEqual([]);
  });

  test('are not somebody else’s: their own device keeps them', () => {
    const { project, copy } = known();
    const other = newRoomDoc(300);
    Y.applyUpdate(other, Y.encodeStateAsUpdate(project));
    add(other, 'theirs', 'Said before the server fell');
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(other));
    add(copy, 'mine', 'And mine');
    expect(wordsOf(between(copy, project, id => id === 300))).toEqual([['note', 'And mine']]);
  });
});

describe('putting them back', () => {
  test('makes new notes of theirs, overrides nothing, and then there is nothing left', () => {
    const { project, copy } = known();
    add(copy, 'mine', 'And if a link is wrong?');
    type(copy, 'two', 'On Saturdays: ');
    const para = new Y.XmlElement('paragraph');
    para.insert(0, [new Y.XmlText('A pilot in 8 shops.')]);
    proposalRoot(copy).insert(2, [para]);
    project.clientID = 400; // a page's fresh id
    const before = new Set(readElements(project).map(element => element.id));

    for (const each of between(copy, project)) putBack(project, each, 1_000);

    const fresh = readElements(project).filter(element => !before.has(element.id));
    expect(fresh.map(element => plainText(readRichText(noteText(project, element.id)!))).sort()).toEqual(['And if a link is wrong?', 'On Saturdays: Shops wait']);
    expect(plainText(readRichText(noteText(project, idOf('two'))!))).toBe('Shops wait');
    expect(linesOf(project)).toEqual(['What we understood', 'One customer, one record.', 'A pilot in 8 shops.']);
    expect(wordsOf(between(copy, project)).filter(([kind]) => kind === 'proposal')).toEqual([]);
  });
});
