/** Proves the meter before anybody believes it: what is lost is noticed, what is repeated is not counted twice, times are right. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Latencies, median, ratio, RoomMeter, SentTimes } from './meter.ts';

const PEOPLE = 3;

/** A room in which letter n of everybody was sent at n milliseconds; all of it counts. */
function room() {
  const latencies = new Latencies();
  const sent = Array.from({ length: PEOPLE }, () => new SentTimes(64));
  for (const each of sent) for (let clock = 0; clock < 64; clock++) each.note(clock, clock);
  return { latencies, meter: new RoomMeter(PEOPLE, sent, latencies, { begin: 0, end: Infinity }) };
}

describe('a room meter', () => {
  test('notices a planted delivery that was lost on the way', () => {
    const { meter } = room();
    meter.arrived(1, 0, 0, 5, 10);
    meter.arrived(1, 0, 6, 8, 10); // letter 5 was taken out of the line
    expect(meter.lost).toBe(1);
    expect(meter.delivered).toBe(7);
  });

  test('notices the last letters that never came', () => {
    const { meter } = room();
    meter.arrived(1, 0, 0, 5, 10);
    expect(meter.lacks(1, [8, 0, 2])).toBe(3 + 2);
  });

  test('counts what comes twice once', () => {
    const { meter } = room();
    meter.arrived(1, 0, 0, 5, 10);
    meter.arrived(1, 0, 3, 7, 10);
    expect(meter).toMatchObject({ delivered: 7, repeated: 2, lost: 0 });
  });

  test('counts no echo of own letters', () => {
    const { meter } = room();
    meter.arrived(2, 2, 0, 5, 10);
    expect(meter.delivered).toBe(0);
    expect(meter.lacks(2, [0, 0, 5])).toBe(0);
  });

  test('takes a newest state for all that came before it', () => {
    const { meter, latencies } = room();
    meter.reached(1, 0, 4, 10);
    expect(meter.delivered).toBe(4);
    expect(latencies.longest).toBe(10);
  });

  test('times only what was sent while it was measuring', () => {
    const latencies = new Latencies();
    const sent = new SentTimes(64);
    for (let clock = 0; clock < 10; clock++) sent.note(clock, clock);
    const meter = new RoomMeter(2, [sent, new SentTimes(64)], latencies, { begin: 3, end: 6 });
    meter.arrived(1, 0, 0, 10, 20);
    expect(latencies.count).toBe(3);
    expect(meter.delivered).toBe(10);
  });

  test('finds exactly what was taken out, wherever it was', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 60 }), fc.uniqueArray(fc.nat(59), { maxLength: 20 }), (letters, holes) => {
      const { meter } = room();
      const taken = holes.filter(hole => hole < letters);
      for (let clock = 0; clock < letters; clock++) if (!taken.includes(clock)) meter.arrived(1, 0, clock, clock + 1, 100);
      expect(meter.lost + meter.lacks(1, [letters, 0, 0])).toBe(taken.length);
      expect(meter.delivered).toBe(letters - taken.length);
    }));
  });
});

describe('latencies', () => {
  test('answer the share that has come within a time', () => {
    const latencies = new Latencies();
    for (let ms = 1; ms <= 100; ms++) latencies.add(ms - 0.5);
    expect(latencies.percentile(0.5)).toBeCloseTo(49.55, 5);
    expect(latencies.percentile(0.99)).toBeCloseTo(98.55, 5);
    expect(latencies.percentile(1)).toBeCloseTo(99.55, 5);
  });

  test('agree with sorting, to the step of their scale', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 9_000, noNaN: true }), { minLength: 1, maxLength: 200 }), fc.double({ min: 0.01, max: 1, noNaN: true }), (times, share) => {
      const latencies = new Latencies();
      for (const ms of times) latencies.add(ms);
      const exact = times.toSorted((one, other) => one - other)[Math.max(1, Math.ceil(times.length * share)) - 1]!;
      expect(Math.abs(latencies.percentile(share) - exact)).toBeLessThanOrEqual(exact < 1_000 ? 0.06 : 5.01);
    }));
  });

  test('never hide what took longer than their scale', () => {
    const latencies = new Latencies();
    latencies.add(60_000);
    expect(latencies.percentile(0.99)).toBe(10_000);
    expect(latencies.longest).toBe(60_000);
  });
});

test('the median is the middle one, or lies between the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([1, 2, 10, 20])).toBe(6);
});

test('a ratio with nothing says nothing', () => {
  expect(ratio(6, 3)).toBe(2);
  expect(ratio(6, 0)).toBeNaN();
});
