/** Random numbers that a seed repeats exactly: the same draws on every machine. Not for secrets. */

/** Numbers from 0 up to 1, in 32-bit steps: Marsaglia's xorshift generator with the shifts 13, 17 and 5. */
export function seededRandom(seed: number): () => number {
  let state = scattered(seed);
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}

/** Neighbouring seeds begin far apart; never zero, where the generator would stand still. */
const scattered = (seed: number): number => (Math.imul(seed | 0, 0x9e3779b1) ^ 0x5bd1e995) | 0 || 1;

/** One draw of a triangular distribution; `u` from 0 up to 1. A range without width gives its only value. */
export function triangular(low: number, likely: number, high: number, u: number): number {
  const width = high - low;
  if (width <= 0) return likely;
  const turn = (likely - low) / width;
  return u < turn ? low + Math.sqrt(u * width * (likely - low)) : high - Math.sqrt((1 - u) * width * (high - likely));
}
