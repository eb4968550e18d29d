/** Icon, name and count of an area; on the board, in the list and in menus alike. */
import type { Area } from '../../../shared/documents/canvas.ts';
import { useWords } from './CanvasContext.tsx';
import { AREA_ICON } from './kinds.ts';
import { areaTitle } from './naming.ts';

interface Props {
  area: Pick<Area, 'kind' | 'title'>;
  count?: number;
}

export function AreaHeading({ area, count }: Props) {
  const say = useWords();
  const Icon = AREA_ICON[area.kind];
  return (
    <span className="cv-heading" data-paper={area.kind}>
      <Icon size={19} strokeWidth={1.75} aria-hidden />
      <span className="cv-heading-name">{areaTitle(say, area)}</span>
      {count !== undefined && <span className="cv-heading-count">{count}</span>}
    </span>
  );
}
