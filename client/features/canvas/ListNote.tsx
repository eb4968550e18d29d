/** One note in the list: pressing it writes in it, its menu does the rest. */
import { Menu } from '@mantine/core';
import { Copy, Ellipsis, FolderInput, MessageSquare, PenLine, Spline, Trash2 } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import type { Note } from '../../../shared/documents/canvas.ts';
import { undoToast } from '../../ui/undoToast.tsx';
import { useReadable } from '../../collab/CollabContext.tsx';
import { useCanvas, useIsEditing, useMayWrite, useNoteText, useWords } from './CanvasContext.tsx';
import { copied } from './clipboard.ts';
import { FormatBar } from './FormatBar.tsx';
import { NoteCard } from './NoteCard.tsx';
import { noteWords } from './naming.ts';
import { ToolButton } from './ToolButton.tsx';

/** Drawn again only when the note itself changes, not with everything that happens on the board. */
export const ListNote = memo(function ListNote({ note }: { note: Note }) {
  const { passing, store } = useCanvas();
  const say = useWords();
  const mayWrite = useMayWrite();
  const editing = useIsEditing(note.id);
  const opener = useRef<HTMLButtonElement>(null);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (editing) item.current?.scrollIntoView({ block: 'nearest' });
  }, [editing]);
  const leave = (byKey: boolean): void => {
    if (passing.editing.get() === note.id) passing.editing.set(null);
    if (byKey) requestAnimationFrame(() => opener.current?.focus());
  };
  useNoteText(note.id);
  const title = noteWords(say, store, note.id);
  return (
    <li ref={item} className="cv-list-note" data-note={note.id}>
      {mayWrite && !note.locked && !editing && (
        <button ref={opener} type="button" className="cv-list-open" aria-label={say('editNote', { title })} onClick={() => passing.editing.set(note.id)} />
      )}
      <NoteCard note={note} onLeave={leave} bar={editor => <FormatBar editor={editor} />}>
        <Lines id={note.id} />
        {!editing && <NoteMenu note={note} title={title} />}
      </NoteCard>
    </li>
  );
});

/** How many lines of the board end here. */
function Lines({ id }: { id: string }) {
  const { store } = useCanvas();
  const say = useWords();
  useReadable(store.order);
  const count = store.elements().filter(element => element.type === 'connector' && (element.from === id || element.to === id)).length;
  if (count === 0) return null;
  return (
    <span className="cv-list-lines">
      <Spline size={15} strokeWidth={1.75} aria-hidden />
      <span aria-hidden>{count}</span>
      <span className="ins-hidden">{say('lines', { count })}</span>
    </span>
  );
}

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

function NoteMenu({ note, title }: { note: Note; title: string }) {
  const { desk, store, passing, slots } = useCanvas();
  const say = useWords();
  const mayWrite = useMayWrite();
  if (!mayWrite && !slots.notePanel) return null;
  const remove = (): void => {
    desk.remove([note.id]);
    undoToast(say('removed'), () => desk.undo());
  };
  return (
    <span className="cv-list-menu">
      <Menu position="bottom-end">
        <Menu.Target><ToolButton icon={Ellipsis} name={say('actionsFor', { title })} /></Menu.Target>
        <Menu.Dropdown className="cv-menu">
          {slots.notePanel && <Menu.Item leftSection={<MessageSquare {...ICON} />} onClick={() => passing.panel.set(note.id)}>{say('comments')}</Menu.Item>}
          {mayWrite && (
            <>
              {!note.locked && <Menu.Item leftSection={<PenLine {...ICON} />} onClick={() => passing.editing.set(note.id)}>{say('edit')}</Menu.Item>}
              <Menu.Item leftSection={<FolderInput {...ICON} />} onClick={() => passing.asking.set({ kind: 'moveToArea', ids: [note.id] })}>{say('moveToArea')}</Menu.Item>
              <Menu.Item leftSection={<Spline {...ICON} />} onClick={() => passing.asking.set({ kind: 'connectTo', from: note.id })}>{say('connectTo')}</Menu.Item>
              <Menu.Item leftSection={<Copy {...ICON} />} onClick={() => desk.duplicate(copied([note], id => store.text(id)))}>{say('duplicate')}</Menu.Item>
              {!note.locked && <Menu.Item leftSection={<Trash2 {...ICON} />} onClick={remove}>{say('remove')}</Menu.Item>}
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}
