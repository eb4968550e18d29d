/** A line between two things, with an arrow and perhaps a label. It finds its own way to the sides that face each other. */
import { BaseEdge, EdgeLabelRenderer, type EdgeProps, useInternalNode } from '@xyflow/react';
import { memo } from 'react';
import { useAttention, useCanvas, useElement, useIsEditing, useWords } from './CanvasContext.tsx';
import { focusElement } from './focusElement.ts';
import { boxOfNode, type Curve, lineBetween } from './lineBetween.ts';
import { nameOf } from './naming.ts';
import { TitleField } from './TitleField.tsx';

export const ConnectorEdge = memo(function ConnectorEdge({ id, source, target, selected }: EdgeProps) {
  const [from, to] = [useInternalNode(source), useInternalNode(target)];
  const origin = useElement(source);
  const { selectedBy } = useAttention(id);
  const line = useElement(id);
  const { store } = useCanvas();
  const say = useWords();
  if (!from || !to || !line) return null;
  const curve = lineBetween(boxOfNode(from), boxOfNode(to));
  const doubtful = origin?.type === 'note' && origin.kind === 'doubt';
  return (
    <>
      <g className="cv-line" data-doubt={doubtful || undefined} data-chosen={selected || undefined} data-other={selectedBy[0]?.side}>
        <title id={`cv-name-${id}`}>{nameOf(say, store, line)}</title>
        <BaseEdge path={curve.path} markerEnd={selected ? 'url(#cv-arrow-chosen)' : 'url(#cv-arrow)'} interactionWidth={22} />
      </g>
      <Label id={id} at={curve.middle} />
    </>
  );
});

function Label({ id, at }: { id: string; at: Curve['middle'] }) {
  const { desk, passing } = useCanvas();
  const say = useWords();
  const line = useElement(id);
  const editing = useIsEditing(id);
  if (line?.type !== 'connector' || (!editing && line.label === '')) return null;
  const leave = (): void => {
    passing.editing.set(null);
    focusElement(id);
  };
  const rename = (label: string): void => {
    leave();
    desk.change(new Map([[id, { label }]]));
  };
  return (
    <EdgeLabelRenderer>
      <div className="cv-line-label nopan" style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }}>
        {editing
          ? <TitleField name={say('lineLabel')} value={line.label} onDone={rename} onCancel={leave} />
          : line.label}
      </div>
    </EdgeLabelRenderer>
  );
}

/** The arrow heads, once for the whole board. */
export function Arrows() {
  return (
    <svg className="cv-arrows" aria-hidden>
      <defs>
        {['cv-arrow', 'cv-arrow-chosen'].map(id => (
          <marker key={id} id={id} viewBox="0 0 12 12" refX="9" refY="6" markerWidth="13" markerHeight="13" markerUnits="userSpaceOnUse" orient="auto-start-reverse">
            <path className={id} d="M3 2 L9.5 6 L3 10" />
          </marker>
        ))}
      </defs>
    </svg>
  );
}
