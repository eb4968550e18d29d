/** The journal's two stages: whenever the process ends, each entry is there once, and the next one goes after it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sealedIn, sealTogether } from '../../../../server/storage/embedded/entry.ts';
import { Environment, type Table } from '../../../../server/storage/embedded/environment.ts';
import { EmbeddedJournal } from '../../../../server/storage/embedded/journal.ts';
import { keyOf } from '../../../../server/storage/embedded/keys.ts';
import { Gate } from '../../../../server/storage/gate.ts';
import { Conflict, Corrupt, type Entry, type NewEntry } from '../../../../server/storage/store.ts';
import { makeDataDir } from './dataDir.ts';

const updateOf = (seq: number, bytes: number) => new Uint8Array(bytes).fill(seq % 251);
const entryOf = (room: string, seq: number, bytes = 3): NewEntry => ({ room, seq, parts: [{ memberId: 'm', clientId: seq, update: updateOf(seq, bytes) }] });

interface Process {
  env: Environment;
  journal: EmbeddedJournal;
}

function start(dataDir: string): Process {
  const env = new Environment(dataDir);
  return { env, journal: new EmbeddedJournal(env, new Gate()) };
}

/** As if it were killed: what is in the log stays there. */
const kill = ({ env }: Process) => env.close();
async function end({ env, journal }: Process): Promise<void> {
  await journal.close();
  await env.close();
}

async function seqsIn({ journal }: Process, room: string, after = 0): Promise<number[]> {
  const read: Entry[] = [];
  for await (const entry of journal.read(room, after)) read.push(entry);
  for (const { seq, parts: [part] } of read) expect(Buffer.compare(part!.update, updateOf(seq, part!.update.length))).toBe(0);
  return read.map(({ seq }) => seq);
}

const upTo = (head: number) => Array.from({ length: head }, (_, nth) => nth + 1);
const contentOf = (table: Table) => [...table.getRange({})].map(({ key, value }) => ({ key: Buffer.from(key), value: Buffer.from(value) }));

test('what the log held when the process was killed is found, and moved when the next one ends', async () => {
  const dataDir = await makeDataDir();
  const first = start(dataDir);
  for (const seq of [1, 2, 3]) await first.journal.append([entryOf('one', seq), entryOf('two', seq)], 1);
  expect(await seqsIn(first, 'one')).toEqual([1, 2, 3]);
  await kill(first);

  const second = start(dataDir);
  expect([await seqsIn(second, 'two'), await seqsIn(second, 'two', 2), await second.journal.head('two')]).toEqual([[1, 2, 3], [3], 3]);
  await expect(second.journal.append([entryOf('one', 3)], 1)).rejects.toThrow(Conflict);
  await second.journal.append([entryOf('one', 4)], 1);
  await end(second);

  const third = start(dataDir);
  expect(contentOf(third.env.table('log'))).toEqual([]);
  expect([await seqsIn(third, 'one'), await seqsIn(third, 'two')]).toEqual([[1, 2, 3, 4], [1, 2, 3]]);
  await end(third);
});

test('what was moved and not yet taken out of the log counts once', async () => {
  const dataDir = await makeDataDir();
  const first = start(dataDir);
  for (const seq of [1, 2, 3]) await first.journal.append([entryOf('one', seq)], 1);
  const log = contentOf(first.env.table('log'));
  await first.journal.close();
  await first.env.write(() => log.forEach(({ key, value }) => void first.env.table('log').put(key, value)));
  await kill(first);

  const second = start(dataDir);
  expect(await seqsIn(second, 'one')).toEqual([1, 2, 3]);
  await second.journal.append([entryOf('one', 4)], 1);
  await end(second);
  const third = start(dataDir);
  expect(await seqsIn(third, 'one')).toEqual([1, 2, 3, 4]);
  await end(third);
});

test('what is handed in at once goes one after the other, and what follows a refused entry is refused', async () => {
  const dataDir = await makeDataDir();
  const first = start(dataDir);
  const kept = await Promise.allSettled([1, 2, 2, 3, 5, 6].map(seq => first.journal.append([entryOf('one', seq)], 1)));
  expect(kept.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'rejected', 'rejected']);
  await kill(first);
  const second = start(dataDir);
  expect(await seqsIn(second, 'one')).toEqual([1, 2, 3]);
  await end(second);
});

