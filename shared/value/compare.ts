/**
 * Scenarios side by side: what each measure says, which is best in it, and why return and value may disagree.
 *
 * Risk is the part of the hoped-for benefits that must come true (break-even factor): the lower the better. A scenario
 * in which a side loses is shown and is never called best.
 */
import { violatedBy } from './constraints.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { fitOf } from './fit.ts';
import type { Constraint, Model } from './model.ts';
import { isCounted, resultsOf } from './results.ts';
import { scaleBenefits } from './terms.ts';

export const MEASURES = ['npv', 'roi', 'payback', 'client', 'seller', 'risk', 'at80', 'fit'] as const;
export type Measure = (typeof MEASURES)[number];
const LESS_IS_BETTER: ReadonlySet<Measure> = new Set(['payback', 'risk']);

export interface Compared extends Evaluation {
  /** Null: cannot be said (no cost, no payback, no score). */
  figures: Readonly<Record<Measure, number | null>>;
  unscored: readonly string[];
  violated: readonly Constraint[];
}
/** The first by return is not the first by value: data of the one sentence that says why. */
export interface RoiIsNotValue {
  byRoi: string; // scenario ids
  byNpv: string;
  roi: { ofByRoi: number; ofByNpv: number };
  npv: { ofByRoi: number; ofByNpv: number };
  /** The first by value puts in this much more (today's money) and gets that much more net value for it. */
  putsInMore: number;
  getsMore: number;
}
export interface Comparison {
  /** In the order of the model, without archived ones. */
  scenarios: readonly Compared[];
  /** Scenario ids; several when equal, none when nothing can be said. */
  best: Readonly<Record<Measure, readonly string[]>>;
  roiIsNotValue: RoiIsNotValue | null;
}

export function compare(model: Model): Comparison {
  const scenarios = model.scenarios.filter(({ archived }) => !archived).map(scenario => compared(model, evaluate(model, scenario)));
  const eligible = scenarios.filter(({ guard }) => guard.kind === 'bothGain');
  const best = Object.fromEntries(MEASURES.map(measure => [measure, bestIn(eligible, measure)])) as Record<Measure, string[]>;
  return { scenarios, best, roiIsNotValue: roiIsNotValue(eligible) };
}

function compared(model: Model, evaluation: Evaluation): Compared {
  const { results, scenario, terms } = evaluation;
  const { share, unscored } = fitOf(model.wishes, scenario);
  const { npv, roi, paybackYears, clientNpv, sellerNpv, breakEven } = results;
  // Joint net value when only four fifths of the benefits come.
  const at80 = resultsOf(scaleBenefits(terms, 0.8)).npv;
  const money = isCounted(results)
    ? { npv, roi, payback: paybackYears, client: clientNpv, seller: sellerNpv, risk: breakEven, at80 }
    : { npv: null, roi: null, payback: null, client: null, seller: null, risk: null, at80: null };
  return {
    ...evaluation,
    figures: { ...money, fit: share },
    unscored,
    violated: violatedBy(model.constraints, evaluation),
  };
}

function bestIn(eligible: readonly Compared[], measure: Measure): string[] {
  const known = eligible.flatMap(({ scenario, figures }) => (figures[measure] === null ? [] : [{ id: scenario.id, figure: figures[measure] }]));
  const figures = known.map(({ figure }) => figure);
  const best = LESS_IS_BETTER.has(measure) ? Math.min(...figures) : Math.max(...figures);
  return known.filter(({ figure }) => figure === best).map(({ id }) => id);
}

/** Which of the known figures is the least, where they differ: of equals none is best. */
export function leastOf(figures: readonly (number | undefined)[]): number[] {
  const known = figures.filter(figure => figure !== undefined);
  const least = Math.min(...known);
  return known.some(figure => figure > least) ? figures.flatMap((figure, nth) => (figure === least ? [nth] : [])) : [];
}

function roiIsNotValue(eligible: readonly Compared[]): RoiIsNotValue | null {
  const ranked = (of: (each: Compared) => number | null): Compared | undefined =>
    eligible.filter(each => of(each) !== null).toSorted((a, b) => (of(b) ?? 0) - (of(a) ?? 0))[0];
  const byRoi = ranked(({ results }) => results.roi);
  const byNpv = ranked(({ results }) => results.npv);
  if (!byRoi || !byNpv || byRoi === byNpv) return null;
  return {
    byRoi: byRoi.scenario.id, byNpv: byNpv.scenario.id,
    roi: { ofByRoi: byRoi.results.roi ?? 0, ofByNpv: byNpv.results.roi ?? 0 },
    npv: { ofByRoi: byRoi.results.npv, ofByNpv: byNpv.results.npv },
    putsInMore: byNpv.results.pvc - byRoi.results.pvc,
    getsMore: byNpv.results.npv - byRoi.results.npv,
  };
}
