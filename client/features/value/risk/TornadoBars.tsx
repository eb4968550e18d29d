/** Draws the tornado: a bar for each driver around the likely value, with the figures at its ends. */
import { useId } from 'react';
import type { Sensitivity } from '../../../../shared/value/sensitivity.ts';
import { Diamond } from '../../../ui/charts/Axis.tsx';
import { scaleOf } from '../../../ui/charts/ticks.ts';
import { useFigures } from '../useFigures.ts';
import styles from './risk.module.css';
import { ticksAround } from './ticks.ts';

const ROW = 40;
const BAR = 18;
const TOP = 30;
const BOTTOM = 26;

export const heightOf = (drivers: number): number => TOP + drivers * ROW + BOTTOM;

interface Props {
  width: number;
  npv: number;
  drivers: readonly Sensitivity[];
  nameOf: (id: string) => { code: string; label: string };
}

export function Bars({ width, npv, drivers, nameOf }: Props) {
  const { thousands } = useFigures();
  const hatch = useId();
  const ends = drivers.flatMap(({ lowNpv, highNpv }) => [lowNpv, highNpv]);
  const scale = scaleOf(ticksAround(Math.min(npv, ...ends), Math.max(npv, ...ends), width < 420 ? 3 : 5), 74, width - 44);
  const bottom = TOP + drivers.length * ROW;
  return (
    <>
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><line x1="0" y1="0" x2="0" y2="6" className={styles.hatch} /></pattern>
      </defs>
      {scale.ticks.map(tick => (
        <g key={tick}>
          <line x1={Math.round(scale(tick)) + 0.5} x2={Math.round(scale(tick)) + 0.5} y1={TOP - 8} y2={bottom} className={tick === 0 ? styles.zero : styles.line} />
          <text x={scale(tick)} y={bottom + 18} textAnchor="middle" className={styles.tick}>{thousands(tick)}</text>
        </g>
      ))}
      {drivers.map((each, nth) => <Bar key={each.driver} of={each} npv={npv} y={TOP + nth * ROW} scale={scale} code={nameOf(each.driver).code} hatch={hatch} show={thousands} />)}
      <line x1={scale(npv)} x2={scale(npv)} y1={TOP - 8} y2={bottom} className={styles.likely} />
      <Diamond x={scale(npv)} y={TOP - 10} size={5} />
      <text x={scale(npv)} y={TOP - 20} textAnchor="middle" className={styles.likelyWords}>{thousands(npv)}</text>
    </>
  );
}

interface BarProps {
  of: Sensitivity;
  npv: number;
  y: number;
  scale: (value: number) => number;
  code: string;
  hatch: string;
  show: (value: number) => string;
}

function Bar({ of: { lowNpv, highNpv, assumed }, npv, y, scale, code, hatch, show }: BarProps) {
  const [low, middle, high] = [scale(lowNpv), scale(npv), scale(highNpv)];
  return (
    <g>
      <text x={0} y={y + BAR / 2} dy="0.35em" className={styles.code}>{code.slice(0, 4)}</text>
      <rect x={low} y={y} width={Math.max(0, middle - low)} height={BAR} className={styles.low} />
      <rect x={middle} y={y} width={Math.max(0, high - middle)} height={BAR} className={styles.high} />
      {assumed && <rect x={low} y={y} width={Math.max(0, high - low)} height={BAR} fill={`url(#${hatch})`} />}
      <text x={low - 5} y={y + BAR / 2} dy="0.35em" textAnchor="end" className={styles.end}>{show(lowNpv)}</text>
      <text x={high + 5} y={y + BAR / 2} dy="0.35em" className={styles.end}>{show(highNpv)}</text>
    </g>
  );
}
