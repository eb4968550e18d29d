/** The tornado: how far the joint net value moves when one driver comes out low or high, the widest above. */
import { useMemo } from 'react';
import type { Model, Scenario } from '../../../../shared/value/model.ts';
import { type Tornado, tornadoOf } from '../../../../shared/value/sensitivity.ts';
import { ChartFrame, LegendItem } from '../../../ui/charts/ChartFrame.tsx';
import { useText } from '../../../ui/text.ts';
import { Card } from '../Card.tsx';
import { useFigures } from '../useFigures.ts';
import { Bars, heightOf } from './TornadoBars.tsx';
import styles from './risk.module.css';
import { WORDS } from './words.ts';

/** More would be a list, not a picture; the table has all of them. */
const SHOWN = 12;

export function TornadoCard({ model, scenario }: { model: Model; scenario: Scenario }) {
  const say = useText(WORDS);
  const { money } = useFigures();
  const tornado = useMemo(() => tornadoOf(model, scenario), [model, scenario]);
  const names = new Map(model.drivers.map(({ id, code, label }) => [id, { code: code || label.slice(0, 6), label }]));
  const drivers = tornado.drivers.filter(({ spread }) => spread > 0).slice(0, SHOWN);
  const [first] = drivers;
  if (!first) return <Card title={say('matters')}><p className={styles.quiet}>{say('tornadoEmpty')}</p></Card>;
  const label = say('tornadoLabel', { name: names.get(first.driver)?.label ?? '', low: money(first.lowNpv), high: money(first.highNpv), npv: money(tornado.npv), count: drivers.length });
  return (
    <Card title={say('matters')}>
      <p className={styles.hint}>{say('mattersHint')}</p>
      <ChartFrame label={label} height={heightOf(drivers.length)} table={<TornadoTable tornado={tornado} names={names} />} legend={<Legend assumed={drivers.some(each => each.assumed)} />}>
        {width => <Bars width={width} npv={tornado.npv} drivers={drivers} nameOf={id => names.get(id) ?? { code: '', label: '' }} />}
      </ChartFrame>
    </Card>
  );
}

function Legend({ assumed }: { assumed: boolean }) {
  const say = useText(WORDS);
  return (
    <>
      <LegendItem shape={<span className={`${styles.key} ${styles.keyLow}`} />}>{say('comesLow')}</LegendItem>
      <LegendItem shape={<span className={`${styles.key} ${styles.keyHigh}`} />}>{say('comesHigh')}</LegendItem>
      {assumed && <LegendItem shape={<span className={`${styles.key} ${styles.keyAssumed}`} />}>{say('assumed')}</LegendItem>}
    </>
  );
}

function TornadoTable({ tornado, names }: { tornado: Tornado; names: ReadonlyMap<string, { code: string; label: string }> }) {
  const say = useText(WORDS);
  const { cents } = useFigures();
  return (
    <table>
      <thead><tr><th scope="col">{say('driver')}</th><th scope="col">{say('low')}</th><th scope="col">{say('high')}</th><th scope="col">{say('spread')}</th></tr></thead>
      <tbody>
        {tornado.drivers.map(({ driver, lowNpv, highNpv, spread, assumed }) => (
          <tr key={driver}>
            <th scope="row">{names.get(driver)?.code} {names.get(driver)?.label}{assumed && <span className={styles.assumed}> {say('assumed')}</span>}</th>
            <td>{cents(lowNpv)}</td><td>{cents(highNpv)}</td><td>{cents(spread)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
