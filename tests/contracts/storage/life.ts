/** Promises about opening and closing: what was kept is there again, and a closed store says so. */
import { describe, expect, test } from 'vitest';
import { put, remove, StoreUnavailable } from '../../../server/storage/store.ts';
import type { Opened } from '../storage.ts';
import { type Book, books, fill, fresh, makeBook } from './shelves.ts';

export function lifeContract(open: () => Promise<Opened>): void {
  describe('a store', () => {
    test('keeps everything over closing and opening', async () => {
      const { store, reopen } = await open();
      const [room, shelf] = [fresh('room'), fresh('shelf')];
      const [gone, stays] = await fill(store, shelf, [{ title: 'gone' }, { title: 'stays' }]) as [Book, Book];
      await store.commit([remove(books, gone.id, 1)]);
      await store.journal.append([{ room, seq: 1, parts: [{ memberId: 'lia', clientId: 3, update: new Uint8Array([1]) }] }], 7);
      await store.journal.keepSnapshot({ room, seq: 1, state: new Uint8Array([5]) });
      const hash = await store.files.keep(new Uint8Array([1, 2, 3]));

      const again = await reopen();
      expect(await again.find(books, 'byTitle', [shelf])).toEqual([{ ...stays, rev: 1 }]);
      expect(await again.getUnique(books, 'byTitle', [shelf, 'gone'])).toBeUndefined();
      expect(await again.journal.head(room)).toBe(1);
      expect(await again.journal.snapshot(room)).toEqual({ room, seq: 1, state: new Uint8Array([5]) });
      expect(await again.files.read(hash)).toEqual(new Uint8Array([1, 2, 3]));
      await again.close();
    }, 60_000);

    test('ends after the work that is under way, and answers nothing later', async () => {
      const { store, reopen } = await open();
      const [room, shelf] = [fresh('room'), fresh('shelf')];
      const running = [
        fill(store, shelf, [{ title: 'last words' }]),
        store.journal.append([{ room, seq: 1, parts: [] }], 1),
        store.files.keep(new Uint8Array([9])),
      ];
      await store.close();
      expect((await Promise.allSettled(running)).map(end => end.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);

      const later = [
        store.get(books, 'a'), store.find(books, 'all', []), store.commit([put(books, makeBook(shelf), null)]), store.ping(),
        store.journal.head(room), store.journal.append([{ room, seq: 2, parts: [] }], 1), store.journal.snapshot(room),
        store.files.keep(new Uint8Array([1])), store.files.read('0'.repeat(64)),
      ];
      for (const end of await Promise.allSettled(later)) expect(end).toMatchObject({ reason: expect.any(StoreUnavailable) as unknown });
      await store.close(); // twice is as good as once

      const again = await reopen();
      expect(await again.find(books, 'byTitle', [shelf])).toHaveLength(1);
      expect(await again.journal.head(room)).toBe(1);
      await again.close();
    }, 60_000);

    test('answers when it is asked whether it is there', async () => {
      const { store } = await open();
      await expect(store.ping()).resolves.toBeUndefined();
      await store.close();
    }, 60_000);
  });
}
