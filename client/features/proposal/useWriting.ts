/** The editor on a room's proposal: our schema, everybody's text, one's own undo, carets of others. */
import { type Editor, Extension } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { Placeholder } from '@tiptap/extensions';
import { useEditor } from '@tiptap/react';
import { useEffect } from 'react';
import { proposalRoot } from '../../../shared/documents/roots.ts';
import type { LiveRoom } from '../../collab/types.ts';
import { richTextExtensions } from '../../ui/richTextExtensions.ts';
import { Carets, type WriterOf } from '../../collab/carets.ts';
import { SeenCaret } from '../../collab/seenCaret.ts';
import type { SectionLinks } from './areas/SectionLinks.ts';
import { MarkdownPaste } from './markdown/MarkdownPaste.ts';
import { CARET_FIELD } from './caretField.ts';
import { figureExtensions } from './figureViews.tsx';
import type { SlashItem } from './slashItems.ts';
import type { SlashMenu } from './SlashMenu.ts';
import type { Suggestions } from './suggestions/Suggestions.ts';
import type { Asked } from '../../../shared/documents/shown.ts';

interface Writing {
  room: LiveRoom;
  writerOf: WriterOf;
  mayWrite: boolean;
  /** What the text is called to a screen reader, and what an empty one invites to. */
  label: string;
  placeholder: (isEmpty: boolean) => string;
  onLink: () => void;
  menu: SlashMenu;
  suggestions: Suggestions;
  /** Where the chips of linked sections stand. */
  links: SectionLinks;
  /** More was pasted than fits into one step. */
  onTooLong: () => void;
  /** What the menu offers just now, where the caret is. */
  itemsOf: (editor: Editor) => SlashItem[];
  /** A figure in words, for copies into other programs. */
  sayFigure: (asked: Asked) => string;
}

/** A new document (the page rebuilt its copy) is a new editor. */
export function useWriting({ room, writerOf, mayWrite, label, placeholder, onLink, menu, suggestions, links, onTooLong, itemsOf, sayFigure }: Writing): Editor {
  const editor = useEditor(
    {
      extensions: [
        ...richTextExtensions(),
        ...figureExtensions(sayFigure),
        ...suggestions.extensions(),
        Collaboration.configure({ fragment: proposalRoot(room.doc) }),
        SeenCaret.configure({ doc: room.doc }),
        Placeholder.configure({ placeholder: ({ editor: current, node }) => (node.type.name === 'paragraph' ? placeholder(current.isEmpty) : '') }),
        Carets.configure({ room, writerOf, field: CARET_FIELD }),
        Keys.configure({ onLink }),
        menu.extension(itemsOf),
        links.extension(),
        MarkdownPaste.configure({ onTooLong }),
      ],
      editable: mayWrite,
      // The editor's own reading of signs would touch plain text too; Markdown is read by `MarkdownPaste`.
      enablePasteRules: ['link'],
      injectCSS: false, // the content policy allows no styles that come from scripts; ours are in writing.css
      shouldRerenderOnTransaction: false,
      editorProps: { attributes: { class: 'rich proposal-text', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label } },
    },
    [room.doc, suggestions],
  );
  useEffect(() => {
    suggestions.attach(editor);
    return () => { suggestions.attach(undefined); };
  }, [editor, suggestions]);
  useEffect(() => {
    if (editor.isEditable !== mayWrite) editor.setEditable(mayWrite, false);
  }, [editor, mayWrite]);
  return editor;
}

const Keys = Extension.create<{ onLink: () => void }>({
  name: 'proposalKeys',
  addOptions: () => ({ onLink: () => undefined }),
  addKeyboardShortcuts() {
    return {
      'Mod-k': () => {
        this.options.onLink();
        return true;
      },
    };
  },
});
