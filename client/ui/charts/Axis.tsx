/** The horizontal lines of a chart with their figures at the left; the line of zero is darker. */
import styles from './charts.module.css';
import type { Scale } from './ticks.ts';

interface Props {
  scale: Scale;
  /** Pixels: where the lines begin and end. */
  from: number;
  to: number;
  show: (tick: number) => string;
}

export function ValueAxis({ scale, from, to, show }: Props) {
  return (
    <g aria-hidden>
      {scale.ticks.map(tick => (
        <g key={tick}>
          <line x1={from} x2={to} y1={crisp(scale(tick))} y2={crisp(scale(tick))} className={tick === 0 ? styles.zero : styles.line} />
          <text x={from - 8} y={scale(tick)} dy="0.32em" textAnchor="end" className={styles.tick}>{show(tick)}</text>
        </g>
      ))}
    </g>
  );
}

/** On the pixel grid, or a hairline is drawn twice as wide and half as dark. */
const crisp = (at: number): number => Math.round(at) + 0.5;

/** The diamond that marks what belongs to both. */
export const Diamond = ({ x, y, size = 6 }: { x: number; y: number; size?: number }) => (
  <path d={`M${x} ${y - size}L${x + size} ${y}L${x} ${y + size}L${x - size} ${y}Z`} className={styles.diamond} />
);
