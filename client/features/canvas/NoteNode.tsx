/** A note on the board: card, frame when chosen, corners to resize it, points to draw lines from. */
import { type NodeProps, NodeToolbar, Position } from '@xyflow/react';
import { memo, useEffect, useRef } from 'react';
import type { Note } from '../../../shared/documents/canvas.ts';
import { useCanvas, useElement, useIsEditing, useNoteText, useWords } from './CanvasContext.tsx';
import { Corners } from './Corners.tsx';
import { focusElement } from './focusElement.ts';
import { FormatBar } from './FormatBar.tsx';
import { paperOf } from './kinds.ts';
import { LinePoints } from './LinePoints.tsx';
import { NoteCard } from './NoteCard.tsx';
import { noteWords } from './naming.ts';
import { useIsFar } from './useIsFar.ts';
import { usePointed } from './usePointed.ts';

const LEAST = { w: 112, h: 64 };

export const NoteNode = memo(function NoteNode({ id, selected, height }: NodeProps) {
  const note = useElement(id);
  const editing = useIsEditing(id);
  const [pointed, watch] = usePointed();
  if (note?.type !== 'note') return null;
  return (
    <>
      <NoteName note={note} watch={watch} />
      <NoteOnBoard note={note} height={height} />
      {selected && !editing && <Corners id={id} least={LEAST} locked={note.locked} />}
      <LinePoints id={id} pointed={pointed} whole />
    </>
  );
});

function NoteOnBoard({ note, height }: { note: Note; height: number | undefined }) {
  const far = useIsFar();
  const editing = useIsEditing(note.id);
  const { passing } = useCanvas();
  const leave = (byKey: boolean): void => {
    if (passing.editing.get() === note.id) passing.editing.set(null);
    if (byKey) focusElement(note.id);
  };
  const bare = far && !editing;
  // Without its words a card keeps the height that they gave it.
  const least = bare ? height : note.h;
  const style = least ? { minHeight: least } : undefined;
  return (
    <div className="cv-note-place" style={style}>
      {bare ? <div className="cv-note cv-note-far" data-paper={paperOf(note)} data-kind={note.kind} /> : (
        <NoteCard
          note={note} onLeave={leave}
          bar={editor => <NodeToolbar nodeId={note.id} isVisible position={Position.Top} offset={14}><FormatBar editor={editor} /></NodeToolbar>}
        />
      )}
      {editing && <ScrollIntoView />}
    </div>
  );
}

/** What a screen reader says of the card as a whole. */
function NoteName({ note, watch }: { note: Note; watch: ReturnType<typeof usePointed>[1] }) {
  const { store } = useCanvas();
  const say = useWords();
  useNoteText(note.id);
  return (
    <span ref={watch} id={`cv-name-${note.id}`} className="ins-hidden">
      {say('noteName', { kind: say(`kind_${note.kind}`), text: noteWords(say, store, note.id, 120) })}
    </span>
  );
}

/** A keyboard on a phone covers half the board: the note being written in stays in sight. */
function ScrollIntoView() {
  const here = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const view = window.visualViewport;
    const show = (): void => here.current?.scrollIntoView({ block: 'nearest' });
    view?.addEventListener('resize', show);
    return () => view?.removeEventListener('resize', show);
  }, []);
  return <span ref={here} />;
}
