/** How often which joint net value came out: bars from lowest to highest, what lies below zero in the colour of loss. */
import type { Outlook } from '../../../../shared/value/simulate.ts';
import { Diamond } from '../../../ui/charts/Axis.tsx';
import { ChartFrame, LegendItem } from '../../../ui/charts/ChartFrame.tsx';
import { useText } from '../../../ui/text.ts';
import { useFormat } from '../../../ui/useFormat.ts';
import { useFigures } from '../useFigures.ts';
import styles from './risk.module.css';
import { ticksAround } from './ticks.ts';
import { WORDS } from './words.ts';

const HEIGHT = 220;
const TOP = 26;
const BASE = HEIGHT - 26;

export function Histogram({ outlook }: { outlook: Outlook }) {
  const say = useText(WORDS);
  const { money, share } = useFigures();
  const { number } = useFormat();
  const { histogram, joint, draws, chanceJointLoses } = outlook;
  const [low, high] = [histogram[0]?.from ?? 0, histogram.at(-1)?.to ?? 0];
  const label = say('histogramLabel', { draws: number(draws), low: money(low), high: money(high), middle: money(joint.p50), share: share(chanceJointLoses) });
  const table = (
    <table>
      <thead><tr><th scope="col">{say('from')}</th><th scope="col">{say('to')}</th><th scope="col">{say('draws')}</th></tr></thead>
      <tbody>{histogram.map(({ from, to, draws: count }) => <tr key={from}><th scope="row">{money(from)}</th><td>{money(to)}</td><td>{number(count)}</td></tr>)}</tbody>
    </table>
  );
  return (
    <ChartFrame
      label={label} height={HEIGHT} table={table}
      legend={(
        <>
          {low < 0 && <LegendItem shape={<span className={`${styles.key} ${styles.keyLoss}`} />}>{say('below')}</LegendItem>}
          <LegendItem shape={<span className={`${styles.key} ${styles.keyHigh}`} />}>{say('above')}</LegendItem>
          <span className={styles.quiet}>{say('drawn', { draws: number(draws), seed: outlook.seed })}</span>
        </>
      )}
    >
      {width => <Bars outlook={outlook} width={width} low={low} high={high} />}
    </ChartFrame>
  );
}

function Bars({ outlook: { histogram, joint }, width, low, high }: { outlook: Outlook; width: number; low: number; high: number }) {
  const { thousands } = useFigures();
  const most = Math.max(1, ...histogram.map(({ draws }) => draws));
  const x = (value: number): number => 4 + ((value - low) / (high - low || 1)) * (width - 8);
  const height = (draws: number): number => (draws / most) * (BASE - TOP);
  const ticks = ticksAround(low, high, width < 420 ? 4 : 6).filter(tick => tick >= low && tick <= high);
  return (
    <>
      {histogram.map(({ from, to, draws }) => (
        <g key={from}>
          {/* A bar across zero is cut there, so that no loss is drawn as a gain. */}
          {from < 0 && <Piece from={x(from)} to={x(Math.min(0, to))} height={height(draws)} loss />}
          {to > 0 && <Piece from={x(Math.max(0, from))} to={x(to)} height={height(draws)} />}
        </g>
      ))}
      <line x1={0} x2={width} y1={BASE + 0.5} y2={BASE + 0.5} className={styles.zero} />
      {ticks.map(tick => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={BASE} y2={BASE + 4} className={styles.zero} />
          <text x={x(tick)} y={BASE + 18} textAnchor="middle" className={styles.tick}>{thousands(tick)}</text>
        </g>
      ))}
      {low < 0 && high > 0 && <line x1={x(0)} x2={x(0)} y1={TOP - 4} y2={BASE} className={styles.zero} />}
      <line x1={x(joint.p50)} x2={x(joint.p50)} y1={TOP - 6} y2={BASE} className={styles.likely} />
      <Diamond x={x(joint.p50)} y={TOP - 8} size={5} />
      <text x={x(joint.p50)} y={TOP - 17} textAnchor="middle" className={styles.likelyWords}>{thousands(joint.p50)}</text>
    </>
  );
}

const Piece = ({ from, to, height, loss = false }: { from: number; to: number; height: number; loss?: boolean }) => (
  <rect x={from + 0.75} y={BASE - height} width={Math.max(0.5, to - from - 1.5)} height={height} rx={1.5} className={loss ? styles.loss : styles.gain} />
);
