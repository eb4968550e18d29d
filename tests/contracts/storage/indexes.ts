/** Promises about finding: which records a key names, and in which order. */
import { describe, expect, test } from 'vitest';
import { put, type Store } from '../../../server/storage/store.ts';
import { type Book, books, fill, fresh, makeBook } from './shelves.ts';

export function indexContract(store: () => Store): void {
  describe('an index', () => {
    test('orders numbers by size, null first, and equal ones by id', async () => {
      const shelf = fresh('shelf');
      const ranks = [3, -1.5, null, 1e15, 0, -1e9, 0.1, 3, null, -2];
      const made = await fill(store(), shelf, ranks.map(rank => ({ rank })));
      expect(await store().find(books, 'byRank', [shelf])).toEqual(inOrder(made, book => book.rank));
    });

    test('orders booleans: null, false, true', async () => {
      const shelf = fresh('shelf');
      const made = await fill(store(), shelf, [{ lent: true }, { lent: null }, { lent: false }, { lent: true }]);
      expect(await store().find(books, 'byLent', [shelf])).toEqual(inOrder(made, book => (book.lent === null ? null : Number(book.lent))));
    });

    test('orders texts by code point, whatever the language', async () => {
      const shelf = fresh('shelf');
      const titles = ['b', 'a', '', 'B', 'é', 'e', 'ab', 'a b', 'a-b', '～', '😀', 'z', '10', '9', '中'];
      await fill(store(), shelf, titles.map(title => ({ title })));
      const found = await store().find(books, 'byTitle', [shelf]);
      expect(found.map(book => book.title)).toEqual(titles.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
    });

    test('finds by leading fields, and by null and false as by any value', async () => {
      const shelf = fresh('shelf');
      const [a, b, c] = await fill(store(), shelf, [{ lent: false, rank: 0 }, { lent: false, rank: null }, { lent: null }]) as [Book, Book, Book];
      const ids = async (...key: (string | number | boolean | null)[]) => (await store().find(books, 'byLent', key)).map(book => book.id);
      expect(await ids(shelf, false)).toEqual([b.id, a.id]);
      expect(await ids(shelf, false, null)).toEqual([b.id]);
      expect(await ids(shelf, false, 0)).toEqual([a.id]);
      expect(await ids(shelf, null)).toEqual([c.id]);
      expect(await ids(shelf, true)).toEqual([]);
    });

    test('does not take one text for the beginning of another', async () => {
      const shelf = fresh('shelf');
      await fill(store(), shelf, [{}]);
      await fill(store(), `${shelf}x`, [{}, {}]);
      expect(await store().find(books, 'byRank', [shelf])).toHaveLength(1);
    });

    test('follows a record that changes, and lets go of one that is removed', async () => {
      const shelf = fresh('shelf');
      const [book] = await fill(store(), shelf, [{ rank: 1 }]) as [Book];
      await store().commit([put(books, { ...book, rank: 2 }, 1)]);
      expect(await store().find(books, 'byRank', [shelf, 1])).toEqual([]);
      expect(await store().find(books, 'byRank', [shelf, 2])).toEqual([{ ...book, rank: 2, rev: 2 }]);
    });

    test('with an empty key names the whole collection', async () => {
      const shelf = fresh('shelf');
      const made = await fill(store(), shelf, [{}, {}]);
      const all = (await store().find(books, 'all', [])).map(book => book.id);
      expect(all).toEqual(all.toSorted());
      expect(all).toEqual(expect.arrayContaining(made.map(book => book.id)));
    });

    test('that was not declared, or a key that is too long, is refused', async () => {
      await expect(store().find(books, 'byColour', [])).rejects.toThrow('byColour');
      await expect(store().find(books, 'byRank', ['a', 1, 2])).rejects.toThrow('2 fields');
      await expect(store().getUnique(books, 'byTitle', ['a'])).rejects.toThrow('2 fields');
    });

    test('takes no object for a value, so that nobody can smuggle in an operator', async () => {
      const operator = { $ne: null } as unknown as string;
      await expect(store().find(books, 'byRank', [operator])).rejects.toThrow('strings, numbers');
      await expect(store().getUnique(books, 'byTitle', [operator, 'a'])).rejects.toThrow('strings, numbers');
      await expect(store().get(books, operator)).rejects.toThrow('an id is a string');
    });

    test('answers up to 10,000 records at once and refuses more', async () => {
      const shelf = fresh('shelf');
      const lots = Array.from({ length: 10_000 }, (_, n) => makeBook(shelf, { rank: n }));
      for (let n = 0; n < lots.length; n += 2_500) await store().commit(lots.slice(n, n + 2_500).map(book => put(books, book, null)));
      expect(await store().find(books, 'byRank', [shelf])).toHaveLength(10_000);
      await fill(store(), shelf, [{}]);
      await expect(store().find(books, 'byRank', [shelf])).rejects.toThrow('page instead');
    }, 60_000);
  });
}

/** As the store promises it: by the value, null first, then by id. */
function inOrder(made: readonly Book[], by: (book: Book) => number | null): (Book & { rev: number })[] {
  const place = (book: Book) => by(book) ?? -Infinity;
  const sorted = made.toSorted((a, b) => (place(a) === place(b) ? (a.id < b.id ? -1 : 1) : place(a) - place(b)));
  return sorted.map(book => ({ ...book, rev: 1 }));
}
