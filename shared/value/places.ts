/** Places in an order that two people can change at once: text keys with always room for one more between two. */

/** Digits in the order of their character codes, so that places compare as plain text. */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const MIDDLE = DIGITS.length >> 1;

/**
 * A place after `before` and before `after`; null is the very beginning or end. Never ends in the lowest digit.
 * Of two places that are equal or in the wrong order, `before` counts.
 */
export function placeBetween(before: string | null, after: string | null): string {
  const low = before ?? '';
  // Rows are mostly added at the end: small steps there keep places short.
  const atEnd = before !== null && after === null;
  let place = '';
  for (let at = 0; ; at += 1) {
    const from = digit(low, at, 0);
    const to = after !== null && place === after.slice(0, at) ? digit(after, at, DIGITS.length) : DIGITS.length;
    if (to - from > 1) return place + DIGITS.charAt(atEnd ? from + 1 : (from + to) >> 1);
    place += DIGITS.charAt(from);
    // Past the end of `before`, or one below `after`: everything that follows is free.
    if (at >= low.length && to - from === 1) return place + DIGITS.charAt(MIDDLE);
  }
}

function digit(place: string, at: number, otherwise: number): number {
  const found = DIGITS.indexOf(place.charAt(at));
  return at < place.length && found >= 0 ? found : otherwise;
}

/** `count` places in order, for rows that are made together. */
export function placesAfter(before: string | null, count: number): string[] {
  const places: string[] = [];
  for (let n = 0; n < count; n += 1) places.push(placeBetween(places.at(-1) ?? before, null));
  return places;
}
