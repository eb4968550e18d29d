/** The nouns of the storage kit: books on shelves, and a parcel that holds one of every kind of field. */
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type Collection, collection, put, type Store } from '../../../server/storage/store.ts';

export const Book = z.object({
  id: z.string(),
  shelf: z.string(),
  title: z.string().trim(),
  tag: z.string().nullable(),
  rank: z.number().nullable(),
  lent: z.boolean().nullable(),
});
export type Book = z.infer<typeof Book>;

export const books = collection<Book>({
  name: 'books',
  schema: Book,
  unique: { byTitle: ['shelf', 'title'], byTag: ['shelf', 'tag'] },
  indexes: { byRank: ['shelf', 'rank'], byTitle: ['shelf', 'title'], byLent: ['shelf', 'lent', 'rank'], all: [] },
});

const Stop = z.object({ town: z.string(), at: z.int().nonnegative() });

export const Parcel = z.object({
  id: z.string().regex(/^parcel-/).brand<'ParcelId'>(),
  size: z.enum(['small', 'large']),
  kind: z.literal('parcel'),
  weight: z.number(),
  pieces: z.int().positive(),
  fragile: z.boolean(),
  note: z.string().max(200).optional(),
  address: z.string().trim().toLowerCase().pipe(z.email()),
  sender: Stop,
  receiver: Stop.nullable(),
  labels: z.array(z.string()),
  stops: z.array(Stop),
  way: z.discriminatedUnion('by', [
    z.object({ by: z.literal('road'), plate: z.string() }),
    z.object({ by: z.literal('air'), flight: z.string().nullable(), hours: z.array(z.number()) }),
  ]),
  carrier: z.string().default('post'),
});
export type Parcel = z.infer<typeof Parcel>;
export const parcels = collection<Parcel>({ name: 'parcels', schema: Parcel, indexes: { all: [] } });

export const SHELVES: readonly Collection<never>[] = [books, parcels].map(each => each as unknown as Collection<never>);

/** A shelf, a room, an id: nothing else in the store has it. */
export const fresh = (what: string): string => `${what}-${randomUUID()}`;

export function makeBook(shelf: string, said: Partial<Book> = {}): Book {
  const id = fresh('book');
  return { id, shelf, title: id, tag: null, rank: null, lent: null, ...said };
}

/** Puts new books on a shelf, in one commit. */
export async function fill(store: Store, shelf: string, said: readonly Partial<Book>[]): Promise<Book[]> {
  const made = said.map(each => makeBook(shelf, each));
  await store.commit(made.map(book => put(books, book, null)));
  return made;
}
