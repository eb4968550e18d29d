/** The search for the highest rate, over servers that are a sentence long. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Typed } from './load/jobs.ts';
import { highestRate, isSustained } from './search.ts';

const run = (more: Partial<Typed>): Typed => ({
  rate: 1, sent: 1, deliveriesPerSecond: 1, p50: 1, p99: 1, longest: 1, missing: 0, repeated: 0, serverCpu: 0, loadCpu: 0, othersCpu: 0, fellBehind: false, ended: [], ...more,
});
const serverUpTo = (limit: number) => async (rate: number) => run({ rate, p99: rate > limit ? 150 : 20 });

test('finds what a server sustains, from above and from below', async () => {
  await fc.assert(fc.asyncProperty(fc.integer({ min: 50, max: 100_000 }), fc.integer({ min: 50, max: 100_000 }), async (limit, from) => {
    const found = await highestRate({ from, step: 1.7, halvings: 3 }, serverUpTo(limit));
    expect(found.rate).toBeLessThanOrEqual(limit);
    expect(found.rate).toBeGreaterThan(limit * 0.9);
  }));
});

test('believes only what lasts', async () => {
  const tires = async (rate: number, confirming: boolean) => run({ rate, p99: rate > (confirming ? 500 : 1_000) ? 150 : 20 });
  const found = await highestRate({ from: 100, step: 2, halvings: 3 }, tires);
  expect(found.rate).toBeLessThanOrEqual(500);
});

test.each([
  ['a delivery that did not come', { missing: 1 }],
  ['a line that was closed', { ended: ['closed with 1013'] }],
  ['a hundredth that came late', { p99: 100 }],
  ['a server that fell behind', { fellBehind: true }],
])('does not take for sustained a run with %s', (_what, fault) => {
  expect(isSustained(run({}))).toBe(true);
  expect(isSustained(run(fault))).toBe(false);
});
