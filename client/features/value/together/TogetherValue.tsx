/** On the project's home: what both create together, how it is split, what is still open of it, and the other ways beside it. */
import { Check, TriangleAlert } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { Link } from 'react-router';
import { type Evaluation, evaluate } from '../../../../shared/value/evaluate.ts';
import type { ProjectView } from '../../../../shared/projects.ts';
import type { LiveRoom } from '../../../collab/types.ts';
import { SideGlyph } from '../../../ui/SideGlyph.tsx';
import { NoSplitBar, SplitBar } from '../../../ui/SplitBar.tsx';
import { texts, useText } from '../../../ui/text.ts';
import { yearsInWords } from '../overYears.ts';
import { type Figures, useFiguresIn } from '../useFigures.ts';
import { sidesOf } from '../useSides.ts';
import styles from './together.module.css';
import { useModelOf, useOnTable } from './useOnTable.ts';

const TEXTS = texts('value.home', {
  en: {
    label: 'Together', over: 'Together, over {{years}}, with', today: 'in today’s money, {{rate}} a year', return: 'return on what both put in', payback: 'until it has paid itself back', enough: 'of the benefits would be enough',
    open: 'Still open between you', openMore: '{{now}} at today’s terms, {{target}} is the target', now: '{{share}}, as it stands', none: 'No split while one side loses',
    ways: 'Ways to go', code: 'Scenario', together: 'Together', outcome: 'What comes of it', both: 'Both gain', loses: '{{who}} loses', joint: 'A loss together', look: 'Look at the figures',
  },
  it: {
    label: 'Insieme', over: 'Insieme, in {{years}}, con', today: 'in denaro di oggi, {{rate}} l’anno', return: 'ritorno su quanto mettete entrambi', payback: 'finché si è ripagato', enough: 'dei benefici basterebbe',
    open: 'Ancora da chiarire tra voi', openMore: '{{now}} alle condizioni di oggi, l’obiettivo è {{target}}', now: '{{share}}, per come è ora', none: 'Nessuna divisione finché una parte perde',
    ways: 'Strade possibili', code: 'Scenario', together: 'Insieme', outcome: 'Che cosa ne viene', both: 'Guadagnano entrambi', loses: '{{who}} perde', joint: 'Una perdita insieme', look: 'Guarda le cifre',
  },
});

export function TogetherValue({ project, room, stages }: { project: ProjectView; room: LiveRoom; stages?: ReactNode }) {
  const say = useText(TEXTS);
  const figures = useFiguresIn(project.currency);
  const evaluation = useOnTable(room);
  if (!evaluation) return null;
  const { scenario, terms, results } = evaluation;
  return (
    <>
      <section className={`ins-frame ${styles.card}`} aria-label={say('label')}>
        <div className={styles.over}>
          <p>{say('over', { years: yearsInWords(figures.language, terms.years) })} <strong>{scenario.code}, {scenario.name}</strong></p>
          <p className={styles.quiet}>{say('today', { rate: figures.share(terms.discountRate, 2) })}</p>
        </div>
        <div className={styles.heroLine}>
          <p className={`${styles.hero} ${results.npv < 0 ? styles.negative : ''}`}>{figures.money(results.npv)}</p>
          <dl className={styles.facts}>
            {results.roi !== null && <div><dt>{say('return')}</dt><dd>{figures.share(results.roi, 1, 1)}</dd></div>}
            <div><dt>{say('payback')}</dt><dd>{figures.longYears(results.paybackYears, 1)}</dd></div>
            {results.breakEven !== null && results.breakEven <= 1 && <div><dt>{say('enough')}</dt><dd>{figures.share(results.breakEven, 0)}</dd></div>}
          </dl>
        </div>
        <HomeSplit project={project} evaluation={evaluation} figures={figures} />
      </section>
      <Ways project={project} room={room} figures={figures} stages={stages} />
    </>
  );
}

function HomeSplit({ project, evaluation: { terms, results }, figures: { money, share } }: { project: ProjectView; evaluation: Evaluation; figures: Figures }) {
  const say = useText(TEXTS);
  const sides = sidesOf(project);
  const { sellerShare, npv } = results;
  if (sellerShare === null) return <NoSplitBar height={44}>{say('none')}</NoSplitBar>;
  const target = terms.targetSellerShare;
  const open = Math.abs(sellerShare - target) * npv;
  return (
    <>
      <SplitBar sellerShare={sellerShare} target={target} height={56} />
      <dl className={styles.split}>
        <div><dt><SideGlyph side="seller" />{sides.seller}</dt><dd>{money(results.sellerNpv)}</dd><dd className={styles.share}>{say('now', { share: share(sellerShare) })}</dd></div>
        {open >= 0.5 && <div className={styles.middle}><dt><span className={styles.hatch} aria-hidden />{say('open')}</dt><dd>{money(open)}</dd><dd className={styles.share}>{say('openMore', { now: share(sellerShare), target: share(target, 2) })}</dd></div>}
        <div className={styles.end}><dt><SideGlyph side="client" />{sides.client}</dt><dd>{money(results.clientNpv)}</dd><dd className={styles.share}>{say('now', { share: share(1 - sellerShare) })}</dd></div>
      </dl>
    </>
  );
}

function Ways({ project, room, figures: { money }, stages }: { project: ProjectView; room: LiveRoom; figures: Figures; stages: ReactNode }) {
  const say = useText(TEXTS);
  const sides = sidesOf(project);
  const { model } = useModelOf(room);
  const ways = useMemo(() => model.scenarios.filter(({ archived }) => !archived).map(scenario => evaluate(model, scenario)), [model]);
  const amount = (value: number, strong = false) => <td className={`${value < 0 ? styles.negative : ''} ${strong ? styles.strong : ''}`}>{money(value)}</td>;
  return (
    <section className={`ins-frame ${styles.card}`} aria-labelledby="home-ways">
      <div className={styles.head}>
        <h2 className={styles.heading} id="home-ways">{say('ways')}</h2>
        <Link to={`/projects/${project.id}/value`} className={styles.look}>{say('look')}</Link>
      </div>
      <div className={styles.scroll}>
        <table className={styles.ways}>
          <thead><tr><th scope="col" colSpan={2}><span className="ins-hidden">{say('code')}</span></th><th scope="col">{say('together')}</th><th scope="col">{sides.client}</th><th scope="col">{sides.seller}</th><th scope="col"><span className="ins-hidden">{say('outcome')}</span></th></tr></thead>
          <tbody>
            {ways.map(({ scenario, results, guard }) => (
              <tr key={scenario.id}>
                <th scope="row" className={styles.code}>{scenario.code}</th>
                <td className={styles.name}><Link to={`/projects/${project.id}/value?scenario=${scenario.id}`}>{scenario.name}</Link></td>
                {amount(results.npv, true)}{amount(results.clientNpv)}{amount(results.sellerNpv)}
                <td>
                  <span className={`${styles.badge} ${guard.kind === 'loss' ? styles.badgeLoss : ''}`}>
                    {guard.kind === 'loss' ? <TriangleAlert size={14} strokeWidth={1.75} aria-hidden /> : <Check size={14} strokeWidth={2} aria-hidden />}
                    {guard.kind === 'bothGain' ? say('both') : guard.losers[0] ? say('loses', { who: sides[guard.losers[0].side] }) : say('joint')}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {stages}
    </section>
  );
}
