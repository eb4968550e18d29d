/** Money per year: the joint flow as a line with diamonds, the seller's bars with round ends, the client's square ones. */
import { memo } from 'react';
import type { Evaluation } from '../../../../shared/value/evaluate.ts';
import type { YearFlow } from '../../../../shared/value/flows.ts';
import { ChartFrame, LegendItem } from '../../../ui/charts/ChartFrame.tsx';
import { Diamond, ValueAxis } from '../../../ui/charts/Axis.tsx';
import { niceTicks, type Scale, scaleOf } from '../../../ui/charts/ticks.ts';
import { SideGlyph } from '../../../ui/SideGlyph.tsx';
import { texts, useText } from '../../../ui/text.ts';
import { useFormat } from '../../../ui/useFormat.ts';
import { useFigures } from '../useFigures.ts';
import { useSides } from '../useSides.ts';
import styles from './charts.module.css';
import { FlowsTable } from './FlowsTable.tsx';
import { type Box, labelPlaces } from './labelPlaces.ts';
import { JointGlyph } from './JointGlyph.tsx';

const TEXTS = texts('value.flows', {
  en: { together: 'Together', start: 'Start', year: 'Year {{year}}', short: '{{year}}', label: 'Money per year, together: {{list}}. Bars show what {{seller}} and {{client}} have of it.', point: '{{when}} {{amount}}' },
  it: { together: 'Insieme', start: 'Avvio', year: 'Anno {{year}}', short: '{{year}}', label: 'Denaro per anno, insieme: {{list}}. Le barre mostrano quanto ne hanno {{seller}} e {{client}}.', point: '{{when}} {{amount}}' },
});

const HEIGHT = 278;
const [TOP, BOTTOM, LEFT] = [16, 32, 46];

export const FlowsChart = memo(function FlowsChart({ evaluation: { results } }: { evaluation: Evaluation }) {
  const say = useText(TEXTS);
  const sides = useSides();
  const { money } = useFigures();
  const { list } = useFormat();
  const { flows } = results;
  const when = (year: number): string => (year === 0 ? say('start') : say('year', { year }));
  const told = list(flows.map(({ year, joint }) => say('point', { when: when(year), amount: money(joint) })));
  const legend = (
    <>
      <LegendItem shape={<JointGlyph />}>{say('together')}</LegendItem>
      <LegendItem shape={<SideGlyph side="seller" />}>{sides.seller}</LegendItem>
      <LegendItem shape={<SideGlyph side="client" />}>{sides.client}</LegendItem>
    </>
  );
  return (
    <ChartFrame label={say('label', { list: told, ...sides })} height={HEIGHT} legend={legend} table={<FlowsTable results={results} when={when} />}>
      {width => <Drawing flows={flows} width={width} when={year => (flows.length > 7 && year > 0 ? say('short', { year }) : when(year))} />}
    </ChartFrame>
  );
});

function Drawing({ flows, width, when }: { flows: readonly YearFlow[]; width: number; when: (year: number) => string }) {
  const { thousands } = useFigures();
  const amounts = flows.flatMap(({ joint, client, seller }) => [joint, client, seller]);
  const y = scaleOf(niceTicks(Math.min(...amounts), Math.max(...amounts)), HEIGHT - BOTTOM, TOP);
  const band = (width - LEFT) / flows.length;
  const x = (nth: number): number => LEFT + band * (nth + 0.5);
  const bar = Math.min(26, band * 0.3);
  const points = flows.map(({ joint }, nth) => ({ x: x(nth), y: y(joint) }));
  const barAt = (left: number, amount: number): Box => ({ left, right: left + bar, top: Math.min(y(0), y(amount)), bottom: Math.max(y(0), y(amount)) });
  const places = labelPlaces(points, flows.map(({ seller, client }, nth) => [barAt(x(nth) - bar - 2, seller), barAt(x(nth) + 2, client)]), LEFT);
  return (
    <>
      <ValueAxis scale={y} from={LEFT} to={width} show={thousands} />
      {flows.map(({ year, seller, client }, nth) => (
        <g key={year}>
          <Bar x={x(nth) - bar - 2} width={bar} amount={seller} scale={y} side="seller" />
          <Bar x={x(nth) + 2} width={bar} amount={client} scale={y} side="client" />
          <text x={x(nth)} y={HEIGHT - 6} textAnchor="middle" className={styles.when}>{when(year)}</text>
        </g>
      ))}
      <polyline points={points.map(point => `${point.x},${point.y}`).join(' ')} className={styles.halo} />
      <polyline points={points.map(point => `${point.x},${point.y}`).join(' ')} className={styles.joint} />
      {points.map((point, nth) => <Diamond key={nth} {...point} />)}
      {flows.length <= 7 && points.map((point, nth) => (
        <text key={nth} {...places[nth]} className={styles.label}>{thousands(flows[nth]?.joint ?? 0)}</text>
      ))}
    </>
  );
}

/** The seller's bars end round, the client's square: the side is told without colour too. */
function Bar({ x, width, amount, scale, side }: { x: number; width: number; amount: number; scale: Scale; side: 'seller' | 'client' }) {
  const [zero, end] = [scale(0), scale(amount)];
  const height = Math.abs(end - zero);
  if (height < 0.5) return null;
  const radius = Math.min(side === 'seller' ? width / 2 : 2, height);
  const out = end < zero ? -1 : 1; // up is negative
  const sweep = out < 0 ? 1 : 0;
  const d = `M${x} ${zero}V${end - out * radius}a${radius} ${radius} 0 0 ${sweep} ${radius} ${out * radius}H${x + width - radius}a${radius} ${radius} 0 0 ${sweep} ${radius} ${-out * radius}V${zero}Z`;
  return <path d={d} className={styles[side]} />;
}
