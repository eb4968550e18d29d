/** The curve of a line between two things: from the middles of the sides that face each other. Pure numbers. */
import { getBezierPath, type InternalNode, Position } from '@xyflow/react';
import { type Box, middleOf, type Point } from './geometry.ts';

export interface Curve {
  path: string;
  middle: Point;
}

export function boxOfNode(node: InternalNode): Box {
  const { x, y } = node.internals.positionAbsolute;
  return { x, y, w: node.measured.width ?? 0, h: node.measured.height ?? 0 };
}

/** Air between a card and the tip of a line. */
const AIR = 7;

export function lineBetween(from: Box, to: Box): Curve {
  const [start, end] = facingSides(from, to);
  const source = pointAt(from, start);
  const target = pointAt(to, end);
  const [path, x, y] = getBezierPath({
    sourceX: source.x, sourceY: source.y, sourcePosition: start, targetX: target.x, targetY: target.y, targetPosition: end, curvature: 0.3,
  });
  return { path, middle: { x, y } };
}

/** Across when there is more room across, else up and down. */
export function facingSides(from: Box, to: Box): [Position, Position] {
  const [a, b] = [middleOf(from), middleOf(to)];
  const across = Math.abs(a.x - b.x) - (from.w + to.w) / 2;
  const down = Math.abs(a.y - b.y) - (from.h + to.h) / 2;
  if (across > down) return a.x < b.x ? [Position.Right, Position.Left] : [Position.Left, Position.Right];
  return a.y < b.y ? [Position.Bottom, Position.Top] : [Position.Top, Position.Bottom];
}

export function pointAt(box: Box, side: Position): Point {
  const { x, y } = middleOf(box);
  switch (side) {
    case Position.Top: return { x, y: box.y - AIR };
    case Position.Bottom: return { x, y: box.y + box.h + AIR };
    case Position.Left: return { x: box.x - AIR, y };
    case Position.Right: return { x: box.x + box.w + AIR, y };
  }
}
