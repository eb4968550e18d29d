/** Ids of rows that this page adds: the kind's prefix and 16 random characters. */
import type { RowKind } from '../../../shared/value/model.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export function makeRowId(kind: RowKind): string {
  const random = crypto.getRandomValues(new Uint8Array(16));
  return `${kind}_${[...random].map(byte => LETTERS[byte & 63]).join('')}`;
}
