/**
 * Which gain share gives the seller the share of the joint value that it aims for.
 *
 * g* = (s · NPV_joint − NPV_s at g = 0) / Σ max(0, Bc_t − H)/(1+d)^t. Below zero the fixed fee alone already
 * gives more than the target; then no gain share can help, only a lower fee.
 */
import { flowsOf, presentValue } from './flows.ts';
import { type Terms, withPrice } from './terms.ts';

export type FairGainShare =
  | { kind: 'fair'; gainShare: number } // 0 to 1
  | { kind: 'feeTooHigh'; gainShare: number } // below 0: the fixed fee asks for more than the target
  | { kind: 'beyondAll'; gainShare: number } // above 1: even the whole gain would not reach the target
  | { kind: 'nothingToShare' } // the client's benefit never passes the threshold
  | { kind: 'jointLoss' }; // no price can repair a joint loss

export function fairGainShare(terms: Terms, jointNpv: number): FairGainShare {
  if (jointNpv <= 0) return { kind: 'jointLoss' };
  const flows = flowsOf(withPrice(terms, { gainShare: 0 }));
  const above = flows.map(({ clientBenefit }, year) => (year === 0 ? 0 : Math.max(0, clientBenefit - terms.price.threshold)));
  const shared = presentValue(above, terms.discountRate);
  if (shared <= 0) return { kind: 'nothingToShare' };
  const withoutShare = presentValue(flows.map(({ seller }) => seller), terms.discountRate);
  const gainShare = (terms.targetSellerShare * jointNpv - withoutShare) / shared;
  if (gainShare < 0) return { kind: 'feeTooHigh', gainShare };
  return gainShare > 1 ? { kind: 'beyondAll', gainShare } : { kind: 'fair', gainShare };
}
