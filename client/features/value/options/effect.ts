/** What a package changes in a scenario: its results without and with it, all else as it stands. Pure; currency units. */
import type { Model, Option, Scenario } from '../../../../shared/value/model.ts';
import { type Results, resultsOf } from '../../../../shared/value/results.ts';
import { termsOf } from '../../../../shared/value/terms.ts';

export interface PackageEffect {
  on: boolean;
  /** The scenario with the package, whether it is switched on or not. */
  with: Results;
  without: Results;
  /** What comes of it for both together and for each side, in today's money. */
  together: number;
  client: number;
  seller: number;
}

type Basis = Pick<Model, 'settings' | 'drivers' | 'options'>;

export function effectOf(model: Basis, scenario: Scenario, { id }: Pick<Option, 'id'>): PackageEffect {
  const results = (on: boolean): Results => resultsOf(termsOf(model, { ...scenario, options: { ...scenario.options, [id]: on } }));
  const [withIt, without] = [results(true), results(false)];
  return {
    on: scenario.options[id] === true, with: withIt, without,
    together: withIt.npv - without.npv, client: withIt.clientNpv - without.clientNpv, seller: withIt.sellerNpv - without.sellerNpv,
  };
}
