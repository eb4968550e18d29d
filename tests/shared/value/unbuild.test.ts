/** A model taken apart into cells and put together again is the same model. */
import { expect, test } from 'vitest';
import { buildModel, rowsOf } from '../../../shared/value/build.ts';
import { MOST_ROWS } from '../../../shared/value/model.ts';
import { placesAfter } from '../../../shared/value/places.ts';
import { cellsOfModel } from '../../../shared/value/unbuild.ts';
import { exampleModel } from '../../support/exampleModel.ts';

test.each(['A', 'B', 'C'] as const)('the model of case %s comes back from its cells', letter => {
  const model = exampleModel(letter);
  const full = {
    ...model,
    scenarios: model.scenarios.map((scenario, nth) => ({ ...scenario, nearlyApproved: nth === 0, scores: { wsh_a: nth }, options: { opt_a: true }, kept: { con_a: 'kept' as const } })),
    wishes: [{ id: 'wsh_a', label: 'Calm', weight: 0 }],
    constraints: [{ id: 'con_a', label: 'Open', measure: 'judged' as const, limit: null }],
  };
  const rows = rowsOf(cellsOfModel(full));
  const ids = [...full.drivers, ...full.scenarios, ...full.wishes, ...full.constraints].map(({ id }) => id);
  placesAfter(null, ids.length).forEach((place, nth) => rows.get(ids[nth]!)!.set('place', place));
  expect(buildModel(rows)).toEqual(full);
});

test('places stay short for as many rows as a model counts, and in order', () => {
  const places = placesAfter(null, MOST_ROWS);
  expect(places.toSorted()).toEqual(places);
  expect(new Set(places).size).toBe(MOST_ROWS);
  expect(Math.max(...places.map(place => place.length))).toBeLessThanOrEqual(6);
});
