/**
 * Pasting: Markdown becomes rich text, and what is too much for one step gets a sentence. With Shift (paste as plain
 * text), within code and beside HTML that says more, nothing is changed.
 */
import { type Editor, Extension } from '@tiptap/core';
import { Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { LIMITS } from '../../../../shared/limits.ts';
import { asJson } from '../areas/areaItems.ts';
import { looksLikeMarkdown } from './looksLikeMarkdown.ts';

interface Options {
  /** Something was too long to be pasted at once. */
  onTooLong: () => void;
}

export const MarkdownPaste = Extension.create<Options>({
  name: 'markdownPaste',
  priority: 900, // before the editor's own ideas of a pasted address
  addOptions: () => ({ onTooLong: () => undefined }),
  addProseMirrorPlugins() {
    const { editor, options } = this;
    let shift = false;
    return [new Plugin({
      props: {
        handleDOMEvents: {
          keydown: (_view, event) => noted(() => { shift = event.shiftKey; }),
          keyup: (_view, event) => noted(() => { shift = event.shiftKey; }),
        },
        handlePaste: (_view, { clipboardData }) => {
          if (!clipboardData) return false;
          const text = clipboardData.getData('text/plain');
          if (isTooLong(text, clipboardData.getData('text/html'))) return handled(options.onTooLong);
          if (shift || editor.isActive('codeBlock') || saysMore(clipboardData) || !looksLikeMarkdown(text)) return false;
          return handled(() => { void pasteMarkdown(editor, text); });
        },
      },
    })];
  },
});

function noted(act: () => void): false {
  act();
  return false;
}
function handled(act: () => void): true {
  act();
  return true;
}

const isTooLong = (text: string, html: string): boolean => text.length > LIMITS.pastedCharacters || html.length > LIMITS.pastedMarkup;

/** HTML beside the words is what they looked like; only code editors send it for words that are Markdown all the same. */
const saysMore = (data: DataTransfer): boolean => data.getData('text/html') !== '' && !data.types.includes('vscode-editor-data');

/** The reader of Markdown comes with the first one that is pasted. */
async function pasteMarkdown(editor: Editor, text: string): Promise<void> {
  const { fromMarkdown } = await import('./fromMarkdown.ts');
  if (editor.isDestroyed || !editor.isEditable) return;
  const { content } = editor.schema.nodeFromJSON({ type: 'doc', content: fromMarkdown(text).map(asJson) });
  editor.view.dispatch(editor.state.tr.replaceSelection(Slice.maxOpen(content)).scrollIntoView().setMeta('paste', true));
}
