/** Where a page ended: the index values and the id of its last record, as one opaque word. Comes back from outside, so it is parsed. */
import * as z from 'zod';
import type { IndexValue } from './declared.ts';
import { BadCursor, type Key } from './store.ts';

const Place = z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]));

export function cursorOf(values: readonly IndexValue[], id: string): string {
  return Buffer.from(JSON.stringify([...values, id])).toString('base64url');
}

/** The values and the id at which to go on. A cursor of another index or key is refused. */
export function placeOf(cursor: string, fields: readonly string[], key: Key): { values: IndexValue[]; id: string } {
  const values = Place.safeParse(json(cursor)).data ?? [];
  const id = values.pop();
  const fits = values.length === fields.length && key.every((value, n) => Object.is(value, values[n]));
  if (!fits || typeof id !== 'string') throw new BadCursor('This cursor belongs to another list.');
  return { values, id };
}

function json(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch (error) {
    throw new BadCursor('This is not a cursor.', { cause: error });
  }
}
