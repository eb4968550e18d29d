/** Places between places: always room for one more. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeBetween } from '../../../shared/value/places.ts';

test('a place lies between its neighbours, wherever people put things', () => {
  fc.assert(fc.property(fc.array(fc.nat(), { maxLength: 120 }), positions => {
    const places: string[] = [];
    for (const position of positions) {
      const at = position % (places.length + 1);
      places.splice(at, 0, placeBetween(places[at - 1] ?? null, places[at] ?? null));
    }
    places.slice(1).forEach((place, nth) => expect(place > places[nth]!).toBe(true));
    expect(places.every(place => !place.endsWith('0'))).toBe(true);
  }));
});

test('always the same gap can be filled again', () => {
  let [low, high] = [placeBetween(null, null), placeBetween(placeBetween(null, null), null)];
  for (let n = 0; n < 200; n += 1) {
    const middle = placeBetween(low, high);
    expect(low < middle && middle < high).toBe(true);
    if (n % 2) low = middle;
    else high = middle;
  }
});

test('places that are equal or the wrong way round still give one behind the first', () => {
  expect(placeBetween('V', 'V') > 'V').toBe(true);
  expect(placeBetween('W', 'V') > 'W').toBe(true);
  expect(placeBetween('nonsense!', null) > 'nonsense').toBe(true);
});
