/**
 * What a scenario is worth: present values, return, payback, and what each side has of it. Currency units, shares as fractions.
 *
 * PVB = Σ B_t/(1+d)^t, PVC = Ic + Is + Σ (Rc+Rs)/(1+d)^t, NPV = PVB − PVC, ROI = NPV/PVC,
 * simple ROI = (ΣB − ΣC)/ΣC, break-even factor = PVC/PVB (the part of the benefits that must come true).
 */
import { flowsOf, paybackYears, presentValue, type YearFlow } from './flows.ts';
import { type FairGainShare, fairGainShare } from './split.ts';
import type { Terms } from './terms.ts';

export interface Results {
  /** Σ b_i: a year in which everything runs. */
  fullYear: number;
  pvb: number;
  pvc: number;
  npv: number;
  roi: number | null; // null without any cost
  simpleRoi: number | null;
  paybackYears: number | null; // null: never within these years
  breakEven: number | null; // null without any benefit
  clientNpv: number;
  sellerNpv: number;
  /** The seller's share of the joint net value; null while either side loses. */
  sellerShare: number | null;
  fair: FairGainShare;
  flows: readonly YearFlow[];
}

/** Anything at all stands in the scenario; before that its figures are noughts that say nothing. */
export const isCounted = ({ pvb, pvc, flows }: Results): boolean => pvb > 0 || pvc > 0 || flows.some(({ paid }) => paid > 0);

/** A side loses from half a cent on. */
export const LOSS = -0.005;
export const loses = (npv: number): boolean => npv < LOSS;

export function resultsOf(terms: Terms): Results {
  const flows = flowsOf(terms);
  const of = (amount: (flow: YearFlow) => number): number => presentValue(flows.map(amount), terms.discountRate);
  const pvb = of(flow => flow.benefit);
  const pvc = of(flow => flow.cost);
  const npv = pvb - pvc;
  const sides = { clientNpv: of(flow => flow.client), sellerNpv: of(flow => flow.seller) };
  return {
    fullYear: terms.drivers.reduce((total, driver) => total + driver.fullYear, 0),
    pvb, pvc, npv,
    roi: ratio(npv, pvc),
    simpleRoi: simpleRoi(flows),
    paybackYears: paybackYears(flows.map(flow => flow.joint)),
    breakEven: ratio(pvc, pvb),
    ...sides,
    sellerShare: loses(sides.clientNpv) || loses(sides.sellerNpv) ? null : ratio(sides.sellerNpv, npv),
    fair: fairGainShare(terms, npv),
    flows,
  };
}

function simpleRoi(flows: readonly YearFlow[]): number | null {
  const benefits = flows.reduce((total, { benefit }) => total + benefit, 0);
  const costs = flows.reduce((total, { cost }) => total + cost, 0);
  return ratio(benefits - costs, costs);
}

/** A ratio beyond this says nothing: the whole it was taken of is next to nothing. */
const LARGEST_RATIO = 1e12;

function ratio(part: number, whole: number): number | null {
  const share = part / whole;
  return whole > 0 && Math.abs(share) <= LARGEST_RATIO ? share : null;
}
