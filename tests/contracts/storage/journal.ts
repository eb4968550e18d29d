/** Promises about the journal: gapless, all or none, exactly what was appended; and about snapshots. */
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Conflict, type Entry, ENTRY_BYTES, type NewEntry, type Store } from '../../../server/storage/store.ts';
import { fresh } from './shelves.ts';

export function journalContract(store: () => Store): void {
  describe('the journal of a room', () => {
    test('begins empty', async () => {
      const room = fresh('room');
      expect(await store().journal.head(room)).toBe(0);
      expect(await readAll(store(), room)).toEqual([]);
    });

    test('gives back what was appended, part by part, in order', async () => {
      const room = fresh('room');
      const first = entry(room, 1, { parts: [part('marta', 4_294_967_295, [0, 255, 1]), part('paolo', 7, [])] });
      const second = entry(room, 2, { parts: [] });
      await store().journal.append([first], 1_790_000_000_000);
      await store().journal.append([second, entry(room, 3)], 1_790_000_000_001);
      expect(await store().journal.head(room)).toBe(3);
      expect(await readAll(store(), room)).toEqual([
        { ...first, at: 1_790_000_000_000 }, { ...second, at: 1_790_000_000_001 }, { ...entry(room, 3), at: 1_790_000_000_001 },
      ]);
    });

    test('reads on after a seq', async () => {
      const room = fresh('room');
      await store().journal.append([1, 2, 3, 4].map(seq => entry(room, seq)), 1);
      expect((await readAll(store(), room, 2)).map(each => each.seq)).toEqual([3, 4]);
      expect(await readAll(store(), room, 4)).toEqual([]);
      expect(await readAll(store(), room, 9)).toEqual([]);
    });

    test('takes no seq twice, and leaves no gap', async () => {
      const room = fresh('room');
      await store().journal.append([entry(room, 1)], 1);
      for (const seq of [1, 3]) {
        await expect(store().journal.append([entry(room, seq, { parts: [part('late', 1, [9])] })], 2)).rejects.toThrow(Conflict);
      }
      expect(await readAll(store(), room)).toEqual([{ ...entry(room, 1), at: 1 }]);
    });

    test('lets exactly one of two appenders have a seq', async () => {
      for (let round = 0; round < 5; round++) {
        const room = fresh('room');
        const racers = ['marta', 'paolo'].map(who => store().journal.append([entry(room, 1, { parts: [part(who, 1, [1])] })], 1));
        const ends = await Promise.allSettled(racers);
        expect(ends.map(end => end.status).toSorted()).toEqual(['fulfilled', 'rejected']);
        for (const end of ends) if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(Conflict);
        const winner = ends[0]?.status === 'fulfilled' ? 'marta' : 'paolo';
        expect((await readAll(store(), room)).map(each => each.parts[0]?.memberId)).toEqual([winner]);
      }
    });

    test('stays gapless while several append at once, and loses nothing', async () => {
      const room = fresh('room');
      await Promise.all(['ada', 'bea', 'cleo'].map(who => appendOften(store(), room, who, 5)));
      const all = await readAll(store(), room);
      expect(all.map(each => each.seq)).toEqual(Array.from({ length: 15 }, (_, n) => n + 1));
      const marks = all.map(each => `${each.parts[0]?.memberId ?? ''}${each.parts[0]?.clientId ?? ''}`);
      expect(new Set(marks).size).toBe(15);
    }, 30_000);

    test('shares one append with other rooms: all are kept', async () => {
      const rooms = [fresh('room'), fresh('room'), fresh('room')];
      await store().journal.append(rooms.map(room => entry(room, 1)), 5);
      for (const room of rooms) expect(await store().journal.head(room)).toBe(1);
    });

    test.each([0, 1, 2])('shares one append with other rooms: one conflict (place %s) and none is kept', async place => {
      const rooms = [fresh('room'), fresh('room'), fresh('room')];
      const entries = rooms.map((room, n) => entry(room, n === place ? 2 : 1));
      await expect(store().journal.append(entries, 5)).rejects.toThrow(Conflict);
      for (const room of rooms) expect(await store().journal.head(room)).toBe(0);
    });

    test('keeps rooms apart whose names begin alike', async () => {
      const room = fresh('room');
      await store().journal.append([entry(room, 1), entry(`${room}.more`, 1), entry(`${room}.more`, 2)], 5);
      expect(await store().journal.head(room)).toBe(1);
      expect(await readAll(store(), room)).toHaveLength(1);
    });

    test('gives back long histories and large updates', async () => {
      const room = fresh('room');
      const large = randomBytes(2 * 1024 * 1024);
      await store().journal.append(Array.from({ length: 600 }, (_, n) => entry(room, n + 1)), 1);
      await store().journal.append([entry(room, 601, { parts: [part('ivo', 1, large)] })], 2);
      const all = await readAll(store(), room);
      expect(all.map(each => each.seq)).toEqual(Array.from({ length: 601 }, (_, n) => n + 1));
      expect(Buffer.compare(all.at(-1)?.parts[0]?.update ?? new Uint8Array(), large)).toBe(0);
    }, 30_000);

    test('of no entries at all is kept at once', async () => {
      await store().journal.append([], 1);
    });

    test('refuses a seq below 1 and an entry that some engine could not hold', async () => {
      const room = fresh('room');
      for (const seq of [0, -1, 1.5]) await expect(store().journal.append([entry(room, seq)], 1)).rejects.toThrow('seq');
      const huge = entry(room, 1, { parts: [part('ivo', 1, new Uint8Array(ENTRY_BYTES + 1))] });
      await expect(store().journal.append([huge], 1)).rejects.toThrow('bytes');
    });
  });

  describe('a snapshot', () => {
    test('is not there before one is kept', async () => {
      expect(await store().journal.snapshot(fresh('room'))).toBeUndefined();
    });

    test('comes back as it was, and the newest counts', async () => {
      const room = fresh('room');
      for (const seq of [3, 9, 7]) await store().journal.keepSnapshot({ room, seq, state: new Uint8Array([seq]) });
      expect(await store().journal.snapshot(room)).toEqual({ room, seq: 9, state: new Uint8Array([9]) });
    });

    test('may be empty', async () => {
      const room = fresh('room');
      await store().journal.keepSnapshot({ room, seq: 0, state: new Uint8Array() });
      expect(await store().journal.snapshot(room)).toEqual({ room, seq: 0, state: new Uint8Array() });
    });

    test('of the same seq replaces the former', async () => {
      const room = fresh('room');
      for (const byte of [1, 2]) await store().journal.keepSnapshot({ room, seq: 4, state: new Uint8Array([byte]) });
      expect(await store().journal.snapshot(room)).toEqual({ room, seq: 4, state: new Uint8Array([2]) });
    });

    test('of 20 MB comes back byte for byte', async () => {
      const room = fresh('room');
      const state = randomBytes(20 * 1024 * 1024 + 13);
      await store().journal.keepSnapshot({ room, seq: 1, state });
      const kept = await store().journal.snapshot(room);
      expect(Buffer.compare(kept?.state ?? new Uint8Array(), state)).toBe(0);
    }, 30_000);

    test('leaves the entries where they are', async () => {
      const room = fresh('room');
      await store().journal.append([entry(room, 1), entry(room, 2)], 1);
      await store().journal.keepSnapshot({ room, seq: 2, state: new Uint8Array([1]) });
      expect(await readAll(store(), room)).toHaveLength(2);
    });

    test('is whole however many are kept at once', async () => {
      const room = fresh('room');
      const states = [1, 2, 3, 4, 5, 6].map(seq => ({ room, seq, state: new Uint8Array(700_000).fill(seq) }));
      await Promise.all(states.map(each => store().journal.keepSnapshot(each)));
      const kept = await store().journal.snapshot(room);
      expect(kept?.seq).toBe(6);
      expect(kept?.state.every(byte => byte === 6)).toBe(true);
    }, 30_000);
  });
}

const part = (memberId: string, clientId: number, bytes: ArrayLike<number>) => ({ memberId, clientId, update: Uint8Array.from(bytes) });

function entry(room: string, seq: number, said: Partial<NewEntry> = {}): NewEntry {
  return { room, seq, parts: [part('marta', seq, [seq % 256])], ...said };
}

async function readAll(store: Store, room: string, after = 0): Promise<Entry[]> {
  const all: Entry[] = [];
  for await (const each of store.journal.read(room, after)) all.push(each);
  return all;
}

/** As a second server would: looks at the head, tries the next seq, and tries again when somebody was faster. */
async function appendOften(store: Store, room: string, who: string, times: number): Promise<void> {
  for (let done = 0; done < times; ) {
    const seq = (await store.journal.head(room)) + 1;
    try {
      await store.journal.append([entry(room, seq, { parts: [part(who, done, [1])] })], 1);
      done++;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
}
