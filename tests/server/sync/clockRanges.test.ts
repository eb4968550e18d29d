/** Deleted clocks as ranges: the same as a set of clocks would hold, at a cost that does not depend on where they come. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { blockState } from '../../../server/sync/blocks/blockState.ts';
import { ClockRanges } from '../../../server/sync/blocks/clockRanges.ts';
import { everyOtherDeleted, wordsOf } from '../../support/forgery.ts';

describe('ranges of one client', () => {
  // Ranges that lie apart first, so that there are several lists, then some that swallow, touch and cut.
  test('are what a set of clocks would be, and say what was not there before', () => {
    const range = fc.record({ start: fc.nat(9_000), length: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5_000 })) });
    fc.assert(fc.property(fc.shuffledSubarray(Array.from({ length: 3_000 }, (_, n) => n * 3), { minLength: 1_500 }), fc.array(range, { maxLength: 12 }), (apart, more) => {
      const [ranges, clocks] = [new ClockRanges(), new Set<number>()];
      for (const { start, length } of [...apart.map(start => ({ start, length: 1 })), ...more]) {
        const fresh: number[] = [];
        ranges.add(start, start + length, (from, to) => { for (let at = from; at < to; at++) fresh.push(at); });
        expect(fresh).toEqual(clocksIn(start, start + length).filter(clock => !clocks.has(clock)));
        fresh.forEach(clock => clocks.add(clock));
      }
      expect(ranges.all()).toEqual(joined(clocks));
      expect(ranges.count).toBe(ranges.all().length / 2);
      for (const { start, length } of more) expect(ranges.covers(start, start + length)).toBe(true);
      expect(ranges.covers(0, 20_000)).toBe(false);
    }), { numRuns: 30 });
  });

  // One frame of one member took minutes, in which nobody in any room was heard; then its room broke at every answer (Sync 7, 8).
  test.each([['the last first', (n: number) => 299_999 - n], ['the later half first', (n: number) => (n < 150_000 ? n + 150_000 : n - 150_000)]])(
    'that come in the wrong order, %s, hold nobody up', (_, nth) => {
      const state = blockState();
      state.take(Y.encodeStateAsUpdate(wordsOf(7, 'x'.repeat(600_000))), () => true);
      const frame = everyOtherDeleted(7, 300_000, nth);

      state.raw(); // a compaction is under way: it is noted down what comes meanwhile
      const before = performance.now();
      state.take(frame, () => true);
      const whole = state.whole();
      expect(performance.now() - before).toBeLessThan(5_000);
      const deleted = new Y.Doc();
      Y.applyUpdate(deleted, whole);
      expect(deleted.getText('body').length).toBe(300_000);
    });
});

const clocksIn = (start: number, end: number) => Array.from({ length: end - start }, (_, n) => start + n);

/** start, end, … of a set of clocks. */
function joined(clocks: ReadonlySet<number>): number[] {
  const ranges: number[] = [];
  for (const clock of [...clocks].sort((a, b) => a - b)) {
    if (ranges.at(-1) === clock) ranges[ranges.length - 1] = clock + 1;
    else ranges.push(clock, clock + 1);
  }
  return ranges;
}
