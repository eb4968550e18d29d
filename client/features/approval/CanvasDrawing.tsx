/** Draws a frozen canvas as it lay on the board. A picture: the list beside it is what a screen reader reads. */
import { type CSSProperties, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { FrozenCanvas } from '../../../shared/documents/canvas.ts';
import { type HeadingTags, RichTextView } from '../../ui/RichTextView.tsx';
import { useText } from '../../ui/text.ts';
import { type Box, boundsOf, boxOf, coloursOf, type Frozen, inkColour, inkPath, middleOf, paperOf } from './board.ts';
import styles from './FrozenCanvasView.module.css';
import { WORDS } from './words.ts';

interface Props {
  canvas: FrozenCanvas;
  /** Undefined: as wide as there is room. */
  zoom: number | undefined;
  label: string;
}

export function CanvasDrawing({ canvas, zoom, label }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const room = useWidth(frame);
  const bounds = useMemo(() => boundsOf(canvas.elements), [canvas]);
  const scale = zoom ?? Math.min(1, room / bounds.w);
  return (
    <div className={styles.drawing} ref={frame} role="img" aria-label={label}>
      <div className={styles.room} style={{ width: bounds.w * scale, height: bounds.h * scale }} aria-hidden>
        <div className={styles.board} style={{ transform: `scale(${scale}) translate(${-bounds.x}px, ${-bounds.y}px)` }}>
          {canvas.elements.filter(element => element.type === 'area').map(area => <Piece key={area.id} element={area} />)}
          <Lines canvas={canvas} bounds={bounds} />
          {canvas.elements.filter(element => element.type !== 'area').map(element => <Piece key={element.id} element={element} />)}
        </div>
      </div>
    </div>
  );
}

function useWidth(of: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(640);
  useLayoutEffect(() => {
    const element = of.current;
    if (!element) return undefined;
    const watch = new ResizeObserver(() => {
      if (element.clientWidth > 0) setWidth(element.clientWidth); // 0 while its tab is closed
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [of]);
  return width;
}

const NOTE_HEADINGS: HeadingTags = ['h4', 'h4', 'h5'];
const placeOf = ({ x, y, w }: Box): CSSProperties => ({ left: x, top: y, width: w });

function Piece({ element }: { element: Frozen }) {
  const say = useText(WORDS);
  const box = boxOf(element);
  if (!box) return null;
  if (element.type === 'area') {
    return (
      <div className={styles.area} style={{ ...placeOf(box), height: box.h, ...coloursOf(element.kind) }}>
        <span>{element.title || say(`area.${element.kind}`)}</span>
      </div>
    );
  }
  if (element.type === 'note') {
    return (
      <div className={styles.note} data-kind={element.kind} style={{ ...placeOf(box), minHeight: element.h ?? undefined, ...coloursOf(paperOf(element)) }}>
        <RichTextView text={element.text} headings={NOTE_HEADINGS} />
      </div>
    );
  }
  if (element.type === 'ink') {
    return <svg className={styles.lines} style={{ left: element.x, top: element.y }} width={1} height={1}><path d={inkPath(element)} fill={inkColour(element)} /></svg>;
  }
  return null;
}

/** Beneath the notes, from middle to middle: the notes themselves hide the ends. */
function Lines({ canvas, bounds }: { canvas: FrozenCanvas; bounds: Box }) {
  const byId = useMemo(() => new Map<string, Frozen>(canvas.elements.map(element => [element.id, element])), [canvas]);
  return (
    <svg className={styles.lines} style={{ left: bounds.x, top: bounds.y }} width={bounds.w} height={bounds.h} viewBox={`${bounds.x} ${bounds.y} ${bounds.w} ${bounds.h}`}>
      {canvas.elements.map(element => {
        if (element.type !== 'connector') return null;
        const [from, to] = [middleOf(byId.get(element.from)), middleOf(byId.get(element.to))];
        if (!from || !to) return null;
        return (
          <g key={element.id}>
            <path className={styles.connector} d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
            {element.label && <text className={styles.label} x={(from.x + to.x) / 2} y={(from.y + to.y) / 2}>{element.label}</text>}
          </g>
        );
      })}
    </svg>
  );
}
