/** One thing on the small map: areas and notes in their papers, doubts dashed, strokes as faint boxes. */
import type { MiniMapNodeProps } from '@xyflow/react';
import { useElement } from './CanvasContext.tsx';
import { paperOf } from './kinds.ts';

export function MapNode({ id, x, y, width, height }: MiniMapNodeProps) {
  const element = useElement(id);
  if (!element || element.type === 'connector' || element.type === 'ink') return null;
  const [paper, kind] = element.type === 'area' ? [element.kind, 'area'] : [paperOf(element), element.kind];
  return <rect className="cv-map" data-paper={paper} data-kind={kind} x={x} y={y} width={width} height={height} rx={element.type === 'area' ? 14 : 6} />;
}