test('entries that earlier versions kept one by one are read, and followed', async () => {
  const dataDir = await makeDataDir();
  const before = new Environment(dataDir);
  const { record } = sealTogether([1, 2, 3].map(seq => entryOf('one', seq)), 1, (room, seq) => keyOf([room, seq]));
  await before.write(() => {
    for (const { room, seq, value } of sealedIn(record, 'record')) void before.table('journal').put(keyOf([room, seq]), value);
  });
  await before.close();

  const now = start(dataDir);
  expect([await now.journal.head('one'), await seqsIn(now, 'one', 1)]).toEqual([3, [2, 3]]);
  await expect(now.journal.append([entryOf('one', 3)], 1)).rejects.toThrow(Conflict);
  await now.journal.append([entryOf('one', 4)], 1);
  await end(now);
  const later = start(dataDir);
  expect(await seqsIn(later, 'one')).toEqual([1, 2, 3, 4]);
  await end(later);
});

test('a log that rotted stops the start: nothing of it is left out in silence', async () => {
  const dataDir = await makeDataDir();
  const first = start(dataDir);
  await first.journal.append([entryOf('one', 1)], 1);
  const [record] = contentOf(first.env.table('log'));
  record!.value[record!.value.length - 1]! ^= 1;
  await first.env.write(() => void first.env.table('log').put(record!.key, record!.value));
  await kill(first);
  const env = new Environment(dataDir);
  expect(() => new EmbeddedJournal(env, new Gate())).toThrow(Corrupt);
  await env.close();
});

test('much is moved in small bites: who appends meanwhile waits for one of them', async () => {
  const now = start(await makeDataDir());
  for (const seq of upTo(9)) await now.journal.append([entryOf('loud', seq, 1_000_000)], 1);
  await now.journal.append([entryOf('quiet', 1)], 1);
  const moved = contentOf(now.env.table('runs')).reduce((bytes, { value }) => bytes + value.length, 0);
  expect(moved).toBeLessThan(6_000_000);
  expect([await seqsIn(now, 'loud'), await seqsIn(now, 'quiet')]).toEqual([upTo(9), [1]]);
  await end(now);
});

test('large entries, many rooms and many entries come back as they were', async () => {
  const dataDir = await makeDataDir();
  let now = start(dataDir);
  const rooms = Array.from({ length: 130 }, (_, nth) => `room-${nth}`);
  for (const seq of [1, 2]) await now.journal.append(rooms.map(room => entryOf(room, seq)), 1);
  await now.journal.append(upTo(700).map(seq => entryOf('long', seq)), 1);
  for (const seq of [1, 2, 3]) await now.journal.append([entryOf('large', seq, 1_500_000)], 1);
  await now.journal.append([entryOf('long', 701)], 1);
  for (const round of ['held', 'moved']) {
    for (const room of rooms) expect(await seqsIn(now, room), round).toEqual([1, 2]);
    expect(await seqsIn(now, 'long')).toEqual(upTo(701));
    expect(await seqsIn(now, 'long', 650)).toHaveLength(51);
    expect(await seqsIn(now, 'large')).toEqual([1, 2, 3]);
    await end(now);
    now = start(dataDir);
  }
  await end(now);
});

test('whatever is appended, whenever the process ends or is killed, each entry is there once', async () => {
  const room = fc.constantFrom('a', 'b', 'c');
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ append: fc.uniqueArray(room, { minLength: 1 }) }) },
    { weight: 1, arbitrary: fc.constantFrom('kill' as const, 'end' as const) },
  );
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 14 }), async steps => {
    const dataDir = await makeDataDir();
    const heads = new Map<string, number>();
    let now = start(dataDir);
    for (const each of steps) {
      if (typeof each === 'string') {
        await (each === 'kill' ? kill(now) : end(now));
        now = start(dataDir);
      } else {
        const entries = each.append.map(name => entryOf(name, (heads.get(name) ?? 0) + 1));
        await now.journal.append(entries, 1);
        for (const { room: name, seq } of entries) heads.set(name, seq);
      }
    }
    for (const [name, head] of heads) {
      expect(await seqsIn(now, name)).toEqual(upTo(head));
      expect(await now.journal.head(name)).toBe(head);
    }
    await end(now);
  }), { numRuns: 8 });
}, 60_000);
