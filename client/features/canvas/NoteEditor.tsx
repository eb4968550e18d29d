/**
 * The words of one note while they are being written: the only editor on the board. It leaves on Escape, when the
 * focus goes elsewhere, and keeps its own undo, apart from the board's steps.
 */
import type { Editor } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { type ReactNode, useEffect, useRef } from 'react';
import type * as Y from 'yjs';
import { useCanvas, useMayWrite, useWords } from './CanvasContext.tsx';
import { noteExtensions } from './noteExtensions.ts';

interface Props {
  text: Y.XmlFragment;
  /** Called when writing ends; `byKey` when a key asked for it, so that the focus goes back to the note. */
  onLeave: (byKey: boolean) => void;
  /** Where the buttons for bold and lists are drawn. */
  bar?: (editor: Editor) => ReactNode;
}

export function NoteEditor({ text, onLeave, bar }: Props) {
  const { room, people } = useCanvas();
  const mayWrite = useMayWrite();
  const say = useWords();
  const leave = useRef(onLeave);
  useEffect(() => {
    leave.current = onLeave;
  });
  const editor = useEditor({
    extensions: noteExtensions({
      text,
      room,
      writerOf: clientId => people.writerOf(clientId),
      placeholder: say('write'),
    }),
    injectCSS: false, // the page's policy forbids styles that a script writes
    autofocus: 'end',
    editable: mayWrite,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: { class: 'rich cv-words', 'aria-label': say('noteText'), role: 'textbox', 'aria-multiline': 'true' },
      handleKeyDown: (_view, event) => {
        const leaves = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
        if (leaves) leave.current(true);
        return leaves;
      },
    },
    onBlur: ({ event }) => {
      if (!staysInNote(event)) leave.current(false);
    },
  }, [text]);
  useEffect(() => editor.setEditable(mayWrite, false), [editor, mayWrite]);
  return (
    <>
      {bar?.(editor)}
      <EditorContent editor={editor} className="cv-editor nodrag nopan nowheel nokey" />
    </>
  );
}

/** The formatting buttons and the field for a link's address belong to the note. */
function staysInNote(event: FocusEvent): boolean {
  const next = event.relatedTarget;
  if (next instanceof Element) return next.closest('[data-note-bar]') !== null;
  // The window lost the focus, not the note: whoever comes back goes on writing.
  return !document.hasFocus();
}
