/** One chip for each kind of area with how many notes lie in it; choosing one shows it alone. */
import type { AreaKind } from '../../../shared/documents/canvas.ts';
import { useCanvas, useWords } from './CanvasContext.tsx';
import { useReadable } from '../../collab/CollabContext.tsx';
import { AREA_ICON, AREA_KINDS } from './kinds.ts';
import type { ListSection } from './ListView.tsx';

export function ListChips({ sections }: { sections: readonly ListSection[] }) {
  const { passing } = useCanvas();
  const say = useWords();
  const only = useReadable(passing.only);
  const kinds = AREA_KINDS.filter(kind => sections.some(({ area }) => area?.kind === kind));
  if (kinds.length < 2) return null;
  const choose = (kind: AreaKind | null): void => passing.only.set(kind);
  return (
    <div className="cv-chips" role="group" aria-label={say('areas')}>
      <button type="button" className="cv-chip" aria-pressed={only === null} onClick={() => choose(null)}>{say('all')} {countOf(sections)}</button>
      {kinds.map(kind => {
        const Icon = AREA_ICON[kind];
        return (
          <button key={kind} type="button" className="cv-chip" data-paper={kind} aria-pressed={only === kind} onClick={() => choose(only === kind ? null : kind)}>
            <Icon size={17} strokeWidth={1.75} aria-hidden />
            {say(kind)} {countOf(sections.filter(({ area }) => area?.kind === kind))}
          </button>
        );
      })}
    </div>
  );
}

const countOf = (sections: readonly ListSection[]): number => sections.reduce((sum, { notes }) => sum + notes.length, 0);
