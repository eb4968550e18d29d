/** Which constraints a scenario breaks: those with a limit are calculated, the others are judged by people. */
import type { Evaluation } from './evaluate.ts';
import type { Constraint } from './model.ts';

export type Verdict = 'open' | 'kept' | 'violated';

export function verdictOn({ id, measure, limit }: Constraint, { scenario, results, terms }: Evaluation): Verdict {
  if (measure === 'judged') return scenario.kept[id] ?? 'open';
  if (limit === null) return 'open';
  switch (measure) {
    case 'upfrontAtMost': return held(terms.price.upfront <= limit);
    // What the client pays before the first year is over.
    case 'firstYearPaidAtMost': return held(terms.price.upfront + (results.flows[1]?.paid ?? 0) <= limit);
    case 'paybackAtMost': return held(results.paybackYears !== null && results.paybackYears <= limit);
    case 'clientNpvAtLeast': return held(results.clientNpv >= limit);
  }
}

const held = (kept: boolean): Verdict => (kept ? 'kept' : 'violated');

export const violatedBy = (constraints: readonly Constraint[], evaluation: Evaluation): Constraint[] =>
  constraints.filter(constraint => verdictOn(constraint, evaluation) === 'violated');
