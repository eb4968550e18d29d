/** A random story of commits beside a plain Map that says what must come of it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { put, remove, type Store, type Write } from '../../../server/storage/store.ts';
import { type Book, books, fresh } from './shelves.ts';

interface Step {
  readonly book: number;
  readonly does: 'put' | 'remove';
  readonly title: string;
  readonly tag: string | null;
  readonly rank: number | null;
  readonly lent: boolean | null;
  /** Whether the writer has seen the present rev, or some other. */
  readonly seen: 'present' | 'none' | 'older' | 'newer';
}
type Shelf = ReadonlyMap<string, Book & { rev: number }>;

const step: fc.Arbitrary<Step> = fc.record({
  book: fc.nat(4),
  does: fc.constantFrom('put', 'put', 'put', 'remove'),
  title: fc.constantFrom('a', 'b', 'c', 'é', '😀', ''),
  tag: fc.constantFrom(null, null, 'gold', 'silver'),
  rank: fc.constantFrom(null, -2, -0.5, 0, 7),
  lent: fc.constantFrom(null, false, true),
  seen: fc.constantFrom('present', 'present', 'present', 'present', 'none', 'older', 'newer'),
});
const story = fc.array(fc.uniqueArray(step, { minLength: 1, maxLength: 3, selector: each => each.book }), { maxLength: 12 });

export function modelContract(store: () => Store, rounds: number): void {
  test('whatever is committed in whatever order, the store holds what a Map would', async () => {
    await fc.assert(
      fc.asyncProperty(story, async commits => {
        const shelf = fresh('shelf');
        let model: Shelf = new Map();
        for (const steps of commits) {
          const { end, after } = foretell(model, shelf, steps);
          const outcome = await store().commit(steps.map(each => writeOf(model, shelf, each))).then(() => 'kept', nameOf);
          expect(outcome).toBe(end);
          model = after;
          await expectSame(store(), shelf, model);
        }
      }),
      { numRuns: rounds },
    );
  }, 120_000);
}

const bookOf = (shelf: string, { book, title, tag, rank, lent }: Step): Book => ({ id: `${shelf}:${book}`, shelf, title, tag, rank, lent });

function seenBy(model: Shelf, id: string, { seen }: Step): number | null {
  const rev = model.get(id)?.rev ?? null;
  if (seen === 'none') return null;
  if (seen === 'present') return rev;
  return (rev ?? 2) + (seen === 'older' ? -1 : 1);
}

function writeOf(model: Shelf, shelf: string, each: Step): Write {
  const book = bookOf(shelf, each);
  const seen = seenBy(model, book.id, each);
  return each.does === 'put' ? put(books, book, seen) : remove(books, book.id, seen ?? 1);
}

/** The same rules, on a Map: writes count in their order, and the first that cannot be ends the commit. */
function foretell(model: Shelf, shelf: string, steps: readonly Step[]): { end: string; after: Shelf } {
  const after = new Map(model);
  for (const each of steps) {
    const book = bookOf(shelf, each);
    const rev = model.get(book.id)?.rev ?? null;
    const seen = seenBy(model, book.id, each) ?? (each.does === 'remove' ? 1 : null);
    if (seen !== rev) return { end: 'Conflict', after: model };
    after.delete(book.id);
    if (each.does === 'remove') continue;
    const taken = [...after.values()].some(other => other.title === book.title || (other.tag !== null && other.tag === book.tag));
    if (taken) return { end: 'Duplicate', after: model };
    after.set(book.id, { ...book, rev: (rev ?? 0) + 1 });
  }
  return { end: 'kept', after };
}

async function expectSame(store: Store, shelf: string, model: Shelf): Promise<void> {
  const byRank = [...model.values()].toSorted((a, b) => number(a.rank) - number(b.rank) || (a.id < b.id ? -1 : 1));
  expect(await store.find(books, 'byRank', [shelf])).toEqual(byRank);
  const lent = byRank.filter(book => book.lent === true);
  expect(await store.find(books, 'byLent', [shelf, true])).toEqual(lent);
  for (const title of ['a', '😀']) {
    const owner = byRank.find(book => book.title === title);
    expect(await store.getUnique(books, 'byTitle', [shelf, title])).toEqual(owner);
  }
}

const number = (rank: number | null): number => rank ?? -1e9;
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : String(error));
