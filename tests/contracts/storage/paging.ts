/** Promises about paging: what is there all the while comes exactly once, whatever else happens. */
import { describe, expect, test } from 'vitest';
import { BadCursor, put, remove, type Store } from '../../../server/storage/store.ts';
import { type Book, books, fill, fresh } from './shelves.ts';

export function pagingContract(store: () => Store): void {
  describe('a page', () => {
    test.each([false, true])('goes on where the one before ended (reverse: %s)', async reverse => {
      const shelf = fresh('shelf');
      await fill(store(), shelf, [{ rank: null }, { rank: null }, { rank: -1 }, { rank: 2 }, { rank: 2 }, { rank: 2 }, { rank: 3 }]);
      const all = await store().find(books, 'byRank', [shelf]);
      const pages = await readAll(store(), shelf, { limit: 3, reverse });
      expect(pages.map(page => page.length)).toEqual([3, 3, 1]);
      expect(pages.flat()).toEqual(reverse ? all.toReversed() : all);
    });

    test('that is exactly full is the last one', async () => {
      const shelf = fresh('shelf');
      await fill(store(), shelf, [{}, {}]);
      const page = await store().page(books, 'byRank', { key: [shelf], limit: 2 });
      expect(page.items).toHaveLength(2);
      expect(page.next).toBeUndefined();
    });

    test('of nothing is empty and the last one', async () => {
      expect(await store().page(books, 'byRank', { key: [fresh('shelf')], limit: 5 })).toEqual({ items: [], next: undefined });
    });

    test('keeps to its key, in both directions', async () => {
      const shelf = fresh('shelf');
      await fill(store(), shelf, [{ rank: 1 }, { rank: 2 }, { rank: 2 }, { rank: 3 }]);
      for (const reverse of [false, true]) {
        const { items } = await store().page(books, 'byRank', { key: [shelf, 2], limit: 10, reverse });
        expect(items.map(book => book.rank)).toEqual([2, 2]);
      }
    });

    test.each([false, true])('neither repeats nor skips while others write (reverse: %s)', async reverse => {
      const shelf = fresh('shelf');
      const made = await fill(store(), shelf, Array.from({ length: 20 }, (_, n) => ({ rank: n % 7 })));
      const leaving = made[10] as Book;
      const seen: string[] = [];
      let after: string | undefined;
      for (let turn = 0; turn === 0 || after !== undefined; turn++) {
        const page = await store().page(books, 'byRank', { key: [shelf], limit: 4, after, reverse });
        seen.push(...page.items.map(book => book.id));
        after = page.next;
        await fill(store(), shelf, [{ rank: -1 }, { rank: 3 }, { rank: 9 }].slice(0, turn < 4 ? 3 : 0));
        if (turn === 0) await store().commit([remove(books, leaving.id, 1)]);
      }
      expect(new Set(seen).size).toBe(seen.length);
      const stayed = made.filter(book => book !== leaving).map(book => book.id);
      expect(stayed.filter(id => !seen.includes(id))).toEqual([]);
    });

    test('goes on although the record it ended with is gone', async () => {
      const shelf = fresh('shelf');
      const made = await fill(store(), shelf, [{ rank: 1 }, { rank: 2 }, { rank: 3 }]);
      const { next } = await store().page(books, 'byRank', { key: [shelf], limit: 2 });
      await store().commit([remove(books, made[1]?.id ?? '', 1)]);
      const { items } = await store().page(books, 'byRank', { key: [shelf], limit: 2, after: next });
      expect(items.map(book => book.rank)).toEqual([3]);
    });

    test('has a cursor that travels in an address as it is', async () => {
      const shelf = fresh('shelf');
      await fill(store(), shelf, [{ title: 'perché “sì” 😀' }, { title: 'z' }]);
      const { next } = await store().page(books, 'byTitle', { key: [shelf], limit: 1 });
      expect(next).toMatch(/^[A-Za-z0-9_-]+$/);
    });

    test('refuses a cursor that is none, or belongs to another shelf or index', async () => {
      const [one, other] = [fresh('shelf'), fresh('shelf')];
      await fill(store(), one, [{}, {}]);
      const { next } = await store().page(books, 'byRank', { key: [one], limit: 1 });
      const ask = (index: string, shelf: string, after: string | undefined) => store().page(books, index, { key: [shelf], limit: 1, after });
      await expect(ask('byRank', other, next)).rejects.toThrow(BadCursor);
      await expect(ask('byLent', one, next)).rejects.toThrow(BadCursor);
      for (const nonsense of ['', 'x', 'bnVsbA', Buffer.from('{"$gt":1}').toString('base64url')]) {
        await expect(ask('byRank', one, nonsense)).rejects.toThrow(BadCursor);
      }
    });

    test.each([0, -1, 1.5, 1_001, Number.NaN])('of %s records is refused', async limit => {
      await expect(store().page(books, 'byRank', { key: ['a'], limit })).rejects.toThrow('1 to 1000');
    });

    test('of 1,000 records is served', async () => {
      const shelf = fresh('shelf');
      await fill(store(), shelf, Array.from({ length: 1_001 }, (_, rank) => ({ rank })));
      const { items, next } = await store().page(books, 'byRank', { key: [shelf], limit: 1_000 });
      expect(items.map(book => book.rank)).toEqual(Array.from({ length: 1_000 }, (_, rank) => rank));
      expect(next).toBeDefined();
    }, 30_000);
  });

  test('a book moved while somebody pages is not lost for good', async () => {
    const shelf = fresh('shelf');
    const [book] = await fill(store(), shelf, [{ rank: 1 }, { rank: 2 }]) as [Book];
    await store().commit([put(books, { ...book, rank: 5 }, 1)]);
    const pages = await readAll(store(), shelf, { limit: 1, reverse: false });
    expect(pages.flat().map(each => each.rank)).toEqual([2, 5]);
  });
}

async function readAll(store: Store, shelf: string, how: { limit: number; reverse: boolean }): Promise<Book[][]> {
  const pages: Book[][] = [];
  let after: string | undefined;
  do {
    const page = await store.page(books, 'byRank', { key: [shelf], after, ...how });
    pages.push(page.items);
    after = page.next;
  } while (after !== undefined);
  return pages;
}
