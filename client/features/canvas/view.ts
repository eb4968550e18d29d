/** Where this window stood on a board, kept for the next look at it in this tab. */
import type { Viewport } from '@xyflow/react';
import * as z from 'zod';
import type { LiveRoom } from '../../collab/types.ts';
import { boxOf } from './elements.ts';
import { boundsOf } from './geometry.ts';
import type { CanvasStore } from './store.ts';

const Kept = z.object({ x: z.number(), y: z.number(), zoom: z.number().min(0.05).max(8) });
const keyOf = (room: LiveRoom): string => `canvas-view ${room.projectId} ${room.kind}`;

export function keepView(room: LiveRoom, { x, y, zoom }: Viewport): void {
  sessionStorage.setItem(keyOf(room), JSON.stringify({ x, y, zoom }));
}

export function lastView(room: LiveRoom): Viewport | undefined {
  const kept = sessionStorage.getItem(keyOf(room));
  const parsed = kept ? Kept.safeParse(JSON.parse(kept)) : undefined;
  return parsed?.data;
}

/** Below this width, in pixels, a whole board would be too small to read. */
export const NARROW = 768;
const READABLE = 0.62;
/** Clear of the toolbar. */
const CORNER = { x: 64, y: 14 };

/** Where reading begins: the upper left corner of what there is, large enough to be read on a phone. */
export function cornerView(store: CanvasStore): Viewport | undefined {
  const all = boundsOf(store.elements().flatMap(element => boxOf(element) ?? []));
  return all && { x: CORNER.x - all.x * READABLE, y: CORNER.y - all.y * READABLE, zoom: READABLE };
}
