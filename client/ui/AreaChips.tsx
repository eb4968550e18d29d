/** The areas of the canvas a section stands on, one quiet chip each: as frozen into the text, or as the canvas is now. */
import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import { type AreaLink, type AreaShown, sayArea, sayGoneArea, sayNotes } from '../../shared/documents/sectionAreas.ts';
import './areaChips.css';
import { texts, useLanguage, useText } from './text.ts';

/** Areas that follow a canvas; the same object comes back until what it says has changed. */
export interface AreasOfNow {
  subscribe: (listener: () => void) => () => void;
  shown: (id: string) => AreaShown;
  /** Draws the way to an area on the canvas. */
  way: (id: string, name: string, inside: ReactNode) => ReactNode;
}

const Context = createContext<AreasOfNow | undefined>(undefined);
/** Left out where a text is frozen: it is drawn from itself, and leads nowhere. */
export const Areas = Context.Provider;

const TEXTS = texts('areaChips', {
  en: { areas: 'From the canvas', to: '{{name}}, {{notes}}: show on the canvas' },
  it: { areas: 'Dalla tavola', to: '{{name}}, {{notes}}: mostra sulla tavola' },
});

export function AreaChips({ areas }: { areas: readonly AreaLink[] }) {
  const say = useText(TEXTS);
  return (
    <ul className="area-chips" aria-label={say('areas')}>
      {areas.map(link => <li key={link.id}><AreaChip link={link} /></li>)}
    </ul>
  );
}

const NOTHING = (): (() => void) => () => undefined;

function AreaChip({ link: { id, shown: frozen } }: { link: AreaLink }) {
  const say = useText(TEXTS);
  const language = useLanguage();
  const now = useContext(Context);
  const living = useSyncExternalStore(now?.subscribe ?? NOTHING, () => (frozen ? undefined : now?.shown(id)));
  const shown = frozen ?? living;
  if (shown?.kind !== 'area') return <span className="area-chip" data-gone>{sayGoneArea(language)}</span>;
  const [name, notes] = [sayArea(language, shown), sayNotes(language, shown.notes)];
  const inside = <><span className="area-dot" data-area={shown.area} aria-hidden />{name}<span className="area-count">{notes}</span></>;
  return !frozen && now ? now.way(id, say('to', { name, notes }), inside) : <span className="area-chip">{inside}</span>;
}
