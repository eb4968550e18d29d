/** Nearer, farther, everything: with travel where people like it, at once where they do not. */
import { useReducedMotion } from '@mantine/hooks';
import { useReactFlow } from '@xyflow/react';
import { useMemo } from 'react';

export const NEAREST_ZOOM = 4;
export const SMALLEST_ZOOM = 0.1;

/** What floats over the board keeps clear of what is shown: toolbar left, zoom bar below. */
export const FIT_PADDING = { top: '18px', left: '76px', right: '16px', bottom: '24px' } as const;

export function useZooming() {
  const { zoomIn, zoomOut, zoomTo, fitView } = useReactFlow();
  const duration = useReducedMotion() ? 0 : 180;
  return useMemo(() => ({
    closer: () => void zoomIn({ duration }),
    farther: () => void zoomOut({ duration }),
    toFull: () => void zoomTo(1, { duration }),
    to: (id: string) => void fitView({ nodes: [{ id }], padding: 0.4, maxZoom: 1, duration }),
    fit: () => void fitView({ padding: FIT_PADDING, maxZoom: 1, duration }),
  }), [zoomIn, zoomOut, zoomTo, fitView, duration]);
}
