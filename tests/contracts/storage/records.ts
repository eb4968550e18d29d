/** Promises about single records and commits: revs, conflicts, unique keys, all or none. */
import { describe, expect, test } from 'vitest';
import { Conflict, Duplicate, put, remove, type Store } from '../../../server/storage/store.ts';
import { type Book, books, fill, fresh, makeBook, type Parcel, parcels } from './shelves.ts';

export function recordsContract(store: () => Store): void {
  describe('a record', () => {
    test('comes back as it was kept, with its rev', async () => {
      const book = makeBook(fresh('shelf'), { tag: 'new', rank: -1.5, lent: false });
      await store().commit([put(books, book, null)]);
      expect(await store().get(books, book.id)).toEqual({ ...book, rev: 1 });
    });

    test('of every kind of field comes back the same', async () => {
      for (const parcel of [aParcel(), anotherParcel()]) {
        await store().commit([put(parcels, parcel, null)]);
        expect(await store().get(parcels, parcel.id)).toEqual({ ...parcel, rev: 1 });
      }
    });

    test('is kept as its schema understands it', async () => {
      const parcel = { ...aParcel(), address: ' Marta@Example.IT ', carrier: undefined, unknown: 1 } as unknown as Parcel;
      await store().commit([put(parcels, parcel, null)]);
      const kept = await store().get(parcels, parcel.id);
      expect(kept).toMatchObject({ address: 'marta@example.it', carrier: 'post' });
      expect(kept).not.toHaveProperty('unknown');
    });

    test('is found by its keys as its schema understands them', async () => {
      const shelf = fresh('shelf');
      await fill(store(), shelf, [{ title: '  one ' }]);
      expect(await store().getUnique(books, 'byTitle', [shelf, 'one'])).toMatchObject({ title: 'one' });
      await expect(fill(store(), shelf, [{ title: 'one' }])).rejects.toThrow(Duplicate);
    });

    test('loses what the next write leaves out', async () => {
      const parcel = { ...aParcel(), note: 'ring twice' };
      await store().commit([put(parcels, parcel, null)]);
      const { note, ...without } = parcel;
      await store().commit([put(parcels, without, 1)]);
      expect(await store().get(parcels, parcel.id)).toEqual({ ...without, rev: 2 });
      expect(note).toBe('ring twice');
    });

    test('that nobody kept is undefined', async () => {
      expect(await store().get(books, fresh('book'))).toBeUndefined();
    });

    test('counts its writes, and starts again at 1 after a removal', async () => {
      const [book] = await fill(store(), fresh('shelf'), [{}]) as [Book];
      await store().commit([put(books, { ...book, rank: 2 }, 1)]);
      expect(await store().get(books, book.id)).toMatchObject({ rank: 2, rev: 2 });
      await store().commit([remove(books, book.id, 2)]);
      expect(await store().get(books, book.id)).toBeUndefined();
      await store().commit([put(books, book, null)]);
      expect(await store().get(books, book.id)).toMatchObject({ rev: 1 });
    });

    test('that does not fit its schema is refused as our mistake, without its content in the message', async () => {
      const bad = { ...makeBook(fresh('shelf')), rank: 'ZEBRA-7' as unknown as number };
      const refusal = await store().commit([put(books, bad, null)]).catch((error: unknown) => error);
      expect(String(refusal)).toMatch(/books.*rank/);
      expect(String(refusal)).not.toContain('ZEBRA-7');
      expect(await store().get(books, bad.id)).toBeUndefined();
    });
  });

  describe('a write', () => {
    test.each([
      ['says there is none, but there is', 1, null],
      ['has seen an older rev', 2, 1],
      ['has seen a rev that is still to come', 1, 2],
      ['has seen a record that is gone', 0, 1],
    ])('that %s is a conflict and changes nothing', async (_what, kept, seen) => {
      const book = makeBook(fresh('shelf'));
      for (let rev = 0; rev < kept; rev++) await store().commit([put(books, book, rev || null)]);
      await expect(store().commit([put(books, { ...book, rank: 9 }, seen)])).rejects.toThrow(Conflict);
      const now = await store().get(books, book.id);
      expect(now?.rev ?? 0).toBe(kept);
      expect(now?.rank ?? null).toBeNull();
    });

    test('that removes another rev, or nothing, is a conflict', async () => {
      const [book] = await fill(store(), fresh('shelf'), [{}]) as [Book];
      await expect(store().commit([remove(books, book.id, 2)])).rejects.toThrow(Conflict);
      await expect(store().commit([remove(books, fresh('book'), 1)])).rejects.toThrow(Conflict);
      expect(await store().get(books, book.id)).toMatchObject({ rev: 1 });
    });

    test('wins alone when many start from the same rev', async () => {
      const [book] = await fill(store(), fresh('shelf'), [{}]) as [Book];
      const tries = Array.from({ length: 8 }, (_, n) => store().commit([put(books, { ...book, rank: n }, 1)]));
      const ends = await Promise.allSettled(tries);
      const winners = ends.flatMap((end, n) => (end.status === 'fulfilled' ? [n] : []));
      expect(winners).toHaveLength(1);
      expect(await store().get(books, book.id)).toMatchObject({ rank: winners[0], rev: 2 });
      for (const end of ends) if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(Conflict);
    });
  });

  describe('a unique key', () => {
    test('finds its record', async () => {
      const shelf = fresh('shelf');
      const [book] = await fill(store(), shelf, [{ title: 'Il nome' }, { title: 'Il nome 2' }]) as [Book];
      expect(await store().getUnique(books, 'byTitle', [shelf, 'Il nome'])).toEqual({ ...book, rev: 1 });
      expect(await store().getUnique(books, 'byTitle', [shelf, 'Il nom'])).toBeUndefined();
    });

    test('is taken once, and the refusal names it', async () => {
      const shelf = fresh('shelf');
      await fill(store(), shelf, [{ title: 'one', tag: 'gold' }]);
      const second = makeBook(shelf, { title: 'two', tag: 'gold' });
      const refusal = await store().commit([put(books, second, null)]).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(Duplicate);
      expect(refusal).toMatchObject({ collection: 'books', unique: 'byTag' });
      expect(await store().get(books, second.id)).toBeUndefined();
    });

    test('leaves records with a null in it alone', async () => {
      const shelf = fresh('shelf');
      await fill(store(), shelf, [{ tag: null }, { tag: null }]);
      expect(await store().find(books, 'byRank', [shelf])).toHaveLength(2);
      expect(await store().getUnique(books, 'byTag', [shelf, null])).toBeUndefined();
    });

    test('is free again after its record changed it, or was removed', async () => {
      const shelf = fresh('shelf');
      const [book] = await fill(store(), shelf, [{ title: 'a' }]) as [Book];
      await store().commit([put(books, { ...book, title: 'b' }, 1)]);
      expect(await store().getUnique(books, 'byTitle', [shelf, 'a'])).toBeUndefined();
      expect(await store().getUnique(books, 'byTitle', [shelf, 'b'])).toMatchObject({ id: book.id });
      await fill(store(), shelf, [{ title: 'a' }]);
      await store().commit([remove(books, book.id, 2)]);
      await fill(store(), shelf, [{ title: 'b' }]);
    });

    test('that is kept by its own record is no duplicate', async () => {
      const [book] = await fill(store(), fresh('shelf'), [{ tag: 'gold' }]) as [Book];
      await store().commit([put(books, { ...book, rank: 1 }, 1)]);
      expect(await store().get(books, book.id)).toMatchObject({ tag: 'gold', rank: 1 });
    });

    test('goes to one of many who want it at the same moment', async () => {
      const shelf = fresh('shelf');
      const tries = Array.from({ length: 8 }, () => store().commit([put(books, makeBook(shelf, { title: 'one' }), null)]));
      const ends = await Promise.allSettled(tries);
      expect(ends.filter(end => end.status === 'fulfilled')).toHaveLength(1);
      for (const end of ends) if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(Duplicate);
      expect(await store().find(books, 'byTitle', [shelf])).toHaveLength(1);
    });

    test.each([
      ['upper and lower case', 'Rossi', 'rossi'],
      ['accents', 'perché', 'perche'],
      ['a space at the end of a part', 'a', 'a b'],
    ])('tells %s apart', async (_what, one, other) => {
      const shelf = fresh('shelf');
      await fill(store(), shelf, [{ title: one }, { title: other }]);
      expect(await store().getUnique(books, 'byTitle', [shelf, one])).toMatchObject({ title: one });
    });
  });

  describe('a commit', () => {
    test('of nothing is kept at once', async () => {
      await store().commit([]);
    });

    test('over several collections keeps all', async () => {
      const [book, parcel] = [makeBook(fresh('shelf')), aParcel()];
      await store().commit([put(books, book, null), put(parcels, parcel, null)]);
      expect(await store().get(books, book.id)).toBeDefined();
      expect(await store().get(parcels, parcel.id)).toBeDefined();
    });

    test.each(['first', 'middle', 'last'])('whose %s write is a conflict keeps nothing', async place => {
      const shelf = fresh('shelf');
      const [old] = await fill(store(), shelf, [{ title: 'old' }]) as [Book];
      const good = [put(books, makeBook(shelf), null), put(parcels, aParcel(), null)];
      const bad = put(books, { ...old, title: 'changed' }, 7);
      const at = { first: 0, middle: 1, last: 2 }[place] ?? 0;
      await expect(store().commit(good.toSpliced(at, 0, bad))).rejects.toThrow(Conflict);
      expect(await store().find(books, 'byRank', [shelf])).toEqual([{ ...old, rev: 1 }]);
    });

    test('whose last write is a duplicate keeps nothing, not even a removal', async () => {
      const shelf = fresh('shelf');
      const [one, two] = await fill(store(), shelf, [{ title: 'one' }, { title: 'two' }]) as [Book, Book];
      const writes = [remove(books, one.id, 1), put(books, makeBook(shelf, { title: 'two' }), null)];
      await expect(store().commit(writes)).rejects.toThrow(Duplicate);
      expect((await store().find(books, 'byTitle', [shelf])).map(book => book.id)).toEqual([one.id, two.id]);
    });

    test('with a record that does not fit keeps nothing', async () => {
      const shelf = fresh('shelf');
      const bad = { ...makeBook(shelf), lent: 'perhaps' as unknown as boolean };
      await expect(store().commit([put(books, makeBook(shelf), null), put(books, bad, null)])).rejects.toThrow('schema');
      expect(await store().find(books, 'byRank', [shelf])).toEqual([]);
    });

    test('may hand a unique key from an earlier write to a later one', async () => {
      const shelf = fresh('shelf');
      const [one] = await fill(store(), shelf, [{ title: 'prize' }]) as [Book];
      const heir = makeBook(shelf, { title: 'prize' });
      await store().commit([put(books, { ...one, title: 'former' }, 1), put(books, heir, null)]);
      expect(await store().getUnique(books, 'byTitle', [shelf, 'prize'])).toMatchObject({ id: heir.id });
    });

    test('may not hand it over before it is free', async () => {
      const shelf = fresh('shelf');
      const [one] = await fill(store(), shelf, [{ title: 'prize' }]) as [Book];
      const writes = [put(books, makeBook(shelf, { title: 'prize' }), null), put(books, { ...one, title: 'former' }, 1)];
      await expect(store().commit(writes)).rejects.toThrow(Duplicate);
    });

    test('that writes one record twice is refused as our mistake', async () => {
      const book = makeBook(fresh('shelf'));
      await expect(store().commit([put(books, book, null), put(books, book, 1)])).rejects.toThrow('twice');
      expect(await store().get(books, book.id)).toBeUndefined();
    });
  });
}

function aParcel(): Parcel {
  return {
    id: fresh('parcel') as Parcel['id'], size: 'small', kind: 'parcel', weight: 0.25, pieces: 3, fragile: true,
    address: 'paolo@example.it', sender: { town: 'Torino', at: 1_790_000_000_000 }, receiver: null, labels: [], stops: [],
    way: { by: 'road', plate: 'AB 123' }, carrier: 'corriere',
  };
}

function anotherParcel(): Parcel {
  return {
    ...aParcel(), id: fresh('parcel') as Parcel['id'], size: 'large', weight: -1e-7, note: '', receiver: { town: 'Ivrea “là”', at: 0 },
    labels: ['$set', 'a.b', ''], stops: [{ town: 'Asti', at: 1 }, { town: 'Alba', at: 2 }], way: { by: 'air', flight: null, hours: [1, 2.5] },
  };
}
