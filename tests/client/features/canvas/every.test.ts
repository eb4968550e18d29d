/** At most once in a while, and always with the newest value in the end. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { every } from '../../../../client/features/canvas/every.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('every', () => {
  test('runs at once, then waits, and ends with the newest', () => {
    const seen: number[] = [];
    const tell = every(50, (value: number) => seen.push(value));
    for (const value of [1, 2, 3]) tell(value);
    expect(seen).toEqual([1]);
    vi.advanceTimersByTime(50);
    expect(seen).toEqual([1, 3]);
    vi.advanceTimersByTime(500);
    expect(seen).toEqual([1, 3]);
    tell(4);
    expect(seen).toEqual([1, 3, 4]);
  });

  test('says nothing any more once it is stopped', () => {
    const seen: number[] = [];
    const tell = every(50, (value: number) => seen.push(value));
    tell(1);
    tell(2);
    tell.stop();
    vi.advanceTimersByTime(500);
    expect(seen).toEqual([1]);
  });
});
