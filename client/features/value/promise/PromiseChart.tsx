/** A bar for what came, within the outline of what was promised, driver by driver. */
import type { Model } from '../../../../shared/value/model.ts';
import type { YearPromise } from '../../../../shared/value/promise.ts';
import { ChartFrame, LegendItem } from '../../../ui/charts/ChartFrame.tsx';
import { useText } from '../../../ui/text.ts';
import { useFigures } from '../useFigures.ts';
import styles from './promise.module.css';
import { WORDS } from './words.ts';

const ROW = 46;
const BAR = 14;

export function PromiseChart({ model, promise }: { model: Model; promise: YearPromise }) {
  const say = useText(WORDS);
  const { money, share, thousands, cents } = useFigures();
  const { drivers, year } = promise;
  const codes = new Map(model.drivers.map(({ id, code, label }) => [id, code || label]));
  const most = Math.max(1, ...drivers.map(({ planned, actual }) => Math.max(planned, actual ?? 0)));
  const label = promise.kept === null || drivers.every(({ actual }) => actual === null)
    ? say('chartLabelEmpty', { year, planned: money(promise.planned) })
    : say('chartLabel', { year, actual: money(promise.actual), planned: money(promise.planned), kept: share(promise.kept) });
  const table = (
    <table>
      <thead><tr><th scope="col">{say('driver')}</th><th scope="col">{say('planned')}</th><th scope="col">{say('actual')}</th><th scope="col">{say('kept')}</th></tr></thead>
      <tbody>
        {drivers.map(({ id, planned, actual, kept }) => (
          <tr key={id}><th scope="row">{codes.get(id)}</th><td>{cents(planned)}</td><td>{actual === null ? say('missing') : cents(actual)}</td><td>{kept === null ? '' : share(kept, 2)}</td></tr>
        ))}
      </tbody>
      <tfoot><tr><th scope="row">{say('all')}</th><td>{cents(promise.planned)}</td><td>{cents(promise.actual)}</td><td>{promise.kept === null ? '' : share(promise.kept, 2)}</td></tr></tfoot>
    </table>
  );
  return (
    <ChartFrame
      label={label} height={drivers.length * ROW + 8} table={table}
      legend={<><LegendItem shape={<span className={styles.keyActual} />}>{say('actual')}</LegendItem><LegendItem shape={<span className={styles.keyPlanned} />}>{say('planned')}</LegendItem></>}
    >
      {width => {
        const scale = (value: number): number => (Math.max(0, value) / most) * (width - 104);
        return drivers.map(({ id, planned, actual, kept }, nth) => {
          const y = nth * ROW + 8;
          return (
            <g key={id} transform={`translate(0 ${y})`}>
              <text x={0} y={BAR / 2} dy="0.35em" className={styles.barCode}>{codes.get(id)?.slice(0, 5)}</text>
              <rect x={38} y={0} width={Math.max(1, scale(planned))} height={BAR} rx={3} className={styles.barPlanned} />
              {actual !== null && <rect x={38} y={3} width={Math.max(1, scale(actual))} height={BAR - 6} rx={2} className={styles.barActual} />}
              <text x={38 + scale(Math.max(planned, actual ?? 0)) + 8} y={BAR / 2} dy="0.35em" className={styles.barFigure}>{kept === null ? thousands(planned) : share(kept, 0)}</text>
            </g>
          );
        });
      }}
    </ChartFrame>
  );
}
