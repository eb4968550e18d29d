/** Where things lie: free places, piles, strokes. Any boxes, not only tidy ones. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, boundsOf, distributed, overlap, placeInside, placeNear, placeOnPile } from '../../../../client/features/canvas/geometry.ts';
import { facingSides, lineBetween } from '../../../../client/features/canvas/lineBetween.ts';
import { onBoard } from '../../../../client/features/canvas/PenLayer.tsx';

const box = (x: number, y: number, w = 160, h = 96): Box => ({ x, y, w, h });
const SIZE = { w: 160, h: 96 };
const anyBox = fc.record({ x: fc.integer({ min: -400, max: 400 }), y: fc.integer({ min: -400, max: 400 }), w: fc.integer({ min: 20, max: 300 }), h: fc.integer({ min: 20, max: 300 }) });

describe('places', () => {
  test('inside an area never cover what lies there, and never stick out', () => {
    fc.assert(fc.property(fc.array(anyBox, { maxLength: 12 }), others => {
      const room = box(-200, -200, 500, 500);
      const at = placeInside(room, SIZE, others);
      if (!at) return;
      const placed = { ...at, ...SIZE };
      expect(others.some(other => overlap(placed, other))).toBe(false);
      expect(boundsOf([room, placed])).toEqual(room);
    }));
  });

  test('near a point are free, and the point itself when nothing lies there', () => {
    expect(placeNear({ x: 10, y: 10 }, SIZE, [])).toEqual({ x: 10, y: 10 });
    fc.assert(fc.property(fc.array(anyBox, { maxLength: 8 }), others => {
      const at = placeNear({ x: 0, y: 0 }, SIZE, others);
      expect(others.some(other => overlap({ ...at, ...SIZE }, other))).toBe(false);
    }));
  });

  test('on a pile are where least is covered', () => {
    const at = placeOnPile(box(0, 0, 348, 200), SIZE, [box(0, 44, 180, 156)]);
    expect(at.x).toBeGreaterThanOrEqual(160);
  });
});

describe('equal gaps', () => {
  test('keep the order and the first in its place, however large the things are', () => {
    fc.assert(fc.property(fc.array(anyBox, { minLength: 3, maxLength: 6 }), boxes => {
      const named = new Map(boxes.map((each, nth) => [String(nth), each]));
      const places = [...distributed(named, 'y')].map(([id, at]) => ({ before: named.get(id)!.y, now: at.y }));
      expect(places).toHaveLength(boxes.length);
      expect(places[0]).toEqual({ before: places[0]!.now, now: Math.min(...boxes.map(each => each.y)) });
      for (const [nth, place] of places.slice(1).entries()) {
        expect(place.now).toBeGreaterThanOrEqual(places[nth]!.now);
        expect(place.before).toBeGreaterThanOrEqual(places[nth]!.before);
      }
    }));
  });

  test('are equal, and the outer two stay', () => {
    const places = distributed(new Map([['a', box(0, 0, 50)], ['b', box(60, 0, 100)], ['c', box(400, 0, 20)]]), 'x');
    expect([...places.values()].map(at => at.x)).toEqual([0, 175, 400]);
  });
});

describe('lines', () => {
  test.each([
    ['across', box(0, 0), box(400, 20), ['right', 'left']],
    ['back across', box(400, 0), box(0, 20), ['left', 'right']],
    ['down', box(0, 0), box(20, 400), ['bottom', 'top']],
    ['up', box(0, 400), box(20, 0), ['top', 'bottom']],
  ])('go %s from the side that faces the other', (_way, from, to, sides) => {
    expect(facingSides(from, to)).toEqual(sides);
    expect(lineBetween(from, to).path).toMatch(/^M/);
  });
});

describe('a stroke', () => {
  test('lies where it was drawn, whatever the zoom', () => {
    const ink = onBoard([10, 30, 0.5, 30, 10, 0.5], { x: 100, y: 200 }, 0.5);
    expect(ink).toEqual({ x: 120, y: 220, points: [0, 40, 0.5, 40, 0, 0.5] });
  });
});
