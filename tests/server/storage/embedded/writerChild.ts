/** Writes without end into a store and says of each piece that it is kept, after the promise and never before. */
import { writeSync } from 'node:fs';
import { openEmbeddedStore } from '../../../../server/storage/embedded/store.ts';
import { put } from '../../../../server/storage/store.ts';
import { books, makeBook, SHELVES } from '../../../contracts/storage/shelves.ts';

const [dataDir = '', rooms = '4'] = process.argv.slice(2);
const store = await openEmbeddedStore(dataDir, SHELVES);
const say = (line: string) => writeSync(1, `${line}\n`);

/** Two entries at a time, so that half an append would show. */
async function writeRoom(room: string): Promise<never> {
  for (let seq = (await store.journal.head(room)) + 1; ; seq += 2) {
    const entries = [seq, seq + 1].map(each => ({ room, seq: each, parts: [partOf(room, each)] }));
    await store.journal.append(entries, seq);
    say(`entry ${room} ${seq + 1}`);
  }
}
const partOf = (room: string, seq: number) => ({ memberId: room, clientId: seq, update: new Uint8Array(300).fill(seq % 251) });

/** A pair on a shelf of its own: both or none. */
async function writePairs(n: number): Promise<never> {
  for (;;) {
    const shelf = `${n}-${process.pid}-${Math.random()}`;
    await store.commit(['left', 'right'].map(title => put(books, makeBook(shelf, { title }), null)));
    say(`pair ${shelf}`);
  }
}

async function writeFiles(): Promise<never> {
  for (;;) say(`file ${await store.files.keep(Buffer.from(String(Math.random())))}`);
}

async function writeSnapshots(room: string): Promise<never> {
  for (let seq = ((await store.journal.snapshot(room))?.seq ?? 0) + 1; ; seq++) {
    await store.journal.keepSnapshot({ room, seq, state: new Uint8Array(900_000).fill(seq % 251) });
    say(`snapshot ${seq}`);
  }
}

say('begins');
await Promise.all([
  ...Array.from({ length: Number(rooms) }, (_, n) => writeRoom(`room-${n}`)),
  writePairs(1), writePairs(2), writeFiles(), writeSnapshots('room-0'),
]);
