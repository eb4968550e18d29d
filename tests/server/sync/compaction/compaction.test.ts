/** Compaction as people in a room meet it: nothing they see changes, what was deleted is gone, and trouble with it is no trouble of theirs. */
import { readdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { blockState } from '../../../../server/sync/blocks/blockState.ts';
import { compact } from '../../../../server/sync/compaction/compact.ts';
import { Compactor } from '../../../../server/sync/compaction/compactor.ts';
import { realTime } from '../../../../server/sync/time.ts';
import { contents, docUnder, editStep, type EditStep, edit, updateOf } from '../../../support/stories.ts';

const anybody = () => true;

function read(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc;
}

/** Of each thread of this process; the 19th field of its `stat`, counted from behind the name (proc(5)). */
function niceness(): number[] {
  return readdirSync('/proc/self/task').map(thread => Number(readFileSync(`/proc/self/task/${thread}/stat`, 'utf8').split(') ')[1]?.split(' ')[16]));
}

/** Clock ranges that are deleted, as plain data. */
function deletedIn(doc: Y.Doc): unknown {
  return [...Y.createDeleteSetFromStructStore(doc.store).clients].map(([client, ranges]) => [client, ranges.map(({ clock, len }) => [clock, len])]).sort();
}

describe('a compacted document', () => {
  // People write before, during and after; some bring late what they wrote before. Whoever comes afterwards sees what
  // whoever was there all the time sees.
  test('swapped in while people write equals a Y.Doc that was told everything (Sync 12)', () => {
    fc.assert(
      fc.property(fc.array(editStep, { maxLength: 40 }), fc.array(editStep, { maxLength: 25 }), fc.array(editStep, { maxLength: 25 }), (before, during, after) => {
        const state = blockState();
        const never = blockState(); // the same without compaction
        const plain = new Y.Doc();
        const writers = [1, 2, 3].map(docUnder);
        const tell = (steps: readonly EditStep[]) => {
          for (const { who, does, at } of steps) {
            const writer = writers[who]!;
            if (does === 'receive') Y.applyUpdate(writer, state.missing(Y.encodeStateVector(writer)));
            else if (does === 'send') {
              const update = Y.encodeStateAsUpdate(writer, state.vector());
              state.take(update, anybody);
              never.take(update, anybody);
              Y.applyUpdate(plain, update);
            } else edit(writer, does, at);
          }
        };
        tell(before);
        const compacted = compact(state.raw());
        tell(during);
        state.swap(compacted);
        expect(contents(read(state.whole()))).toEqual(contents(plain));
        tell(after);
        tell([0, 1, 2].flatMap(who => ['send', 'receive'].map(does => ({ who, does, at: 0 }))));
        tell([0, 1, 2].map(who => ({ who, does: 'receive', at: 0 })));

        const newcomer = read(state.whole());
        expect(contents(newcomer)).toEqual(contents(plain));
        expect(newcomer.store.pendingStructs).toBeNull();
        expect(Y.decodeStateVector(state.vector())).toEqual(Y.decodeStateVector(Y.encodeStateVector(plain)));
        expect(deletedIn(newcomer)).toEqual(deletedIn(read(never.whole())));
        for (const writer of writers) expect(contents(writer)).toEqual(contents(plain));
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  test('holds nothing of what lay in something deleted, although nobody said so of each word (Sync 12)', () => {
    const state = blockState();
    const [marta, paolo] = [docUnder(1), docUnder(2)];
    marta.getArray('list').insert(0, [new Y.Text('ZEBRA-7 at first')]);
    state.take(Y.encodeStateAsUpdate(marta), anybody);
    Y.applyUpdate(paolo, state.whole());
    (paolo.getArray('list').get(0) as Y.Text).insert(0, 'YAK-9 meanwhile ');
    state.take(updateOf(marta, doc => doc.getArray('list').delete(0, 1)), anybody);
    state.take(Y.encodeStateAsUpdate(paolo, state.vector()), anybody);

    state.swap(compact(state.raw()));

    expect(Buffer.from(state.whole()).includes('ZEBRA-7')).toBe(false);
    expect(Buffer.from(state.whole()).includes('YAK-9')).toBe(false);
    expect(state.take(updateOf(paolo, doc => (doc.getArray('list').get(0) as Y.Text).insert(5, 'still typing')), anybody)).toBeDefined();
    expect(contents(read(state.whole()))).toEqual(contents(marta));
  });

  test('is never larger than what it was made from, where nothing was deleted', () => {
    const state = blockState();
    const writers = [1, 2, 3].map(docUnder);
    for (let nth = 0; nth < 300; nth++) {
      const writer = writers[nth % 3]!;
      Y.applyUpdate(writer, state.missing(Y.encodeStateVector(writer)));
      state.take(updateOf(writer, doc => doc.getText('text').insert((nth * 7) % (nth + 1), 'between ')), anybody);
    }
    const raw = state.raw();
    const compacted = compact(raw);
    expect(compacted.update.length).toBeLessThanOrEqual(raw.length);
    state.swap(compacted);
    expect(read(state.whole()).getText('text').toString()).toBe(read(raw).getText('text').toString());
  });

  test('of another document is refused, and nothing has changed', () => {
    const state = blockState();
    state.take(updateOf(docUnder(1), doc => doc.getText('body').insert(0, 'ours')), anybody);
    state.raw();
    expect(() => state.swap(compact(Y.encodeStateAsUpdate(wordsOf(1, 'others, longer'))))).toThrow('not what became of our document');
    expect(read(state.whole()).getText('body').toString()).toBe('ours');
  });
});

function wordsOf(client: number, words: string): Y.Doc {
  const doc = docUnder(client);
  doc.getText('body').insert(0, words);
  return doc;
}

describe('the thread for compaction', () => {
  const compactor = new Compactor(realTime);
  afterEach(() => compactor.close());

  test('compacts, many at once and again after it was ended', async () => {
    const raws = Array.from({ length: 5 }, (_, n) => Y.encodeStateAsUpdate(wordsOf(1, `document ${n}`)));
    const all = await Promise.all(raws.map(raw => compactor.compact(raw)));
    expect(all.map(({ update }) => read(update).getText('body').toString())).toEqual(raws.map((_, n) => `document ${n}`));
    await compactor.close();
    expect((await compactor.compact(raws[0]!)).index.runs).toHaveLength(1);
  }, 30_000);

  test.runIf(process.platform === 'linux')('lets whoever types go first', async () => {
    const before = niceness();
    await compactor.compact(Y.encodeStateAsUpdate(wordsOf(1, 'a word')));
    expect(niceness().filter(nice => nice === constants.priority.PRIORITY_BELOW_NORMAL)).toHaveLength(1);
    expect(before).not.toContain(constants.priority.PRIORITY_BELOW_NORMAL);
  }, 30_000);

  test('says so when it cannot, and can the next', async () => {
    await expect(compactor.compact(Uint8Array.from([9, 9, 9]))).rejects.toThrow();
    expect((await compactor.compact(Y.encodeStateAsUpdate(wordsOf(1, 'next')))).index.runs).toHaveLength(1);
  }, 30_000);

  test('lets go of whoever waits when it is ended', async () => {
    const waiting = compactor.compact(Y.encodeStateAsUpdate(wordsOf(1, 'x')));
    const told = expect(waiting).rejects.toThrow('ended');
    await compactor.close();
    await told;
  }, 30_000);
});
