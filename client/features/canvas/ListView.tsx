/**
 * The canvas as headings and lists: the same notes in the order of the areas, for phones, for keyboards and for
 * people who hear the page. Everything that can be written on the board can be written here.
 */
import { Search, X } from 'lucide-react';
import { useState } from 'react';
import { type Area, byArea, type Note } from '../../../shared/documents/canvas.ts';
import { plainText } from '../../../shared/documents/richtext.ts';
import { EmptyPlace } from '../../ui/EmptyPlace.tsx';
import { useCanvas, useWords } from './CanvasContext.tsx';
import { useReadable } from '../../collab/CollabContext.tsx';
import { EmptyList } from './EmptyList.tsx';
import './list.css';
import { ListArea } from './ListArea.tsx';
import { ListChips } from './ListChips.tsx';
import { NewNoteButton } from './NewNoteButton.tsx';
import { ToolButton } from './ToolButton.tsx';
import { useAreaInList } from './useShownArea.ts';
import { useListKeys } from './useListKeys.ts';
import { ViewSwitch } from './ViewSwitch.tsx';

export interface ListSection {
  /** Null for what lies outside of all areas. */
  area: Area | null;
  notes: readonly Note[];
}

export function ListView({ onBoard, shownArea }: { onBoard: () => void; shownArea: string | null }) {
  const { store, passing } = useCanvas();
  const say = useWords();
  useReadable(store.revision);
  useListKeys();
  useAreaInList(shownArea);
  const only = useReadable(passing.only);
  const [search, setSearch] = useState<string | null>(null);
  const all = sectionsOf(byArea(store.elements()));
  const fits = (note: Note): boolean => !search || plainText(store.text(note.id)).toLocaleLowerCase().includes(search.toLocaleLowerCase());
  const shown = all
    .filter(({ area }) => only === null || area?.kind === only)
    .map(({ area, notes }) => ({ area, notes: notes.filter(fits) }))
    .filter(({ notes }) => !search || notes.length > 0);
  return (
    <div className="cv-list" data-board>
      <div className="cv-list-top">
        <ViewSwitch view="list" onChange={onBoard} />
        {search === null
          ? <span className="cv-list-search"><ToolButton icon={Search} name={say('searchNotes')} onPress={() => setSearch('')} /></span>
          : <SearchField typed={search} onType={setSearch} />}
      </div>
      <ListChips sections={all} />
      {all.length === 0 && <EmptyList />}
      {shown.map(section => <ListArea key={section.area?.id ?? 'outside'} section={section} />)}
      {all.length > 0 && shown.length === 0 && <EmptyPlace>{say('nothingFound')}</EmptyPlace>}
      <NewNoteButton />
    </div>
  );
}

function sectionsOf({ areas, loose }: ReturnType<typeof byArea>): ListSection[] {
  return loose.length > 0 ? [...areas, { area: null, notes: loose }] : areas;
}

function SearchField({ typed, onType }: { typed: string; onType: (typed: string | null) => void }) {
  const say = useWords();
  return (
    <span className="cv-list-searching">
      <input
        className="cv-field" type="search" aria-label={say('searchNotes')} placeholder={say('search')} value={typed}
        ref={field => field?.focus()} onChange={event => onType(event.target.value)}
        onKeyDown={event => event.key === 'Escape' && onType(null)}
      />
      <ToolButton icon={X} name={say('closeSearch')} onPress={() => onType(null)} />
    </span>
  );
}
