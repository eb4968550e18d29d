/** The status over time, with time in the test's own hand. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Saving } from '../../../client/collab/saving.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function away(): Saving {
  const after = (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  };
  const saving = new Saving(after, error => { throw error; });
  saving.learn({ online: true, ready: true, keptHere: true });
  return saving;
}

test('a server that is out of reach for long is “offline”, however often the line is tried meanwhile', () => {
  const saving = away();
  for (let tries = 0; tries < 6; tries++) {
    saving.connected(false);
    vi.advanceTimersByTime(2_500);
  }
  expect(saving.status.get()).toEqual({ kind: 'offline', changes: 0 });
});

test('a line that stands again starts the patience anew', () => {
  const saving = away();
  saving.connected(false);
  vi.advanceTimersByTime(7_000);
  saving.connected(true);
  saving.connected(false);
  vi.advanceTimersByTime(7_000);
  expect(saving.status.get()).toEqual({ kind: 'reconnecting' });
  vi.advanceTimersByTime(1_000);
  expect(saving.status.get()).toEqual({ kind: 'offline', changes: 0 });
});
