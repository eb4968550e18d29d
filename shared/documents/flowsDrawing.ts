/**
 * The chart of flows as plain geometry: bars of both sides, the joint line, ticks. Units are those of the drawing.
 *
 * The page draws it as React elements, exports as SVG text: same numbers, same picture. Knows no colours and no words.
 */
import { SCALES, type ShownOf } from './shown.ts';

export interface Bar {
  side: 'client' | 'seller';
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface FlowsDrawing {
  width: number;
  height: number;
  /** Values of the ticks in currency units, and where they lie. */
  ticks: readonly { value: number; y: number }[];
  zero: number;
  left: number;
  right: number;
  years: readonly { year: number; x: number }[];
  bars: readonly Bar[];
  /** The joint flow, a point a year. */
  line: readonly { x: number; y: number; value: number }[];
}

const FRAME = { left: 56, right: 14, top: 24, bottom: 28 };

export function drawFlows({ flows }: Pick<ShownOf<'flows'>, 'flows'>, width = 520, height = 260): FlowsDrawing {
  const joint = flows.map(flow => flow.joint.n / SCALES.money);
  const sides = flows.flatMap(({ client, seller }) => [client, seller].flatMap(each => (each ? [each.n / SCALES.money] : [])));
  const ticks = niceTicks(Math.min(0, ...joint, ...sides), Math.max(0, ...joint, ...sides));
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  const y = (value: number): number => round(FRAME.top + ((high - value) / (high - low)) * (height - FRAME.top - FRAME.bottom));
  const step = (width - FRAME.left - FRAME.right) / Math.max(1, flows.length);
  const x = (year: number): number => round(FRAME.left + step * (year + 0.5));
  return {
    width, height, zero: y(0), left: FRAME.left, right: width - FRAME.right,
    ticks: ticks.map(value => ({ value, y: y(value) })),
    years: flows.map((_, year) => ({ year, x: x(year) })),
    bars: flows.flatMap((flow, year) => barsOf(flow, x(year), Math.min(24, step * 0.24), y)),
    line: joint.map((value, year) => ({ x: x(year), y: y(value), value })),
  };
}

function barsOf({ client, seller }: ShownOf<'flows'>['flows'][number], middle: number, width: number, y: (value: number) => number): Bar[] {
  const bar = (side: Bar['side'], sum: typeof client, x: number): Bar[] => {
    if (!sum || sum.n === 0) return [];
    const [top, bottom] = [y(Math.max(0, sum.n / SCALES.money)), y(Math.min(0, sum.n / SCALES.money))];
    return [{ side, x: round(x), y: top, width: round(width), height: round(Math.max(1, bottom - top)) }];
  };
  return [...bar('seller', seller, middle - width - 2), ...bar('client', client, middle + 2)];
}

/** At most seven lines on round values, zero always among them. */
function niceTicks(low: number, high: number): number[] {
  const span = high - low || 1;
  const rough = span / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map(factor => factor * power).find(each => span / each <= 5) ?? span;
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  return Array.from({ length: last - first + 1 }, (_, nth) => (first + nth) * step);
}

const round = (value: number): number => Math.round(value * 10) / 10;
