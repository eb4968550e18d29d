/** True while the pointer is over the node in which an element lies, or the node has the focus of the keyboard. */
import { useCallback, useState } from 'react';

export function usePointed(): [boolean, (inside: HTMLElement | null) => (() => void) | undefined] {
  const [pointed, setPointed] = useState(false);
  const watch = useCallback((inside: HTMLElement | null) => {
    const node = inside?.closest<HTMLElement>('.react-flow__node');
    if (!node) return undefined;
    const enter = (): void => setPointed(true);
    const leave = (): void => setPointed(node.matches(':focus-visible'));
    node.addEventListener('pointerenter', enter);
    node.addEventListener('pointerleave', leave);
    return () => {
      node.removeEventListener('pointerenter', enter);
      node.removeEventListener('pointerleave', leave);
    };
  }, []);
  return [pointed, watch];
}
