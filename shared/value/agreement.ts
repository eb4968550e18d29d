/**
 * Whether a side has agreed to a driver's assumptions, and to which.
 *
 * Agreeing writes down the very figures that were agreed to, so that an agreement lapses by itself when they change.
 * Whether the person who wrote it belongs to that side is told by the cell's author: `sideOf` looks that up.
 */
import type { Driver, SideOfValue } from './model.ts';

export type Agreement =
  | 'open' // nobody of that side has agreed
  | 'agreed'
  | 'changed'; // they agreed to other figures

/** What one agrees to: to be written into `agreedSeller` or `agreedClient`; empty text takes an agreement back. */
export const agreedFigures = ({ baseline, unitValue, confidence, unit, accruesTo }: Driver): string =>
  [baseline, unitValue, confidence, accruesTo, unit].map(part => part ?? '?').join('|').slice(0, 200);

export const agreementField = (side: SideOfValue): 'agreedSeller' | 'agreedClient' => (side === 'seller' ? 'agreedSeller' : 'agreedClient');

/** `author`: the side of whoever wrote the cell; another side cannot agree in one's place. */
export function agreementOf(driver: Driver, side: SideOfValue, author: SideOfValue | undefined): Agreement {
  const figures = driver[agreementField(side)];
  if (figures === '' || author !== side) return 'open';
  return figures === agreedFigures(driver) ? 'agreed' : 'changed';
}

/** Nothing says where the figures come from. */
export const isUnsourced = ({ source, sourceLink, sourceFile }: Driver): boolean => source.trim() === '' && sourceLink.trim() === '' && sourceFile === '';
