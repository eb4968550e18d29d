import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { SeenCaret } from '../../../client/collab/seenCaret.ts';
import { richTextExtensions } from '../../../client/ui/richTextExtensions.ts';
import { paragraph, plainText, readRichText, writeRichText } from '../../../shared/documents/richtext.ts';
import { newRoomDoc, proposalRoot } from '../../../shared/documents/roots.ts';

// jsdom has no layout; the editor asks it where to scroll.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();

let doc: Y.Doc;
let editor: Editor;

beforeEach(async () => {
  doc = newRoomDoc(1);
  writeRichText(proposalRoot(doc), [paragraph('first'), paragraph('second'), paragraph('third')]);
  editor = new Editor({
    element: document.body.appendChild(document.createElement('div')),
    extensions: [...richTextExtensions(), Collaboration.configure({ fragment: proposalRoot(doc) }), SeenCaret.configure({ doc })],
    injectCSS: false,
  });
  editor.view.dom.focus();
  editor.commands.setTextSelection(1);
  await new Promise(done => { setTimeout(done); }); // the binding has drawn, and the editor has read what its focus changed
});
afterEach(() => {
  editor.destroy();
  doc.destroy();
  document.body.replaceChildren();
});

/** As the browser does it: the caret stands there at once, and the event that tells of it has not come yet. */
function moveCaret(block: number, offset: number): void {
  const words = editor.view.dom.children[block]?.firstChild;
  getSelection()!.collapse(words ?? null, offset);
}

const lines = (): string[] => readRichText(proposalRoot(doc)).map(block => plainText([block]));
const whereIsIt = (): [number, number] => [editor.state.selection.$head.index(0), editor.state.selection.$head.parentOffset];

function somebodyElseWrites(words: string): void {
  const theirs = newRoomDoc(2);
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
  writeRichText(proposalRoot(theirs), [paragraph(words)]);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs), 'line');
}

test('a key acts where the caret is seen, however late the browser tells of it', () => {
  moveCaret(2, 2);
  expect(whereIsIt()).toEqual([0, 0]);
  editor.view.dom.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13, bubbles: true, cancelable: true }));
  expect(lines()).toEqual(['first', 'second', 'th', 'ird']);
});

test('words of others leave the caret where it is seen', () => {
  moveCaret(2, 2);
  somebodyElseWrites('theirs');
  expect(lines()).toEqual(['theirs', 'first', 'second', 'third']);
  expect(whereIsIt()).toEqual([3, 2]);
});

test('nothing is written by looking', () => {
  const before = Y.encodeStateVector(doc);
  moveCaret(1, 3);
  editor.view.dom.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true }));
  expect(whereIsIt()).toEqual([1, 3]);
  expect(Y.encodeStateVector(doc)).toEqual(before);
});
