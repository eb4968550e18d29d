/** Walking the board with Tab chooses what the focus comes to, as a click would. A click itself is left to React Flow. */
import { useEffect } from 'react';
import { useCanvas } from './CanvasContext.tsx';

export function useFocusChooses(place: HTMLElement | null): void {
  const { desk, store } = useCanvas();
  useEffect(() => {
    const choose = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element) || !target.matches('.react-flow__node:focus-visible, .react-flow__edge:focus-visible')) return;
      const id = target.getAttribute('data-id');
      if (id && store.element(id) && !desk.selection.get().has(id)) desk.select([id]);
    };
    place?.addEventListener('focusin', choose);
    return () => place?.removeEventListener('focusin', choose);
  }, [place, desk, store]);
}
