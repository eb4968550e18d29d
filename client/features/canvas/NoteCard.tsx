/** A note as a card, the same on the board and in the list: its kind, its words, its foot. */
import type { Editor } from '@tiptap/core';
import type { ReactNode } from 'react';
import type { Note } from '../../../shared/documents/canvas.ts';
import { useAttention, useIsEditing, useWords } from './CanvasContext.tsx';
import { NOTE_ICON, paperOf, SPEAKING_KINDS } from './kinds.ts';
import { NoteBody } from './NoteBody.tsx';
import { NoteFoot } from './NoteFoot.tsx';

interface Props {
  note: Note;
  onLeave: (byKey: boolean) => void;
  bar?: (editor: Editor) => ReactNode;
  children?: ReactNode;
}

export function NoteCard({ note, onLeave, bar, children }: Props) {
  const { selectedBy, writing } = useAttention(note.id);
  const editing = useIsEditing(note.id);
  const other = writing ?? selectedBy[0];
  return (
    <div
      className="cv-note" data-paper={paperOf(note)} data-kind={note.kind}
      data-editing={editing || undefined} data-other={other?.side} data-writing={writing ? true : undefined}
    >
      {SPEAKING_KINDS.has(note.kind) && <KindLine kind={note.kind} />}
      <NoteBody id={note.id} onLeave={onLeave} {...(bar && { bar })} />
      <NoteFoot id={note.id} />
      {children}
    </div>
  );
}

function KindLine({ kind }: { kind: Note['kind'] }) {
  const say = useWords();
  const Icon = NOTE_ICON[kind];
  return (
    <div className="cv-kind">
      <Icon size={15} strokeWidth={1.75} aria-hidden />
      {say(`kind_${kind}`)}
    </div>
  );
}
