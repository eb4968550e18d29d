/** The line that follows the pointer while somebody draws a connector. */
import { type ConnectionLineComponentProps, getBezierPath, Position } from '@xyflow/react';
import { boxOfNode, facingSides, lineBetween, pointAt } from './lineBetween.ts';

export function ConnectionInTheMaking({ fromNode, toNode, toX, toY }: ConnectionLineComponentProps) {
  const from = boxOfNode(fromNode);
  if (toNode && toNode.id !== fromNode.id) return <Line path={lineBetween(from, boxOfNode(toNode)).path} />;
  const [start] = facingSides(from, { x: toX, y: toY, w: 0, h: 0 });
  const source = pointAt(from, start);
  const [path] = getBezierPath({
    sourceX: source.x, sourceY: source.y, sourcePosition: start, targetX: toX, targetY: toY, targetPosition: OPPOSITE[start], curvature: 0.3,
  });
  return <Line path={path} />;
}

const OPPOSITE: Record<Position, Position> = {
  [Position.Left]: Position.Right, [Position.Right]: Position.Left, [Position.Top]: Position.Bottom, [Position.Bottom]: Position.Top,
};

const Line = ({ path }: { path: string }) => <path className="cv-line-making" d={path} markerEnd="url(#cv-arrow-chosen)" />;
