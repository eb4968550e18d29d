/** Round numbers between two ends, for an axis that need not begin at zero: both ends lie within the first and last. */
import { niceTicks } from '../../../ui/charts/ticks.ts';

export function ticksAround(low: number, high: number, steps: number): number[] {
  const [first = 0, second = 1] = niceTicks(0, high - low, steps);
  const step = second - first;
  const from = Math.floor(low / step + 1e-9);
  const to = Math.max(from + 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: to - from + 1 }, (_, nth) => (from + nth) * step);
}
