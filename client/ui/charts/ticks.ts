/** Round numbers for an axis: multiples of 1, 2 or 5 times a power of ten that take in everything shown, and zero. */

/** At most about `most` steps; both ends are ticks. */
export function niceTicks(least: number, most: number, steps = 6): number[] {
  const low = Math.min(0, least);
  const high = Math.max(0, most);
  if (!(high > low)) return [0, 1];
  const step = niceStep((high - low) / steps);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, nth) => (first + nth) * step);
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find(candidate => candidate * power >= rough * 0.999) ?? 10;
  return factor * power;
}

/** From values to pixels. */
export interface Scale {
  (value: number): number;
  ticks: readonly number[];
}

/** `from`, `to`: pixels of the lowest and the highest tick. */
export function scaleOf(ticks: readonly number[], from: number, to: number): Scale {
  const low = ticks[0] ?? 0;
  const high = ticks.at(-1) ?? 1;
  return Object.assign((value: number) => from + ((value - low) / (high - low)) * (to - from), { ticks });
}
