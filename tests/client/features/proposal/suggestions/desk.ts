/** An editor on a shared text, as the proposal has it, whose person suggests or writes. No page around it. */
import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import * as Y from 'yjs';
import { labelAt, suggestionMarks } from '../../../../../client/features/proposal/suggestions/marks.ts';
import { Suggesting } from '../../../../../client/features/proposal/suggestions/Suggesting.ts';
import { FigureOnLine, LiveBlockNode } from '../../../../../client/ui/figureNodes.ts';
import { richTextExtensions } from '../../../../../client/ui/richTextExtensions.ts';
import { openSuggestions, settle } from '../../../../../shared/documents/suggestions.ts';
import { readRichText, type RichText, writeRichText } from '../../../../../shared/documents/richtext.ts';
import { newRoomDoc, proposalRoot } from '../../../../../shared/documents/roots.ts';
import type { Side } from '../../../../../shared/sides.ts';
import { idFor } from '../../../../support/makeMember.ts';

export interface Writing {
  editor: Editor;
  doc: Y.Doc;
  suggests: boolean;
  refused: number;
  /** What is agreed just now. */
  agreed(): RichText;
  /** The words with every open suggestion accepted, or refused. */
  ended(accepted: boolean): RichText;
  close(): void;
}

let count = 0;

export function textOf(text: RichText): Y.Doc {
  const doc = newRoomDoc(1);
  writeRichText(proposalRoot(doc), text);
  return doc;
}

export function writeAs(name: string, side: Side, doc: Y.Doc, suggests = true): Writing {
  const by = idFor('mbr', name);
  const writing: Writing = {
    doc, suggests, refused: 0, editor: undefined as unknown as Editor,
    agreed: () => readRichText(proposalRoot(doc)),
    ended: accepted => endedOf(doc, accepted),
    close: () => { writing.editor.destroy(); },
  };
  writing.editor = new Editor({
    element: document.createElement('div'),
    extensions: [
      ...richTextExtensions(), FigureOnLine, LiveBlockNode, ...suggestionMarks(),
      Suggesting.configure({
        who: () => ({ by, side, fresh: () => ({ id: `sug_${name}${(count += 1)}`, by, side, at: 1_000 + count }) }),
        isOn: () => writing.suggests,
        onRefused: () => { writing.refused += 1; },
      }),
      Collaboration.configure({ fragment: proposalRoot(doc) }),
    ],
  });
  return writing;
}

/** On a copy: the text itself stays open. */
export function endedOf(doc: Y.Doc, accepted: boolean): RichText {
  const copy = newRoomDoc(2);
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  for (const { id } of openSuggestions(proposalRoot(copy))) settle(proposalRoot(copy), id, accepted);
  return readRichText(proposalRoot(copy));
}

/** As a page shows them: own keys on the caret, without a browser's help. */
export function press(editor: Editor, key: string): void {
  const { state } = editor;
  const { $from, empty } = state.selection;
  const event = new KeyboardEvent('keydown', { key });
  if (key === 'Enter' || (key === 'Backspace' && empty && $from.parentOffset === 0)) editor.view.someProp('handleKeyDown', handle => handle(editor.view, event));
  else if (key === 'Backspace' && empty && $from.nodeBefore && labelAt($from.nodeBefore, 'deletion')) {
    editor.view.dispatch(state.tr.delete($from.pos - 1, $from.pos)); // over a letter that is struck already, and on
    press(editor, key);
  } else if (key === 'Backspace') editor.view.dispatch(empty ? state.tr.delete($from.pos - 1, $from.pos) : state.tr.deleteSelection());
  else editor.view.dispatch(state.tr.insertText(key));
}
