/**
 * The win-win guard: may a split be shown at all, and if not, who loses how much and what could repair it.
 *
 * Simple ROI ignores time; where it is positive and the net present value is not, that must be explained.
 */
import { loses, type Results } from './results.ts';
import type { SideOfValue } from './model.ts';

export type Guard =
  | { kind: 'bothGain' }
  | {
      kind: 'loss';
      /** Who loses how much, in today's money, as positive amounts; the larger loss first. */
      losers: readonly { side: SideOfValue; amount: number }[];
      /** The joint result is negative: no price can repair it. */
      jointLoss: boolean;
      /** How much less upfront (if the client loses) or more (if the seller does) makes that side even; null when no price can. */
      upfrontChange: number | null;
      /** The plain return looks good and the real one is not: say why. */
      simpleRoiMisleads: boolean;
    };

export function guardOf({ npv, clientNpv, sellerNpv, simpleRoi }: Results): Guard {
  const losers = [{ side: 'client' as const, amount: -clientNpv }, { side: 'seller' as const, amount: -sellerNpv }]
    .filter(({ amount }) => loses(-amount))
    .sort((a, b) => b.amount - a.amount);
  if (losers.length === 0) return { kind: 'bothGain' };
  const jointLoss = loses(npv);
  return {
    kind: 'loss', losers, jointLoss,
    upfrontChange: jointLoss ? null : clientNpv < 0 ? clientNpv : -sellerNpv,
    simpleRoiMisleads: jointLoss && (simpleRoi ?? 0) > 0,
  };
}
