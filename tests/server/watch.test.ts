/** A figure that leaves its bound is told once, and again only when a minute has passed. */
import { beforeEach, describe, expect, test } from 'vitest';
import { newCounts } from '../../server/sync/counts.ts';
import { BOUNDS, Watch } from '../../server/watch.ts';

let now: number;
let lag: number;
let unsavedBytes: number;
let counts: ReturnType<typeof newCounts>;
let told: { figure: string; value: number; bound: number }[];
let watch: Watch;

beforeEach(() => {
  [now, lag, unsavedBytes, counts, told] = [0, 0, 0, newCounts(), []];
  watch = new Watch({
    figures: () => ({ counts, unsavedBytes, rooms: 0, lines: 0, updatesIn: 0 }),
    log: { warn: (fields: unknown) => void told.push(fields as (typeof told)[number]) },
    now: () => now, loopLagMs: () => lag,
  });
});
const figures = () => told.map(each => each.figure);

describe('the watch', () => {
  test('says nothing while all is well, nor at the bound itself', () => {
    for (let n = 0; n < 100; n++) watch.durable(BOUNDS.durableP95Ms);
    [lag, unsavedBytes] = [BOUNDS.loopLagMs, BOUNDS.unsavedBytes];
    watch.look();
    expect(told).toEqual([]);
  });

  test('tells each figure that left its bound, with the value and the bound', () => {
    for (let n = 0; n < 100; n++) watch.durable(n < 90 ? 3 : 400);
    [lag, unsavedBytes] = [312.4, BOUNDS.unsavedBytes + 1];
    counts.troubles = 2;
    watch.look();
    expect(told).toEqual([
      { figure: 'durableP95Ms', value: 400, bound: BOUNDS.durableP95Ms }, { figure: 'loopLagMs', value: 312, bound: BOUNDS.loopLagMs },
      { figure: 'unsavedBytes', value: BOUNDS.unsavedBytes + 1, bound: BOUNDS.unsavedBytes }, { figure: 'troubles', value: 2, bound: 0 },
    ]);
  });

  test('does not take a slow few among many, or a handful, for a slow store', () => {
    for (let n = 0; n < 100; n++) watch.durable(n < 97 ? 3 : 4_000);
    watch.look();
    for (let n = 0; n < 5; n++) watch.durable(4_000);
    watch.look();
    expect(told).toEqual([]);
  });

  test('tells the same again only after a minute, and trouble only when there was more', () => {
    lag = 500;
    counts.troubles = 1;
    for (now = 0; now < 60_000; now += 10_000) watch.look();
    expect(figures()).toEqual(['loopLagMs', 'troubles']);
    watch.look();
    expect(figures()).toEqual(['loopLagMs', 'troubles', 'loopLagMs']);
  });
});
