/**
 * Which sections of a frozen text have passed over this screen, whole. It informs the reader and nobody else:
 * nothing of it is sent or recorded, and nobody is held up by it.
 */
import { type RefObject, useEffect, useMemo, useState } from 'react';

export interface SectionsRead {
  read: number;
  all: number;
  /** The first one that was not read to its end; undefined when all were. From 0. */
  next: number | undefined;
}

/** `key`: the version, so that coming back in the same tab goes on where one was. */
export function useSectionsRead(text: RefObject<HTMLElement | null>, all: number, key: string): SectionsRead {
  const [read, setRead] = useState<ReadonlySet<number>>(() => recall(key));
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const seen = seenNow(text.current);
      setRead(before => (seen.every(nth => before.has(nth)) ? before : keep(key, new Set([...before, ...seen]))));
    };
    const later = (): void => {
      frame ||= requestAnimationFrame(look);
    };
    later();
    // Captured, because the page or a part of it may be what scrolls.
    document.addEventListener('scroll', later, { capture: true, passive: true });
    window.addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('scroll', later, { capture: true });
      window.removeEventListener('resize', later);
    };
  }, [text, all, key]);
  return useMemo(() => summary(read, all), [read, all]);
}

function summary(read: ReadonlySet<number>, all: number): SectionsRead {
  const sections = Array.from({ length: all }, (_, nth) => nth);
  return { all, read: sections.filter(nth => read.has(nth)).length, next: sections.find(nth => !read.has(nth)) };
}

/** A section is read when its end has come into view: the next heading, or the end of the text. */
function seenNow(text: HTMLElement | null): number[] {
  if (!text || text.offsetParent === null) return []; // not on screen: another tab of the page is open
  const headings = [...text.querySelectorAll<HTMLElement>('.rich > h2')];
  const bottom = text.getBoundingClientRect().bottom;
  const ends = headings.map((_, nth) => headings[nth + 1]?.getBoundingClientRect().top ?? bottom);
  return ends.flatMap((end, nth) => (end <= window.innerHeight ? [nth] : []));
}

const placeOf = (key: string): string => `insieme.read.${key}`;

function recall(key: string): ReadonlySet<number> {
  const kept = sessionStorage.getItem(placeOf(key)) ?? '';
  return new Set(kept.split(',').filter(Boolean).map(Number));
}

function keep(key: string, read: ReadonlySet<number>): ReadonlySet<number> {
  sessionStorage.setItem(placeOf(key), [...read].join(','));
  return read;
}
