/** One area as a heading and its notes as a list. */
import { Plus } from 'lucide-react';
import { AreaHeading } from './AreaHeading.tsx';
import { useCanvas, useMayWrite, useWords } from './CanvasContext.tsx';
import { ListNote } from './ListNote.tsx';
import type { ListSection } from './ListView.tsx';
import { areaTitle } from './naming.ts';
import { ToolButton } from './ToolButton.tsx';

export function ListArea({ section: { area, notes } }: { section: ListSection }) {
  const { desk, passing, slots } = useCanvas();
  const say = useWords();
  const mayWrite = useMayWrite();
  const add = (): void => {
    if (area) passing.editing.set(desk.addNoteIn(area.id) ?? null);
  };
  return (
    <section className="cv-list-area" data-area={area?.id}>
      <div className="cv-list-head">
        <h2>
          {area
            ? <AreaHeading area={area} count={notes.length} />
            : <span className="cv-heading"><span className="cv-heading-name">{say('noArea')}</span><span className="cv-heading-count">{notes.length}</span></span>}
        </h2>
        {area && slots.areaBadge?.(area.id)}
        {area && mayWrite && <ToolButton icon={Plus} name={say('addNoteIn', { area: areaTitle(say, area) })} onPress={add} />}
      </div>
      {notes.length === 0
        ? <p className="cv-quiet">{say('noNotesHere')}</p>
        : <ul className="cv-list-notes">{notes.map(note => <ListNote key={note.id} note={note} />)}</ul>}
    </section>
  );
}
