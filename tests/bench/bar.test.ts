/** The bar over planted figures: what is missed is said, in the table, in the page and in how the run ends. */
import { expect, test } from 'vitest';
import { BARS, judge } from './bar.ts';
import { documentOf, tableOf, verdictOf } from './report.ts';
import { type Report, Results } from './results.ts';
import { SCENARIOS } from './scenarios/all.ts';

function reportOf(results: Results): Report {
  const rows = judge(results);
  return { ok: rows.every(row => row.reached === undefined || row.holds), short: false, figures: results.figures, rows, seeds: [], node: 'v20', date: '2026-01-01', pinned: true };
}

function roomOf50(deliveries: number): Results {
  const results = new Results();
  for (const [contender, perSecond] of [['hocuspocus', 900], ['hocuspocus12', 1_000], ['insieme', deliveries]] as const) {
    for (const wobble of [0.9, 1, 5]) results.note('one-room-50', contender, 'per second', { deliveries: perSecond * wobble });
  }
  return results;
}

test('compares the medians with the better of the two Hocuspocus', () => {
  const [row] = judge(roomOf50(9_000)).filter(each => each.reached !== undefined);
  expect(row).toMatchObject({ scenario: 'one-room-50', reached: 9, holds: true, aimed: false });
});

test('says of a missed must that it is missed, wherever it is read', () => {
  const report = reportOf(roomOf50(7_000));
  expect(report.ok).toBe(false);
  expect(verdictOf(report)).toContain('Missed: 50 people in one room');
  expect(tableOf(report)).toMatch(/50 people in one room.*≥ 8.*7\.00 ×.*missed/);
  expect(documentOf(report, SCENARIOS)).toContain('| ≥ 8 × | ≥ 12 × | 7.00 × | **missed** |');
});

test('says of what was not measured that it was not', () => {
  const report = reportOf(new Results());
  expect(report.ok).toBe(true);
  expect(documentOf(report, SCENARIOS).match(/not measured/g)).toHaveLength(BARS.length);
});

test('every bar belongs to a scenario that exists', () => {
  const names = SCENARIOS.map(({ name }) => name);
  expect(BARS.filter(({ scenario }) => !names.includes(scenario))).toEqual([]);
});

test('what was measured again replaces what another run brought', () => {
  const results = roomOf50(9_000);
  results.adopt(roomOf50(1).figures);
  expect(results.middle('one-room-50', 'deliveries', 'insieme')).toBe(9_000);
});
