/**
 * Every scenario of a model with its terms, results and guard, calculated once per state of what it depends on.
 *
 * Rows of a live model stay the same objects until they change; so a change in one scenario recalculates that one
 * alone, and a change in a driver all of them.
 */
import { type Guard, guardOf } from './guard.ts';
import type { Model, Scenario } from './model.ts';
import { type Results, resultsOf } from './results.ts';
import { type Terms, termsOf } from './terms.ts';

export interface Evaluation {
  scenario: Scenario;
  terms: Terms;
  results: Results;
  guard: Guard;
}

type Basis = Pick<Model, 'settings' | 'drivers' | 'options'>;
const remembered = new WeakMap<Scenario, { basis: Basis; evaluation: Evaluation }>();

export function evaluate(model: Basis, scenario: Scenario): Evaluation {
  const known = remembered.get(scenario);
  if (known && sameBasis(known.basis, model)) return known.evaluation;
  const terms = termsOf(model, scenario);
  const results = resultsOf(terms);
  const evaluation = { scenario, terms, results, guard: guardOf(results) };
  remembered.set(scenario, { basis: model, evaluation });
  return evaluation;
}

/** All scenarios in their order, archived ones too. */
export const evaluateAll = (model: Model): Evaluation[] => model.scenarios.map(scenario => evaluate(model, scenario));

const sameBasis = (a: Basis, b: Basis): boolean => a.settings === b.settings && a.drivers === b.drivers && a.options === b.options;

/** The scenario that header, home and proposal speak of: the one put there, else the almost approved, else the first. */
export function onTable({ settings, scenarios }: Pick<Model, 'settings' | 'scenarios'>): Scenario | undefined {
  const open = scenarios.filter(({ archived }) => !archived);
  return open.find(({ id }) => id === settings.onTable) ?? open.find(({ nearlyApproved }) => nearlyApproved) ?? open[0];
}
