/** How well a scenario fits what the client wishes: Σ weight · score / Σ weight / 5, a share from 0 to 1. */
import type { Scenario, Wish } from './model.ts';

export interface Fit {
  /** Of the wishes that are scored; null while none is. */
  share: number | null;
  /** Wishes without a score in this scenario. */
  unscored: readonly string[];
}

export const HIGHEST_SCORE = 5;

export function fitOf(wishes: readonly Wish[], scenario: Scenario): Fit {
  const scored = wishes.flatMap(({ id, weight }) => {
    const score = scenario.scores[id] ?? null;
    return score === null ? [] : [{ weight: weight ?? 0, score }];
  });
  const weights = scored.reduce((sum, { weight }) => sum + weight, 0);
  const points = scored.reduce((sum, { weight, score }) => sum + weight * score, 0);
  return {
    share: weights > 0 ? points / weights / HIGHEST_SCORE : null,
    unscored: wishes.filter(({ id }) => (scenario.scores[id] ?? null) === null).map(({ id }) => id),
  };
}
