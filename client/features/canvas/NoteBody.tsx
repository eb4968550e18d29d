/** The words of a note: drawn from plain data, or an editor in the one note that is being written in. */
import type { Editor } from '@tiptap/core';
import type { ReactNode } from 'react';
import { noteText } from '../../../shared/documents/canvas.ts';
import { isBlock } from '../../../shared/documents/richtext.ts';
import { RichTextView } from '../../ui/RichTextView.tsx';
import { useCanvas, useIsEditing, useNoteText, useWords } from './CanvasContext.tsx';
import { NoteEditor } from './NoteEditor.tsx';

interface Props {
  id: string;
  onLeave: (byKey: boolean) => void;
  bar?: (editor: Editor) => ReactNode;
}

export function NoteBody({ id, onLeave, bar }: Props) {
  const { store } = useCanvas();
  const editing = useIsEditing(id);
  const fragment = editing ? noteText(store.doc, id) : undefined;
  return fragment ? <NoteEditor text={fragment} onLeave={onLeave} {...(bar && { bar })} /> : <NoteWords id={id} />;
}

/** Headings inside a note are small and lie under the area's own. */
const HEADINGS = ['h4', 'h5', 'h6'] as const;

function NoteWords({ id }: { id: string }) {
  const say = useWords();
  const text = useNoteText(id);
  const empty = text.every(block => isBlock(block) && block.type !== 'horizontalRule' && block.content.length === 0);
  return empty ? <p className="cv-words cv-words-none">{say('emptyNote')}</p> : <RichTextView text={text} headings={HEADINGS} className="cv-words" />;
}
