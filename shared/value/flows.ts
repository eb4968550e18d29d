/**
 * Money per year, jointly and for each side, in currency units; year 0 is the start.
 *
 * Benefit of year t: B_t = Σ b_i · r_i,t. Joint: J_0 = −(Ic + Is), J_t = B_t − (Rc + Rs).
 * Paid by the client to the seller: T_0 = F0, T_t = F + g · max(0, Bc_t − H).
 * Client: −Ic − F0, then Bc_t − Rc − T_t. Seller: −Is + F0, then Bs_t − Rs + T_t. The two always add up to J_t.
 */
import type { Price, Terms } from './terms.ts';

export interface YearFlow {
  /** 0 is the start. */
  year: number;
  clientBenefit: number; // Bc
  sellerBenefit: number; // Bs
  benefit: number; // B
  cost: number; // of both sides together
  paid: number; // T, client to seller
  joint: number; // J
  client: number;
  seller: number;
  /** Sums of the joint, the client's and the seller's flows up to here, undiscounted. */
  cumulative: number;
  cumulativeClient: number;
  cumulativeSeller: number;
}

export function flowsOf(terms: Terms): YearFlow[] {
  const { costs, price, years } = terms;
  let before = startOf(costs.clientOneOff, costs.sellerOneOff, price.upfront);
  const flows = [before];
  for (let year = 1; year <= years; year += 1) {
    before = yearAfter(before, terms, year);
    flows.push(before);
  }
  return flows;
}

function startOf(clientOneOff: number, sellerOneOff: number, upfront: number): YearFlow {
  const joint = -(clientOneOff + sellerOneOff);
  const client = -clientOneOff - upfront;
  const seller = -sellerOneOff + upfront;
  return {
    year: 0, clientBenefit: 0, sellerBenefit: 0, benefit: 0, cost: clientOneOff + sellerOneOff, paid: upfront,
    joint, client, seller, cumulative: joint, cumulativeClient: client, cumulativeSeller: seller,
  };
}

function yearAfter(before: YearFlow, { drivers, costs, price }: Terms, year: number): YearFlow {
  let clientBenefit = 0;
  let sellerBenefit = 0;
  for (const { accruesTo, fullYear, ramp } of drivers) {
    const benefit = fullYear * (ramp[year - 1] ?? 0);
    if (accruesTo === 'client') clientBenefit += benefit;
    else sellerBenefit += benefit;
  }
  const benefit = clientBenefit + sellerBenefit;
  const cost = costs.clientYearly + costs.sellerYearly;
  const paid = paidInYear(price, clientBenefit);
  const joint = benefit - cost;
  const client = clientBenefit - costs.clientYearly - paid;
  const seller = sellerBenefit - costs.sellerYearly + paid;
  return {
    year, clientBenefit, sellerBenefit, benefit, cost, paid, joint, client, seller,
    cumulative: before.cumulative + joint,
    cumulativeClient: before.cumulativeClient + client,
    cumulativeSeller: before.cumulativeSeller + seller,
  };
}

/** T_t = F + g · max(0, Bc_t − H). */
export const paidInYear = ({ yearly, gainShare, threshold }: Price, clientBenefit: number): number =>
  yearly + gainShare * Math.max(0, clientBenefit - threshold);

/**
 * Present value of amounts by year, [0] at the start: Σ a_t / (1 + d)^t. Powers are taken step by step, not by
 * `Math.pow`, whose last digit may differ between engines: what is frozen must come out the same everywhere.
 */
export function presentValue(amounts: readonly number[], discountRate: number): number {
  let factor = 1;
  let total = 0;
  for (const amount of amounts) {
    total += amount / factor;
    factor *= 1 + discountRate;
  }
  return total;
}

/**
 * Years until the sum of the flows is no longer negative, undiscounted and linear within the year:
 * (n − 1) + (−cum_{n−1}) / J_n. 0 when nothing is ever put in; null when it never comes back.
 */
export function paybackYears(amounts: readonly number[]): number | null {
  let cumulative = 0;
  for (const [year, amount] of amounts.entries()) {
    const before = cumulative;
    cumulative += amount;
    if (cumulative >= 0) return year === 0 ? 0 : year - 1 + -before / amount;
  }
  return null;
}
