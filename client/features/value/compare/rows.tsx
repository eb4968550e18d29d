/** The rows of the comparison, in words and figures. Puts together; decides nothing: what is best says `shared/value/compare.ts`. */
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Compared, type Comparison, leastOf, type Measure } from '../../../../shared/value/compare.ts';
import type { Model, SideOfValue } from '../../../../shared/value/model.ts';
import { isCounted } from '../../../../shared/value/results.ts';
import type { Say } from '../../../ui/text.ts';
import { SideGlyph } from '../../../ui/SideGlyph.tsx';
import type { Chance } from '../risk/Chances.ts';
import type { Figures } from '../useFigures.ts';
import styles from './compare.module.css';
import type { SideGroup, SideRow } from './SideBySide.tsx';
import type { WORDS } from './words.ts';

interface Told {
  comparison: Comparison;
  model: Model;
  chances: ReadonlyMap<string, Chance>;
  say: Say<(typeof WORDS)['en']>;
  figures: Figures;
  sides: Readonly<Record<SideOfValue, string>>;
  /** How chances are drawn, in words. */
  drawn: { draws: string; seed: number };
}

export function rowsOf(told: Told): SideGroup[] {
  const { say } = told;
  return [
    { id: 'money', title: say('money'), rows: moneyRows(told) },
    { id: 'sides', title: say('sides'), rows: sideRows(told) },
    { id: 'risk', title: say('risk'), rows: riskRows(told) },
    { id: 'fit', title: say('fit'), rows: fitRows(told) },
  ];
}

type Row = (id: string, label: ReactNode, cell: (of: Compared) => ReactNode, more?: Partial<SideRow>) => SideRow;

const rowIn = ({ comparison: { scenarios } }: Told): Row => (id, label, cell, more = {}) => ({ id, label, cells: scenarios.map(cell), ...more });

function bestIn({ comparison: { best, scenarios } }: Told, measure: Measure): number[] {
  // One scenario alone is the best of nothing.
  return scenarios.length < 2 ? [] : best[measure].map(id => scenarios.findIndex(({ scenario }) => scenario.id === id));
}

function moneyRows(told: Told): SideRow[] {
  const { say, figures: { money, share, years }, model } = told;
  const row = rowIn(told);
  return [
    row('npv', say('npv'), ({ figures: { npv } }) => amount(told, npv), { hint: say('npvHint', { years: model.settings.years ?? 0 }), strong: true, best: bestIn(told, 'npv') }),
    row('roi', say('roi'), ({ figures: { roi } }) => (roi === null ? say('unknown') : signed(roi, share(roi))), { hint: say('roiHint'), best: bestIn(told, 'roi') }),
    row('payback', say('payback'), ({ results }) => (isCounted(results) ? years(results.paybackYears) : say('unknown')), { best: bestIn(told, 'payback') }),
    row('putIn', say('putIn'), ({ results }) => money(results.pvc), { hint: say('putInHint') }),
  ];
}

/** In money; words where nothing is counted. */
const amount = ({ say, figures: { money } }: Told, value: number | null): ReactNode => (value === null ? say('unknown') : signed(value, money(value)));
const signed = (amount: number, words: string): ReactNode => (amount < 0 ? <span className={styles.negative}>{words}</span> : words);

function sideRows(told: Told): SideRow[] {
  const { say, sides } = told;
  const row = rowIn(told);
  const keeps = (side: SideOfValue): ReactNode => <span className={styles.withGlyph}><SideGlyph side={side} size={11} />{say('keeps', { firm: sides[side] })}</span>;
  return [
    row('client', keeps('client'), ({ figures: { client } }) => amount(told, client), { best: bestIn(told, 'client') }),
    row('seller', keeps('seller'), ({ figures: { seller } }) => amount(told, seller), { best: bestIn(told, 'seller') }),
    row('split', say('split'), each => <Split told={told} of={each} />),
  ];
}

/** No split while a side loses: who loses how much stands in its place. */
function Split({ told: { say, figures: { money, share }, sides }, of: { guard, results: { sellerShare } } }: { told: Told; of: Compared }) {
  if (guard.kind === 'loss') {
    const losers = guard.losers.map(({ side, amount }) => say('loses', { firm: sides[side], amount: money(amount) })).join(', ');
    return (
      <>
        <div className={styles.noSplit} aria-hidden />
        <span className={styles.bad}><TriangleAlert size={15} strokeWidth={1.75} aria-hidden />{say('noSplit', { losers })}</span>
      </>
    );
  }
  if (sellerShare === null) return <span className={styles.quiet}>{say('unknown')}</span>;
  return (
    <>
      <div className={styles.split} aria-hidden>
        <span className={styles.splitSeller} style={{ flexGrow: sellerShare }} />
        <span className={styles.splitClient} style={{ flexGrow: 1 - sellerShare }} />
      </div>
      <span className={styles.small}>{say('splitOf', { seller: sides.seller, sellerShare: share(sellerShare), client: sides.client, clientShare: share(1 - sellerShare) })}</span>
    </>
  );
}

function riskRows(told: Told): SideRow[] {
  const { say, figures: { share }, chances, drawn, comparison: { scenarios } } = told;
  const row = rowIn(told);
  const counted = scenarios.map(({ scenario }) => chances.get(scenario.id));
  const least = leastOf(counted.map(chance => (typeof chance === 'number' ? chance : undefined)));
  return [
    row('breakEven', say('breakEven'), ({ results: { breakEven } }) => (breakEven === null ? say('unknown') : share(breakEven)), { hint: say('breakEvenHint'), best: bestIn(told, 'risk') }),
    row('at80', say('at80'), ({ figures: { at80 } }) => amount(told, at80), { hint: say('at80Hint'), best: bestIn(told, 'at80') }),
    row('chance', say('chance'), ({ scenario }) => chanceWords(told, chances.get(scenario.id) ?? 'drawing'), { hint: say('chanceHint', drawn), best: least }),
  ];
}

function chanceWords({ say, figures }: Told, chance: Chance): ReactNode {
  if (typeof chance === 'number') return figures.share(chance);
  return <span className={styles.quiet}>{say(chance === 'nothing' ? 'noRanges' : chance === 'drawing' ? 'counting' : 'failed')}</span>;
}

function fitRows(told: Told): SideRow[] {
  const { say, figures: { share }, model } = told;
  const row = rowIn(told);
  const fit = row('fit', say('fitRow'), ({ figures, unscored }) => (
    <>
      {figures.fit === null ? <span className={styles.quiet}>{say(model.wishes.length === 0 ? 'noWishes' : 'noScores')}</span> : share(figures.fit)}
      {figures.fit !== null && unscored.length > 0 && <span className={styles.small}>{say('unscored', { count: unscored.length })}</span>}
    </>
  ), { hint: say('fitHint'), best: bestIn(told, 'fit') });
  const violated = row('violated', say('violated'), ({ violated: broken }) => (
    broken.length === 0
      ? <span className={styles.quiet}>{say(model.constraints.length === 0 ? 'noConstraints' : 'noneViolated')}</span>
      : broken.map(({ id, label }) => <span key={id} className={styles.bad}><TriangleAlert size={15} strokeWidth={1.75} aria-hidden />{label}</span>)
  ));
  return [fit, violated];
}
