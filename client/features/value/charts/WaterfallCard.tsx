/** From drivers to net value: what each adds, what the costs take, what is left, all in today's money. */
import { memo, useState } from 'react';
import type { Evaluation } from '../../../../shared/value/evaluate.ts';
import type { Driver } from '../../../../shared/value/model.ts';
import { waterfallOf, type WaterfallStep } from '../../../../shared/value/waterfall.ts';
import { ChartFrame } from '../../../ui/charts/ChartFrame.tsx';
import chart from '../../../ui/charts/charts.module.css';
import { niceTicks, scaleOf } from '../../../ui/charts/ticks.ts';
import { texts, useText } from '../../../ui/text.ts';
import { Card } from '../Card.tsx';
import { useFigures } from '../useFigures.ts';
import { useSides } from '../useSides.ts';
import styles from './charts.module.css';

const TEXTS = texts('value.waterfall', {
  en: {
    title: 'From the drivers to what is left', label: 'Drivers bring {{brought}} in today’s money, costs take {{taken}}, {{net}} is left.', what: 'Step', amount: 'In today’s money', so: 'So far',
    once: '{{who}}, once', yearly: '{{who}}, every year', net: 'Left together', more_one: '{{count}} smaller driver', more_other: '{{count}} smaller drivers',
  },
  it: {
    title: 'Dalle leve a ciò che resta', label: 'Le leve portano {{brought}} in denaro di oggi, i costi prendono {{taken}}, restano {{net}}.', what: 'Passo', amount: 'In denaro di oggi', so: 'Fin qui',
    once: '{{who}}, una volta', yearly: '{{who}}, ogni anno', net: 'Resta insieme', more_one: '{{count}} leva più piccola', more_other: '{{count}} leve più piccole',
  },
});

const ROW = 30;
const [TOP, BOTTOM] = [2, 22];
/** Drawn one by one; the rest stands together, and the table has them all. */
const MOST_DRIVERS = 12;

interface Line extends Pick<WaterfallStep, 'amount' | 'from' | 'to'> {
  kind: 'driver' | 'client' | 'seller' | 'net';
  code: string;
  name: string;
}

export const WaterfallCard = memo(function WaterfallCard({ evaluation, drivers }: { evaluation: Evaluation; drivers: readonly Driver[] }) {
  const say = useText(TEXTS);
  const { money } = useFigures();
  const lineOf = useLines(drivers);
  const steps = waterfallOf(evaluation);
  const lines = drawn(steps.map(lineOf), count => say('more', { count }));
  const { pvb, pvc, npv } = evaluation.results;
  const height = TOP + lines.length * ROW + BOTTOM;
  return (
    <Card title={say('title')}>
      <ChartFrame label={say('label', { brought: money(pvb), taken: money(pvc), net: money(npv) })} height={height} table={<StepsTable lines={steps.map(lineOf)} />}>
        {width => <Drawing lines={lines} width={width} height={height} />}
      </ChartFrame>
    </Card>
  );
});

function useLines(drivers: readonly Driver[]): (step: WaterfallStep) => Line {
  const say = useText(TEXTS);
  const sides = useSides();
  return ({ what, amount, from, to }) => {
    const range = { amount, from, to };
    if (what === 'net') return { ...range, kind: 'net', code: '', name: say('net') };
    if ('driver' in what) {
      const driver = drivers.find(({ id }) => id === what.driver);
      return { ...range, kind: 'driver', code: driver?.code ?? '', name: driver?.label ?? '' };
    }
    const side = what.cost.startsWith('client') ? 'client' : 'seller';
    return { ...range, kind: side, code: '', name: say(what.cost.endsWith('OneOff') ? 'once' : 'yearly', { who: sides[side] }) };
  };
}

/** Too many drivers to draw: the smallest become one step. */
function drawn(lines: readonly Line[], nameMore: (count: number) => string): Line[] {
  const drivers = lines.filter(({ kind }) => kind === 'driver');
  if (drivers.length <= MOST_DRIVERS) return [...lines];
  const large = new Set([...drivers].sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount)).slice(0, MOST_DRIVERS - 1));
  const small = drivers.filter(line => !large.has(line));
  const more: Line = { kind: 'driver', code: '', name: nameMore(small.length), amount: small.reduce((sum, { amount }) => sum + amount, 0), from: 0, to: 0 };
  let at = 0;
  const again = [...drivers.filter(line => large.has(line)), more].map(line => ({ ...line, from: at, to: (at += line.amount) }));
  return [...again, ...lines.filter(({ kind }) => kind !== 'driver')];
}

function Drawing({ lines, width, height }: { lines: readonly Line[]; width: number; height: number }) {
  const { thousands } = useFigures();
  const [hovered, setHovered] = useState<number>();
  const left = Math.min(290, width * 0.42);
  const ends = lines.flatMap(({ from, to }) => [from, to]);
  const x = scaleOf(niceTicks(Math.min(...ends), Math.max(...ends), Math.max(2, Math.floor((width - left) / 90))), left, width - 44);
  return (
    <>
      {x.ticks.map(tick => (
        <g key={tick} aria-hidden>
          <line x1={Math.round(x(tick)) + 0.5} x2={Math.round(x(tick)) + 0.5} y1={TOP} y2={height - BOTTOM} className={tick === 0 ? chart.zero : chart.line} />
          <text x={x(tick)} y={height - 6} textAnchor="middle" className={chart.tick}>{thousands(tick)}</text>
        </g>
      ))}
      {lines.map((line, nth) => {
        const y = TOP + nth * ROW;
        const [a, b] = [x(Math.min(line.from, line.to)), x(Math.max(line.from, line.to))];
        return (
          <g key={nth} onMouseEnter={() => { setHovered(nth); }} onMouseLeave={() => { setHovered(undefined); }} data-hovered={hovered === nth || undefined}>
            <text x={0} y={y + ROW / 2} dy="0.34em" className={line.kind === 'net' ? styles.stepStrong : styles.step}><title>{line.name}</title>{short(line, left)}</text>
            <rect x={a} y={y + 5} width={Math.max(1.5, b - a)} height={ROW - 10} rx={line.kind === 'seller' ? 10 : 2} className={styles[`fall-${line.kind}`]} />
            {nth < lines.length - 2 && <line x1={x(line.to)} x2={x(line.to)} y1={y + ROW - 5} y2={y + ROW + 5} className={styles.link} />}
            <text x={b + 7} y={y + ROW / 2} dy="0.34em" className={line.kind === 'net' ? styles.label : styles.amount}>{thousands(line.amount)}</text>
          </g>
        );
      })}
    </>
  );
}

/** As many letters as the room has; the whole name is told on pointing and stands in the table. */
function short({ code, name }: Line, room: number): string {
  const whole = code ? `${code}  ${name}` : name;
  const most = Math.floor(room / 7.2);
  return whole.length <= most ? whole : `${whole.slice(0, most - 1).trimEnd()}…`;
}

function StepsTable({ lines }: { lines: readonly Line[] }) {
  const say = useText(TEXTS);
  const { cents } = useFigures();
  return (
    <table>
      <thead><tr><th scope="col">{say('what')}</th><th scope="col">{say('amount')}</th><th scope="col">{say('so')}</th></tr></thead>
      <tbody>
        {lines.map((line, nth) => (
          <tr key={nth}><th scope="row">{line.code} {line.name}</th><td className={line.amount < 0 ? styles.negative : undefined}>{cents(line.amount)}</td><td>{cents(line.to)}</td></tr>
        ))}
      </tbody>
    </table>
  );
}
