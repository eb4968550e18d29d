/** From drivers to net value, step by step: present value of each driver, then what both sides put in. Currency units, today's money. */
import { presentValue } from './flows.ts';
import type { Evaluation } from './evaluate.ts';

export interface WaterfallStep {
  what: { driver: string } | { cost: 'clientOneOff' | 'sellerOneOff' | 'clientYearly' | 'sellerYearly' } | 'net';
  /** What this step adds; costs are negative. For `net`: the whole. */
  amount: number;
  /** Where its bar begins and ends. */
  from: number;
  to: number;
}

/** Drivers in their order, then costs, then what is left. */
export function waterfallOf({ terms, results }: Pick<Evaluation, 'terms' | 'results'>): WaterfallStep[] {
  const { drivers, costs, discountRate, years } = terms;
  const everyYear = presentValue([0, ...Array<number>(years).fill(1)], discountRate);
  const parts: Pick<WaterfallStep, 'what' | 'amount'>[] = [
    ...drivers.map(({ id, fullYear, ramp }) => ({ what: { driver: id }, amount: fullYear * presentValue([0, ...ramp], discountRate) })),
    { what: { cost: 'clientOneOff' }, amount: -costs.clientOneOff },
    { what: { cost: 'clientYearly' }, amount: -costs.clientYearly * everyYear },
    { what: { cost: 'sellerOneOff' }, amount: -costs.sellerOneOff },
    { what: { cost: 'sellerYearly' }, amount: -costs.sellerYearly * everyYear },
  ];
  let at = 0;
  const steps = parts.map(part => ({ ...part, from: at, to: (at += part.amount) }));
  return [...steps, { what: 'net', amount: results.npv, from: 0, to: results.npv }];
}
