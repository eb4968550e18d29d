/** The sheet one draws on while the pen is the tool: follows the pointer, shows the stroke, puts it on the board at the end. */
import { useReactFlow, useStore } from '@xyflow/react';
import { type PointerEvent, useState } from 'react';
import { MAX_INK_NUMBERS } from '../../../shared/documents/canvas.ts';
import { useCanvas } from './CanvasContext.tsx';
import { useReadable } from '../../collab/CollabContext.tsx';
import type { Point } from './geometry.ts';
import { strokePath } from './InkNode.tsx';

/** Closer points than this on the screen add bytes, not shape. */
const LEAST_STEP = 1.5;

/** A stroke while it is drawn: numbers are x, y and pressure in pixels of the sheet. */
interface Stroke {
  pointer: number;
  numbers: readonly number[];
}

export function PenLayer() {
  const { desk, passing } = useCanvas();
  const { screenToFlowPosition } = useReactFlow();
  const zoom = useStore(state => state.transform[2]);
  const pen = useReadable(passing.pen);
  const [stroke, setStroke] = useState<Stroke | null>(null);

  const begin = (event: PointerEvent<SVGSVGElement>): void => {
    if (event.button !== 0 || stroke) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setStroke({ pointer: event.pointerId, numbers: pointOf(event) });
  };
  const add = (event: PointerEvent<SVGSVGElement>): void => {
    const point = pointOf(event);
    setStroke(now => (now?.pointer === event.pointerId && isFarEnough(now.numbers, point) ? { ...now, numbers: [...now.numbers, ...point] } : now));
  };
  const finish = (event: PointerEvent<SVGSVGElement>): void => {
    if (stroke?.pointer !== event.pointerId) return;
    const sheet = event.currentTarget.getBoundingClientRect();
    setStroke(null);
    desk.addInk({ ...onBoard(stroke.numbers, screenToFlowPosition({ x: sheet.x, y: sheet.y }), zoom), ...pen });
    desk.select([]);
  };
  return (
    <svg className="cv-pen nopan nodrag" data-ink={pen.colour} onPointerDown={begin} onPointerMove={add} onPointerUp={finish} onPointerCancel={finish} aria-hidden>
      {stroke && <path className="cv-ink-stroke" d={strokePath(stroke.numbers, pen.thickness * zoom)} />}
    </svg>
  );
}

function pointOf(event: PointerEvent<SVGSVGElement>): number[] {
  const sheet = event.currentTarget.getBoundingClientRect();
  // A mouse has no pressure and says 0.5; a pen's own makes the stroke thin and thick.
  return [event.clientX - sheet.x, event.clientY - sheet.y, event.pressure || 0.5];
}

function isFarEnough(numbers: readonly number[], [x = 0, y = 0]: readonly number[]): boolean {
  const [lastX = 0, lastY = 0] = numbers.slice(-3);
  return Math.hypot(x - lastX, y - lastY) >= LEAST_STEP && numbers.length + 3 <= MAX_INK_NUMBERS;
}

/** From pixels of the sheet to board units around the stroke's own corner; `at` is where the sheet begins. Tenths are enough. */
export function onBoard(numbers: readonly number[], at: Point, zoom: number): { x: number; y: number; points: number[] } {
  const xs = numbers.filter((_, nth) => nth % 3 === 0);
  const ys = numbers.filter((_, nth) => nth % 3 === 1);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const tenth = (value: number): number => Math.round(value * 10) / 10;
  const points = numbers.map((value, nth) =>
    nth % 3 === 0 ? tenth((value - left) / zoom) : nth % 3 === 1 ? tenth((value - top) / zoom) : Math.round(value * 100) / 100,
  );
  return { x: tenth(at.x + left / zoom), y: tenth(at.y + top / zoom), points };
}
