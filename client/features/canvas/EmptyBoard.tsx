/** A board on which nothing lies yet: what it is for, and one thing to begin with. */
import { Button } from '@mantine/core';
import { useReactFlow } from '@xyflow/react';
import { EmptyPlace } from '../../ui/EmptyPlace.tsx';
import { useCanvas, useWords } from './CanvasContext.tsx';
import { useReadable } from '../../collab/CollabContext.tsx';
import { FIT_PADDING } from './useZooming.ts';

export function EmptyBoard() {
  const { store, desk, whyNot } = useCanvas();
  const say = useWords();
  const { fitView } = useReactFlow();
  if (useReadable(store.order).length > 0) return null;
  const lay = (): void => {
    desk.addEightAreas();
    requestAnimationFrame(() => void fitView({ padding: FIT_PADDING, maxZoom: 1 }));
  };
  return (
    <div className="cv-empty">
      {whyNot
        ? <EmptyPlace>{say('emptyReader')}</EmptyPlace>
        : <EmptyPlace action={<Button onClick={lay}>{say('layTable')}</Button>} example={say('emptyExample')}>{say('emptySentence')}</EmptyPlace>}
    </div>
  );
}
