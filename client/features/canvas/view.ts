/** Where this window stood on a board, kept for the next look at it in this tab. */
import type { Viewport } from '@xyflow/react';
import * as z from 'zod';
import type { LiveRoom } from '../../collab/types.ts';

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
