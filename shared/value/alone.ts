/**
 * Alone versus together: what each side would have without the other, beside what it has in a scenario.
 *
 * What a side expects alone is its own estimate (settings, net value over the same years); nobody has to give one,
 * and then it counts as nothing. Together pays where neither side has less than alone. Currency units, today's money.
 */
import type { Settings } from './model.ts';
import type { Results } from './results.ts';

export interface AloneOrTogether {
  /** Null: that side has not said what it expects alone. */
  alone: number | null;
  together: number;
  /** together − alone. */
  more: number;
}
export interface AloneVersusTogether {
  client: AloneOrTogether;
  seller: AloneOrTogether;
  joint: { alone: number; together: number; more: number };
  /** Neither side has less than alone. */
  worthIt: boolean;
}

export function aloneOrTogether({ aloneClient, aloneSeller }: Settings, { npv, clientNpv, sellerNpv }: Results): AloneVersusTogether {
  const client = side(aloneClient, clientNpv);
  const seller = side(aloneSeller, sellerNpv);
  const alone = (aloneClient ?? 0) + (aloneSeller ?? 0);
  return { client, seller, joint: { alone, together: npv, more: npv - alone }, worthIt: client.more >= 0 && seller.more >= 0 };
}

const side = (alone: number | null, together: number): AloneOrTogether => ({ alone, together, more: together - (alone ?? 0) });
