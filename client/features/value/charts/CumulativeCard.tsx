/** The sum of the joint flows over the years, and the moment at which everything put in has come back. */
import { memo } from 'react';
import type { Evaluation } from '../../../../shared/value/evaluate.ts';
import { ValueAxis } from '../../../ui/charts/Axis.tsx';
import { Diamond } from '../../../ui/charts/Axis.tsx';
import { ChartFrame, LegendItem } from '../../../ui/charts/ChartFrame.tsx';
import { niceTicks, scaleOf } from '../../../ui/charts/ticks.ts';
import { SideGlyph } from '../../../ui/SideGlyph.tsx';
import { texts, useText } from '../../../ui/text.ts';
import { Card } from '../Card.tsx';
import { useFigures } from '../useFigures.ts';
import { useSides } from '../useSides.ts';
import styles from './charts.module.css';
import { JointGlyph } from './JointGlyph.tsx';

const TEXTS = texts('value.cumulative', {
  en: {
    title: 'When it comes back', together: 'Together', start: 'Start', year: 'Year {{year}}', when: 'When', label: 'What was put in together has come back after {{years}}. At the end the sum is {{end}}.', labelNever: 'What is put in together does not come back within these years. At the end the sum is {{end}}.',
    back: 'back after {{years}}', note: 'Added up year by year, without interest.',
  },
  it: {
    title: 'Quando rientra', together: 'Insieme', start: 'Avvio', year: 'Anno {{year}}', when: 'Quando', label: 'Quanto messo insieme rientra dopo {{years}}. Alla fine la somma è {{end}}.', labelNever: 'Quanto messo insieme non rientra in questi anni. Alla fine la somma è {{end}}.',
    back: 'rientra dopo {{years}}', note: 'Sommato anno per anno, senza interessi.',
  },
});
const HEIGHT = 250;
const [TOP, BOTTOM, LEFT, RIGHT] = [16, 26, 46, 12];

export const CumulativeCard = memo(function CumulativeCard({ evaluation }: { evaluation: Evaluation }) {
  const say = useText(TEXTS);
  const sides = useSides();
  const { money, longYears } = useFigures();
  const { flows, paybackYears } = evaluation.results;
  const end = money(flows.at(-1)?.cumulative ?? 0);
  const label = paybackYears === null ? say('labelNever', { end }) : say('label', { years: longYears(paybackYears), end });
  const legend = (
    <>
      <LegendItem shape={<JointGlyph />}>{say('together')}</LegendItem>
      <LegendItem shape={<SideGlyph side="seller" />}>{sides.seller}</LegendItem>
      <LegendItem shape={<SideGlyph side="client" />}>{sides.client}</LegendItem>
    </>
  );
  return (
    <Card title={say('title')} actions={<span className={styles.note}>{say('note')}</span>}>
      <ChartFrame label={label} height={HEIGHT} legend={legend} table={<SumsTable evaluation={evaluation} />}>
        {width => <Drawing evaluation={evaluation} width={width} />}
      </ChartFrame>
    </Card>
  );
});

function Drawing({ evaluation: { results: { flows, paybackYears } }, width }: { evaluation: Evaluation; width: number }) {
  const say = useText(TEXTS);
  const { thousands, longYears } = useFigures();
  const amounts = flows.flatMap(({ cumulative, cumulativeClient, cumulativeSeller }) => [cumulative, cumulativeClient, cumulativeSeller]);
  const y = scaleOf(niceTicks(Math.min(...amounts), Math.max(...amounts)), HEIGHT - BOTTOM, TOP);
  const last = Math.max(1, flows.length - 1);
  const x = (year: number): number => LEFT + 14 + (year / last) * (width - LEFT - RIGHT - 28);
  const line = (of: (flow: (typeof flows)[number]) => number): string => flows.map(flow => `${x(flow.year)},${y(of(flow))}`).join(' ');
  const every = Math.ceil(flows.length / Math.max(2, Math.floor(width / 64)));
  return (
    <>
      <ValueAxis scale={y} from={LEFT} to={width} show={thousands} />
      {flows.filter(({ year }) => year % every === 0).map(({ year }) => (
        <text key={year} x={x(year)} y={HEIGHT - 6} textAnchor="middle" className={styles.when}>{year === 0 ? say('start') : say('year', { year })}</text>
      ))}
      <polyline points={line(flow => flow.cumulativeClient)} className={styles.clientLine} />
      <polyline points={line(flow => flow.cumulativeSeller)} className={styles.sellerLine} />
      <polyline points={line(flow => flow.cumulative)} className={styles.joint} />
      {flows.map(({ year, cumulative }) => <Diamond key={year} x={x(year)} y={y(cumulative)} size={5} />)}
      {paybackYears !== null && paybackYears > 0 && (
        <g>
          <line x1={x(paybackYears)} x2={x(paybackYears)} y1={TOP} y2={y(0) - 6} className={styles.payback} />
          <circle cx={x(paybackYears)} cy={y(0)} r={5} className={styles.paybackPoint} />
          <text x={x(paybackYears) + (x(paybackYears) > width * 0.6 ? -8 : 8)} y={TOP + 10} textAnchor={x(paybackYears) > width * 0.6 ? 'end' : 'start'} className={styles.label}>{say('back', { years: longYears(paybackYears) })}</text>
        </g>
      )}
    </>
  );
}

function SumsTable({ evaluation: { results } }: { evaluation: Evaluation }) {
  const say = useText(TEXTS);
  const sides = useSides();
  const { cents } = useFigures();
  const amount = (value: number) => <td className={value < 0 ? styles.negative : undefined}>{cents(value)}</td>;
  return (
    <table>
      <thead><tr><th scope="col">{say('when')}</th><th scope="col">{say('together')}</th><th scope="col">{sides.seller}</th><th scope="col">{sides.client}</th></tr></thead>
      <tbody>
        {results.flows.map(({ year, cumulative, cumulativeSeller, cumulativeClient }) => (
          <tr key={year}><th scope="row">{year === 0 ? say('start') : say('year', { year })}</th>{amount(cumulative)}{amount(cumulativeSeller)}{amount(cumulativeClient)}</tr>
        ))}
      </tbody>
    </table>
  );
}
