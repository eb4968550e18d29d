/** An area: a tinted ground with a heading and a count. Only its heading catches the pointer, its ground lets it through. */
import { type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { Area } from '../../../shared/documents/canvas.ts';
import { AreaHeading } from './AreaHeading.tsx';
import { useAttention, useCanvas, useElement, useIsEditing, useMayWrite, useMembersOf, useWords } from './CanvasContext.tsx';
import { Corners } from './Corners.tsx';
import { focusElement } from './focusElement.ts';
import { LinePoints } from './LinePoints.tsx';
import { areaTitle } from './naming.ts';
import { usePointed } from './usePointed.ts';
import { TitleField } from './TitleField.tsx';

const LEAST = { w: 160, h: 120 };

export const AreaNode = memo(function AreaNode({ id, selected }: NodeProps) {
  const area = useElement(id);
  const [pointed, watch] = usePointed();
  if (area?.type !== 'area') return null;
  return (
    <>
      <AreaOnBoard area={area} watch={watch} />
      {selected && <Corners id={id} least={LEAST} locked={area.locked} />}
      <LinePoints id={id} pointed={pointed} />
    </>
  );
});

function AreaOnBoard({ area, watch }: { area: Area; watch: ReturnType<typeof usePointed>[1] }) {
  const { desk, passing, slots } = useCanvas();
  const say = useWords();
  const count = useMembersOf(area.id).length;
  const { selectedBy } = useAttention(area.id);
  const editing = useIsEditing(area.id);
  const leave = (): void => {
    passing.editing.set(null);
    focusElement(area.id);
  };
  const rename = (title: string): void => {
    leave();
    desk.change(new Map([[area.id, { title: title === say(area.kind) ? '' : title }]]));
  };
  return (
    <div className="cv-area" data-paper={area.kind} data-other={selectedBy[0]?.side}>
      <span ref={watch} id={`cv-name-${area.id}`} className="ins-hidden">{say('areaName', { name: areaTitle(say, area), count })}</span>
      <div className="cv-area-head" data-locked={area.locked || undefined}>
        {editing
          ? <TitleField name={say('areaTitle')} value={areaTitle(say, area)} onDone={rename} onCancel={leave} />
          : <><AreaHeading area={area} count={count} />{slots.areaBadge?.(area.id)}</>}
      </div>
      {count === 0 && !editing && <AreaQuestion kind={area.kind} />}
    </div>
  );
}

/** What an empty area asks for, so that whoever begins need not guess; gone with the first note. */
export function AreaQuestion({ kind }: Pick<Area, 'kind'>) {
  const say = useWords();
  const mayWrite = useMayWrite();
  return (
    <p className="cv-area-ask">
      {say(`ask_${kind}`)}
      {mayWrite && <span className="cv-area-how">{say('askHow')}</span>}
    </p>
  );
}
