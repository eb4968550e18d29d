/** A change of page begins at its top, and the keyboard with it: as if the page had been loaded. */
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

export function useFreshPage(): void {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    window.scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [pathname]);
}
