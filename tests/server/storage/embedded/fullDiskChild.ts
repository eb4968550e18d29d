/** Fills a store until it says no, then tells what it kept and whether it still answers. */
import { openEmbeddedStore } from '../../../../server/storage/embedded/store.ts';
import { put, StoreUnavailable } from '../../../../server/storage/store.ts';
import { books, fill, makeBook, SHELVES } from '../../../contracts/storage/shelves.ts';

const store = await openEmbeddedStore(process.argv[2] ?? '', SHELVES);
const say = (line: string) => process.stdout.write(`${line}\n`);
await fill(store, 'first', [{ title: 'first' }]);

let pairs = 0;
const tag = 'x'.repeat(1_000);
try {
  for (;;) {
    const pair = ['left', 'right'].map(side => makeBook('pairs', { title: `${pairs} ${side}`, tag: `${tag}${pairs}${side}` }));
    await store.commit(pair.map(book => put(books, book, null)));
    pairs++;
  }
} catch (error) {
  say(`commit ${error instanceof StoreUnavailable ? 'refused' : String(error)}`);
}
let seq = 0;
try {
  for (;;) await store.journal.append([{ room: 'room', seq: ++seq, parts: [{ memberId: 'm', clientId: 1, update: new Uint8Array(200_000) }] }], 1);
} catch (error) {
  say(`append ${error instanceof StoreUnavailable ? 'refused' : String(error)}`);
}
await store.ping();
say(`reads ${String((await store.find(books, 'byTitle', ['first'])).length)}`);
await store.close();
say(`kept ${pairs} ${seq - 1}`);
