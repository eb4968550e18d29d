/** A freehand stroke. It lies above notes, so only the stroke itself catches the pointer, never its box. */
import { type NodeProps } from '@xyflow/react';
import { getStroke } from 'perfect-freehand';
import { memo, useMemo } from 'react';
import type { Ink } from '../../../shared/documents/canvas.ts';
import { useAttention, useElement, useWords } from './CanvasContext.tsx';
import { boxOfInk } from './elements.ts';

export const InkNode = memo(function InkNode({ id, selected }: NodeProps) {
  const ink = useElement(id);
  return ink?.type === 'ink' ? <InkStroke ink={ink} selected={selected} /> : null;
});

function InkStroke({ ink, selected }: { ink: Ink; selected: boolean }) {
  const say = useWords();
  const { selectedBy } = useAttention(ink.id);
  const path = useMemo(() => strokePath(ink.points, ink.thickness), [ink.points, ink.thickness]);
  const { w, h } = boxOfInk(ink);
  return (
    <>
      <span id={`cv-name-${ink.id}`} className="ins-hidden">{say('inkName')}</span>
      <svg className="cv-ink" data-ink={ink.colour} data-other={selectedBy[0]?.side} width={w} height={h} aria-hidden>
        <path className="cv-ink-reach" d={path} />
        <path className="cv-ink-stroke" d={path} />
      </svg>
      {selected && <span className="cv-frame" aria-hidden />}
    </>
  );
}

/** The outline of a stroke as an SVG path; `numbers` are x, y and pressure of each point. */
export function strokePath(numbers: readonly number[], thickness: number): string {
  const points: [number, number, number][] = [];
  for (let nth = 0; nth + 2 < numbers.length; nth += 3) points.push([numbers[nth] ?? 0, numbers[nth + 1] ?? 0, numbers[nth + 2] ?? 0.5]);
  const outline = getStroke(points, { size: thickness, thinning: 0.35, smoothing: 0.6, streamline: 0.4, simulatePressure: false });
  const [first, ...rest] = outline.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  return first === undefined ? '' : `M${first}L${rest.join('L')}Z`;
}
