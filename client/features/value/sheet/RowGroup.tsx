/**
 * Some rows of a long sheet, drawn only while they are near the screen: two hundred rows cost as much as fifty.
 *
 * The rows one is in, and those that something keeps open, are always drawn; elsewhere a blank row of the same height
 * keeps their place. Where nothing can say what is near (no IntersectionObserver), everything is drawn.
 */
import { type ReactNode, type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { SlotId } from './Sheet.ts';
import { useSheet } from './SheetContext.ts';

interface Props {
  slots: ReadonlySet<SlotId>;
  /** Near from the start: the first rows of a table. */
  first: boolean;
  /** Drawn wherever they are. */
  kept: boolean;
  columns: number;
  /** How high the rows are before anybody has seen them, in pixels. */
  about: number;
  children: () => ReactNode;
}

export function RowGroup({ slots, first, kept, columns, about, children }: Props) {
  const sheet = useSheet();
  const box = useRef<HTMLTableSectionElement>(null);
  const { near, height } = useNear(box, first, about);
  const active = useSyncExternalStore(sheet.subscribe, () => sheet.active !== undefined && slots.has(sheet.active));
  return <tbody ref={box}>{near || kept || active ? children() : <tr aria-hidden><td colSpan={columns} style={{ height, padding: 0 }} /></tr>}</tbody>;
}

/** Somewhat more than half a screen above and below counts as near. */
const MARGIN = '60% 0px';

function useNear(box: RefObject<HTMLElement | null>, first: boolean, about: number): { near: boolean; height: number } {
  const known = typeof IntersectionObserver === 'function';
  const [place, setPlace] = useState({ near: first || !known, height: about });
  useEffect(() => {
    if (!known || !box.current) return undefined;
    const observer = new IntersectionObserver(entries => {
      const last = entries.at(-1);
      if (last) setPlace({ near: last.isIntersecting, height: Math.round(last.boundingClientRect.height) });
    }, { rootMargin: MARGIN });
    observer.observe(box.current);
    return () => { observer.disconnect(); };
  }, [box, known]);
  return place;
}
