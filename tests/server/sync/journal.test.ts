/** Bringing batches to disk: many rooms in one commit, trouble with the store, other processes. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { RoomId } from '../../../shared/rooms.ts';
import { Conflict, type Entry, type Part } from '../../../server/storage/store.ts';
import { JournalWriter, RoomJournal } from '../../../server/sync/journal.ts';
import { HandTime, keep, MemoryJournal, ROOM, turns } from './memory.ts';

const OTHER = 'prj_BBBBBBBBBBBBBBBBBBBBBB.shared' as RoomId;
const part = (word: string): Part => ({ memberId: 'mbr', clientId: 1, update: new TextEncoder().encode(word) });
const wordsIn = (entries: readonly Entry[]) => entries.map(entry => entry.parts.map(each => new TextDecoder().decode(each.update)).join(' '));

let journal: MemoryJournal;
let time: HandTime;
let writer: JournalWriter;
let troubles: unknown[];
let foreign: Entry[];

function roomJournal(room: RoomId = ROOM): RoomJournal {
  return new RoomJournal(writer, room, { seq: 0, at: 0 }, entry => foreign.push(entry));
}

beforeEach(() => {
  journal = new MemoryJournal();
  time = new HandTime();
  troubles = [];
  foreign = [];
  writer = new JournalWriter(journal, () => 5_000, time, error => troubles.push(error));
});

describe('the journal writer', () => {
  test('brings what waits for one commit to disk with the next, whichever room it is of (Sync 6)', async () => {
    const [one, two] = [roomJournal(), roomJournal(OTHER)];
    journal.held = true;
    const first = keep(one, part('first'));
    await turns();
    const others = [keep(two, part('other'))];
    await turns();
    journal.release();
    expect(await Promise.all([first, ...others])).toEqual([{ seq: 1, at: 5_000 }, { seq: 1, at: 5_000 }]);
    expect(journal.appends).toBe(2);
  });

  test('tries again when the store fails, tells of it, and acknowledges nothing meanwhile (Sync 7)', async () => {
    journal.failure = new Error('the disk is full');
    let saved = false;
    const appending = keep(roomJournal(), part('word')).then(() => (saved = true));
    await turns();
    expect([saved, troubles]).toEqual([false, [new Error('the disk is full')]]);
    time.pass(50);
    await appending;
    expect(wordsIn(journal.entries)).toEqual(['word']);
  });

  test('gives up what waits when it is closed while the store fails', async () => {
    journal.failure = new Error('gone');
    const appending = keep(roomJournal(), part('word'));
    const closing = writer.close();
    await expect(appending).rejects.toThrow('gone');
    await closing;
  });
});

describe('rooms take turns', () => {
  /** Wants the next entry kept as soon as the last one is. */
  function flood(room: RoomJournal, times: number): void {
    let left = times;
    const again = () => void (left-- > 0 && room.keep({ take: () => [part('flood')], kept: again, failed: () => undefined }));
    again();
  }

  test('whatever others bring: what comes during one commit goes with the next, and no room is in one twice', async () => {
    const commits: string[][] = [];
    const append = journal.append.bind(journal);
    journal.append = async (entries, at) => {
      commits.push(entries.map(entry => entry.room));
      await append(entries, at);
    };
    flood(roomJournal(), 40);
    const quiet = roomJournal(OTHER);
    for (let word = 0; word < 5; word++) {
      await turns(3);
      const before = commits.length;
      await keep(quiet, part('word'));
      expect(commits.findIndex((rooms, nth) => nth >= before && rooms.includes(OTHER))).toBeLessThanOrEqual(before + 1);
    }
    expect(commits.every(rooms => new Set(rooms).size === rooms.length)).toBe(true);
    expect(commits.length).toBeGreaterThan(5);
  });

  test('what a room gathers while it waits for its commit is one entry', async () => {
    journal.held = true;
    const first = keep(roomJournal(OTHER), part('before'));
    await turns();
    const gathered = [part('one')];
    const room = roomJournal();
    const kept = new Promise(resolve => room.keep({ take: () => gathered, kept: resolve, failed: resolve }));
    await turns();
    gathered.push(part('two'));
    journal.release();
    await Promise.all([first, kept]);
    expect(wordsIn(journal.entries)).toEqual(['before', 'one two']);
  });
});

describe('a room\'s journal', () => {
  test('goes after what another process wrote, and tells of it in order (Sync 5)', async () => {
    const room = roomJournal();
    await keep(room, part('ours 1'));
    for (const seq of [2, 3]) await journal.append([{ room: ROOM, seq, parts: [part(`theirs ${seq}`)] }], 1);

    expect(await keep(room, part('ours 2'))).toMatchObject({ seq: 4 });
    expect(wordsIn(foreign)).toEqual(['theirs 2', 'theirs 3']);
    expect(wordsIn(journal.entries)).toEqual(['ours 1', 'theirs 2', 'theirs 3', 'ours 2']);
  });

  test('recognises its own entry when the store kept it and said otherwise', async () => {
    const append = journal.append.bind(journal);
    let times = 0;
    journal.append = async (entries, at) => {
      await append(entries, at);
      if (times++ === 0) throw new Error('no answer in time');
    };
    const appending = keep(roomJournal(), part('once'));
    await turns();
    time.pass(50);
    expect(await appending).toMatchObject({ seq: 1 });
    expect(wordsIn(journal.entries)).toEqual(['once']);
    expect(foreign).toEqual([]);
  });

  test('does not let one room\'s conflict hold up another (Sync 6)', async () => {
    const [one, two] = [roomJournal(), roomJournal(OTHER)];
    await journal.append([{ room: ROOM, seq: 1, parts: [part('theirs')] }], 1);
    await Promise.all([keep(one, part('ours')), keep(two, part('other'))]);
    expect(wordsIn(journal.entries).sort()).toEqual(['other', 'ours', 'theirs']);
  });

  test('says when the store answers with something else than it should', async () => {
    journal.append = () => Promise.reject(new Conflict('taken'));
    journal.read = async function* () {
      throw new Error('unreadable');
      yield* [];
    };
    await expect(keep(roomJournal(), part('word'))).rejects.toThrow('unreadable');
  });
});
