/** Which roles make sense on a side: only the seller's side leads. A role that somebody already has stays in the list. */
import { Role, type Side } from '../../../shared/sides.ts';

export function rolesOn(side: Side, present?: Role): readonly Role[] {
  return Role.options.filter(role => role !== 'host' || side === 'seller' || role === present);
}
