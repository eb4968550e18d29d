/**
 * What the editor of a note understands: every block of the common schema, even those nobody makes in a note,
 * because an editor that does not know a block removes it for everybody. To it come the shared text, with an undo
 * of its own, a placeholder and the carets of others.
 */
import type { Extensions } from '@tiptap/core';
import Collaboration from '@tiptap/extension-collaboration';
import { Placeholder } from '@tiptap/extensions';
import type * as Y from 'yjs';
import { type CaretOptions, Carets, type WriterOf } from '../../collab/carets.ts';
import { SeenCaret } from '../../collab/seenCaret.ts';
import { richTextExtensions } from '../../ui/richTextExtensions.ts';

interface Wishes {
  text: Y.XmlFragment;
  room: CaretOptions['room'];
  writerOf: WriterOf;
  placeholder: string;
}

export function noteExtensions({ text, room, writerOf, placeholder }: Wishes): Extensions {
  return [
    ...richTextExtensions(),
    Placeholder.configure({ placeholder, showOnlyCurrent: false }),
    Collaboration.configure({ fragment: text }),
    SeenCaret.configure({ doc: text.doc }),
    Carets.configure({ room, writerOf, field: 'noteCaret' }),
  ];
}
