/**
 * Ways to pay for a thing, compared: what it costs a month, in all, and a year as an effective rate (APR).
 *
 * Loan: monthly = A · i / (1 − (1+i)^−n) with i = nominal rate / 12; total = n · monthly + fee; the borrower receives
 * A − fee. Lease: upfront + n · monthly + residual for a thing worth A. Rental: the thing goes back, so there is no
 * APR to compare. APR = (1 + m)^12 − 1, where m is the monthly rate at which what is paid is worth what was received.
 */
import type { Financing } from './model.ts';

export interface FinancingCost {
  monthly: number;
  total: number;
  /** Effective, a year; null where nothing is borrowed (rental) or no such rate exists. */
  apr: number | null;
}

/** Undefined while a needed amount is missing. */
export function financingCost(offer: Financing): FinancingCost | undefined {
  if (offer.months === null) return undefined;
  if (offer.form === 'loan') return loanCost(offer, offer.months);
  if (offer.monthly === null) return undefined;
  const { monthly, months } = { monthly: offer.monthly, months: offer.months };
  const upfront = offer.upfront ?? 0;
  const fee = offer.fee ?? 0;
  if (offer.form === 'rental') return { monthly, total: fee + upfront + months * monthly, apr: null };
  const residual = offer.residual ?? 0;
  const total = fee + upfront + months * monthly + residual;
  const received = offer.amount === null ? null : offer.amount - upfront - fee;
  return { monthly, total, apr: received === null ? null : aprOf({ received, monthly, months, last: residual }) };
}

function loanCost({ amount, nominalRate, fee }: Financing, months: number): FinancingCost | undefined {
  if (amount === null || nominalRate === null) return undefined;
  const monthly = annuity(amount, nominalRate / 12, months);
  return { monthly, total: months * monthly + (fee ?? 0), apr: aprOf({ received: amount - (fee ?? 0), monthly, months, last: 0 }) };
}

/** Equal payment at the end of each of `n` periods that repays `amount` at rate `i` a period. */
export function annuity(amount: number, i: number, n: number): number {
  return i === 0 ? amount / n : (amount * i) / (1 - 1 / power(1 + i, n));
}

interface Borrowed {
  received: number;
  monthly: number;
  months: number;
  /** Paid together with the last month. */
  last: number;
}

/** Found by halving: what is paid is worth less, the higher the rate. Null when nothing is received or less is paid back than that. */
function aprOf({ received, monthly, months, last }: Borrowed): number | null {
  if (received <= 0 || months * monthly + last < received) return null;
  const worth = (m: number): number => (m === 0 ? months * monthly : (monthly * (1 - 1 / power(1 + m, months))) / m) + last / power(1 + m, months);
  let low = 0;
  let high = 1; // 100 % a month
  if (worth(high) > received) return null;
  for (let n = 0; n < 100; n += 1) {
    const middle = (low + high) / 2;
    if (worth(middle) > received) low = middle;
    else high = middle;
  }
  return power(1 + (low + high) / 2, 12) - 1;
}

/** Step by step: the last digit of `Math.pow` may differ between engines. */
function power(base: number, exponent: number): number {
  let result = 1;
  for (let n = 0; n < exponent; n += 1) result *= base;
  return result;
}
