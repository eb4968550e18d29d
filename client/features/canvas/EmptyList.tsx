/** The list of a canvas on which nothing lies yet. */
import { Button } from '@mantine/core';
import { EmptyPlace } from '../../ui/EmptyPlace.tsx';
import { useCanvas, useWords } from './CanvasContext.tsx';

export function EmptyList() {
  const { desk, whyNot } = useCanvas();
  const say = useWords();
  if (whyNot) return <EmptyPlace>{say('emptyReader')}</EmptyPlace>;
  return <EmptyPlace action={<Button onClick={() => desk.addEightAreas()}>{say('layTable')}</Button>}>{say('emptySentence')}</EmptyPlace>;
}
