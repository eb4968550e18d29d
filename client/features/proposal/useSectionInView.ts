/** Which section the reader looks at, by where its heading stands on the screen; and a way to another one. */
import { type RefObject, useCallback, useEffect, useState } from 'react';

/** A heading in the upper part of the window counts as reached: there the eye reads. */
const REACHED = 0.4;

export function useSectionInView(sheet: RefObject<HTMLElement | null>, count: number) {
  const [current, setCurrent] = useState(-1);
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = 0;
      setCurrent(headingsIn(sheet.current).filter(heading => heading.getBoundingClientRect().top < window.innerHeight * REACHED).length - 1);
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
  }, [sheet, count]);
  const goTo = useCallback((nth: number) => {
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    headingsIn(sheet.current)[nth]?.scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'start' });
  }, [sheet]);
  return { current, goTo };
}

/** A heading that is only proposed begins no section yet. */
const headingsIn = (sheet: HTMLElement | null): HTMLElement[] => [...(sheet?.querySelectorAll<HTMLElement>('.rich > h2:not(.suggested-insertion)') ?? [])];
