/** A frozen canvas: drawn once, to any size, and said once more as a list that every reader can follow. */
import { Minus, Maximize2, Plus } from 'lucide-react';
import { useState } from 'react';
import type { FrozenCanvas } from '../../../shared/documents/canvas.ts';
import { useText } from '../../ui/text.ts';
import { CanvasDrawing } from './CanvasDrawing.tsx';
import { CanvasList } from './CanvasList.tsx';
import styles from './FrozenCanvasView.module.css';
import { WORDS } from './words.ts';

const STEPS = [0.25, 0.35, 0.5, 0.7, 1, 1.4] as const;

export function FrozenCanvasView({ canvas }: { canvas: FrozenCanvas }) {
  const say = useText(WORDS);
  /** Undefined fits the drawing into the width there is. */
  const [zoom, setZoom] = useState<number>();
  if (canvas.elements.length === 0) return <p>{say('emptyCanvas')}</p>;
  const larger = (): void => setZoom(now => STEPS.find(step => step > (now ?? 0.3)) ?? STEPS.at(-1));
  const smaller = (): void => setZoom(now => STEPS.findLast(step => step < (now ?? 0.5)) ?? STEPS[0]);
  return (
    <>
      <div className={styles.tools}>
        <button type="button" onClick={smaller} aria-label={say('smaller')} title={say('smaller')}><Minus size={16} strokeWidth={1.75} aria-hidden /></button>
        <button type="button" onClick={larger} aria-label={say('larger')} title={say('larger')}><Plus size={16} strokeWidth={1.75} aria-hidden /></button>
        <button type="button" onClick={() => { setZoom(undefined); }} aria-label={say('fit')} title={say('fit')}><Maximize2 size={16} strokeWidth={1.75} aria-hidden /></button>
      </div>
      <CanvasDrawing canvas={canvas} zoom={zoom} label={say('drawing')} />
      <h2 className={styles.heading}>{say('asList')}</h2>
      <CanvasList canvas={canvas} />
    </>
  );
}
