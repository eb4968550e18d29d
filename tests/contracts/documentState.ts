/**
 * What every `DocumentState` promises, as tests over real Yjs documents: whichever implementation is handed in,
 * everything a browser could send enters it as it would enter a `Y.Doc`, and nothing else does.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { encodeNews } from '../../server/sync/blocks/news.ts';
import { indexOf } from '../../server/sync/blocks/wholeUpdate.ts';
import type { DocumentState } from '../../server/sync/state.ts';
import { Unreadable } from '../../server/sync/trouble.ts';

const anybody = () => true;
const nobody = () => false;

export function documentStateContract(name: string, make: () => DocumentState): void {
  describe(`${name} as a document's state`, () => {
    test('holds what was taken, and answers with the new part alone', () => {
      const state = make();
      const writer = docUnder(1);
      writer.getText('body').insert(0, 'one');
      const first = Y.encodeStateAsUpdate(writer);
      writer.getText('body').insert(3, ' two');

      expect(read(encodeNews(state.take(first, anybody)!)).getText('body').toString()).toBe('one');
      const fresh = encodeNews(state.take(Y.encodeStateAsUpdate(writer), anybody)!);
      expect(Y.parseUpdateMeta(fresh).from.get(1)).toBe(3);
      expect(read(state.whole()).getText('body').toString()).toBe('one two');
    });

    test('answers undefined when nothing was new, deletions included', () => {
      const state = make();
      const writer = docUnder(1);
      writer.getText('body').insert(0, 'word');
      writer.getText('body').delete(1, 2);
      const update = Y.encodeStateAsUpdate(writer);
      expect(state.holds(update)).toBe(false);
      state.take(update, anybody);

      expect(state.take(update, nobody)).toBeUndefined();
      expect(state.holds(update)).toBe(true);
    });

    test('takes a deletion that brings no words', () => {
      const state = make();
      const writer = docUnder(1);
      writer.getText('body').insert(0, 'word');
      state.take(Y.encodeStateAsUpdate(writer), anybody);
      const vector = Y.encodeStateVector(writer);
      writer.getText('body').delete(0, 4);
      const deletion = Y.encodeStateAsUpdate(writer, vector);

      expect(state.holds(deletion)).toBe(false);
      expect(state.take(deletion, nobody)).toBeDefined();
      expect(read(state.whole()).getText('body').toString()).toBe('');
    });

    test('trims what is known, also in the middle of a word (Sync 5)', () => {
      const state = make();
      const writer = docUnder(1);
      const text = writer.getText('body');
      text.insert(0, 'begin');
      state.take(Y.encodeStateAsUpdate(writer), anybody);
      text.insert(5, 'ning');
      text.insert(0, 'the ');

      state.take(Y.encodeStateAsUpdate(writer), anybody);
      expect(read(state.whole()).getText('body').toString()).toBe('the beginning');
    });

    test('does not look at what known words claim to hang on (Sync 5)', () => {
      const state = make();
      const writer = docUnder(1);
      writer.getText('body').insert(0, 'known');
      state.take(Y.encodeStateAsUpdate(writer), anybody);
      const before = state.whole();

      expect(state.take(bytes([1, 1, 1, 0, 0x84, 7, 99, 1, 0x61, 0]), nobody)).toBeUndefined();
      expect(state.whole()).toEqual(before);
    });

    test.each<[string, RegExp | string, (honest: Y.Doc) => Uint8Array]>([
      ['words under an id that is not the sender\'s', 'foreign-author', () => updateOf(docUnder(99), doc => doc.getText('body').insert(0, 'EVIL'))],
      ['a gap', 'gap', () => withGap(2)],
      ['a struct that says it skips', 'gap', () => bytes([1, 2, 2, 0, 10, 5, 0, 3, 0])],
      ['a claim of 2^45 clocks', 'too-far', () => bytes([1, 1, 2, 0, 0, ...varUint(2 ** 45), 0])],
      ['words that hang on nothing', 'unknown-reference', () => bytes([1, 1, 2, 0, 0x84, 7, 0, 1, 0x61, 0])],
      ['words that hang on themselves', 'unknown-reference', () => bytes([1, 1, 2, 0, 0x84, 2, 0, 1, 0x61, 0])],
      ['two words that hang on each other', 'unknown-reference', () => bytes([2, 1, 3, 0, 0x84, 2, 0, 1, 0x61, 1, 2, 0, 0x84, 3, 0, 1, 0x61, 0])],
      ['a deletion of what nobody has', 'unknown-deletion', () => bytes([0, 1, 50, 1, 0, 3])],
      ['a deletion that reaches too far', 'unknown-deletion', () => bytes([0, 1, 1, 1, 0, 100])],
    ])('refuses %s, and nothing has changed (Sync 5)', (_, because, forge) => {
      const state = make();
      const honest = docUnder(1);
      honest.getText('body').insert(0, 'honest');
      state.take(Y.encodeStateAsUpdate(honest), anybody);
      const before = state.whole();

      expect(thrownBy(() => state.take(forge(honest), id => id === 2 || id === 3))).toMatchObject({ name: 'Refused', because });
      expect(state.whole()).toEqual(before);
      expect(state.take(updateOf(honest, doc => doc.getText('body').insert(6, ' still')), anybody)).toBeDefined();
      expect(read(state.whole()).getText('body').toString()).toBe('honest still');
    });

    test.each<[string, () => Uint8Array]>([
      ['one in the text, one in the list', () => bytes([1, 1, 2, 0, 0xc4, 1, 0, 1, 6, 1, 0x61, 0])],
      ['the same one twice, within a word', () => bytes([1, 1, 2, 0, 0xc4, 1, 1, 1, 1, 1, 0x61, 0])],
      ['one in the text, one that came with it in the list', () => bytes([1, 2, 2, 0, 8, 1, 4, 0x6c, 0x69, 0x73, 0x74, 1, 125, 5, 0xc4, 1, 0, 2, 0, 1, 0x61, 0])],
      ['one to the right, and none to the left although there is', () => bytes([1, 1, 2, 0, 0x44, 1, 3, 1, 0x61, 0])],
      ['the first letter of a word and its last', () => bytes([1, 1, 2, 0, 0xc4, 1, 0, 1, 5, 1, 0x61, 0])],
      ['the first letter of a word and one behind what was typed into it', () => bytes([1, 1, 2, 0, 0xc4, 1, 0, 1, 3, 1, 0x61, 0])],
      ['a letter and one that belongs to the next through a third person', () => bytes([1, 1, 4, 0, 0xc4, 1, 0, 3, 0, 1, 0x61, 0])],
      ['the right one to the left of the left one, within a word', () => bytes([1, 1, 2, 0, 0xc4, 1, 5, 1, 3, 1, 0x61, 0])],
      ['one in the text, one under a key', () => bytes([1, 1, 2, 0, 0xc4, 1, 0, 1, 7, 1, 0x61, 0])],
    ])('refuses a word between neighbours that never were: %s (Sync 5)', (_, forge) => {
      const state = make();
      const honest = docUnder(1);
      honest.getText('body').insert(0, 'honest'); // clocks 0 to 5
      honest.getArray('list').insert(0, [6]);
      honest.getMap('map').set('key', 7);
      honest.getText('body').insert(3, '-'); // clock 8, between 2 and 3
      state.take(Y.encodeStateAsUpdate(honest), anybody);
      state.take(bytes([1, 1, 3, 0, 0x84, 1, 1, 1, 0x62, 0]), anybody); // a third person had seen no more than "ho"
      const before = state.whole();

      expect(thrownBy(() => state.take(forge(), id => id === 2 || id === 4))).toMatchObject({ name: 'Refused', because: 'foreign-neighbours' });
      expect(state.whole()).toEqual(before);
      expect(state.take(updateOf(honest, doc => doc.getText('body').insert(3, '!')), anybody)).toBeDefined();
    });

    test('does not believe that a word of which a part is known stands elsewhere (Sync 5)', () => {
      const state = make();
      const honest = docUnder(1);
      honest.getText('body').insert(0, 'word');
      honest.getArray('list').insert(0, [4]);
      state.take(Y.encodeStateAsUpdate(honest), anybody);
      state.take(bytes([1, 1, 2, 0, 0x84, 1, 3, 1, 0x61, 0]), anybody); // behind "word"
      const more = bytes([1, 1, 2, 0, 0x44, 1, 4, 2, 0x61, 0x62, 0]); // the same letter and another, before the 4 in the list

      expect(thrownBy(() => state.take(more, anybody))).toMatchObject({ name: 'Refused', because: 'foreign-neighbours' });
    });

    // Yjs puts a word back where it finds the first piece of the paragraph's copy, apart from what it names to the right.
    test('takes what undo brings back between neighbours that are apart, and everybody sees it in one place (Sync 5)', () => {
      const state = make();
      const writer = docUnder(5);
      const page = writer.getXmlFragment('page');
      const undo = new Y.UndoManager(page, { captureTimeout: 0 });
      writer.on('update', (update: Uint8Array) => state.take(update, anybody));
      const text = () => (page.get(0) as Y.XmlElement).get(0) as Y.XmlText;
      page.insert(0, [new Y.XmlElement('paragraph')]);
      (page.get(0) as Y.XmlElement).insert(0, [new Y.XmlText('hello world again')]);
      text().delete(5, 6);
      page.delete(0, 1);
      undo.undo();
      text().delete(2, 1);
      undo.undo();
      undo.undo();

      expect(page.toString()).toContain('world');
      expect(read(state.whole()).getXmlFragment('page').toString()).toBe(page.toString());
    });

    // Yjs deletes the value before; of several in one struct a part would live on, and pages break that collect it.
    test.each<[string, () => Uint8Array]>([
      ['in a place it names', () => bytes([1, 1, 2, 0, 0x28, 1, 3, 0x6d, 0x61, 0x70, 1, 0x6b, 2, 125, 1, 125, 2, 0])],
      ['behind the value that was', () => bytes([1, 1, 2, 0, 0x88, 1, 0, 2, 125, 1, 125, 2, 0])],
      ['before the value that was', () => bytes([1, 1, 2, 0, 0x48, 1, 0, 2, 125, 1, 125, 2, 0])],
      ['as letters of a word', () => bytes([1, 1, 2, 0, 0xa4, 1, 0, 2, 0x61, 0x62, 0])],
      ['of which one is deleted', () => bytes([1, 1, 2, 0, 0x88, 1, 0, 2, 125, 1, 125, 2, 1, 2, 1, 0, 1])],
      ['behind one that comes with them', () => bytes([1, 2, 2, 0, 0x88, 1, 0, 1, 125, 1, 0x88, 2, 0, 2, 125, 1, 125, 2, 0])],
    ])('refuses several values at once under one key: %s (Sync 5)', (_, forge) => {
      const state = make();
      const honest = docUnder(1);
      honest.getMap('map').set('k', 1);
      state.take(Y.encodeStateAsUpdate(honest), anybody);
      const before = state.whole();

      expect(thrownBy(() => state.take(forge(), id => id === 2))).toMatchObject({ name: 'Refused', because: 'several-values' });
      expect(state.whole()).toEqual(before);
    });

    test('takes several values under one key that were deleted before they were joined, as pages with undo keep them', () => {
      const state = make();
      const writer = new Y.Doc({ gc: false });
      writer.clientID = 1;
      state.take(updateOf(writer, doc => { doc.transact(() => { for (const value of [1, 2, 3]) doc.getMap('map').set('k', value); }); }), anybody);
      expect(read(state.whole()).getMap('map').get('k')).toBe(3);
    });

    test('tells a root apart from a key in another one, whatever its name (Sync 5)', () => {
      const state = make();
      const honest = docUnder(1);
      honest.getMap('a').set('b', 1);
      honest.getArray('a\nb').insert(0, [1]);
      state.take(Y.encodeStateAsUpdate(honest), anybody);
      const forged = bytes([1, 1, 2, 0, 0xc8, 1, 0, 1, 1, 1, 125, 1, 0]);
      expect(thrownBy(() => state.take(forged, anybody))).toMatchObject({ name: 'Refused', because: 'foreign-neighbours' });
    });

    test('looks through the document only for a word between two that came at once, and for the first letter of it alone (Sync 5)', () => {
      const { state, third } = typedAtOnce(make());
      const searched: number[] = [];
      const take = (update: Uint8Array) => state.take(update, anybody, size => searched.push(size) > 0);
      take(updateOf(third, doc => doc.getText('body').insert(1, '-'))); // within a word: each letter knows the next
      expect(searched).toEqual([]);

      const between = third.getText('body').toString().startsWith('o-ne') ? 4 : 6;
      take(updateOf(third, doc => doc.getText('body').insert(between, 'a')));
      for (const nth of [1, 2, 3]) take(updateOf(third, doc => doc.getText('body').insert(between + nth, 'a')));
      expect(searched).toHaveLength(1);
      expect(read(state.whole()).getText('body').toString()).toBe(third.getText('body').toString());
    });

    test('takes nothing that it may not look for now, and takes it when it may (Sync 5)', () => {
      const { state, third } = typedAtOnce(make());
      const before = state.whole();
      const between = third.getText('body').toString().startsWith('one') ? 3 : 5;
      const word = updateOf(third, doc => doc.getText('body').insert(between, 'and'));

      expect(thrownBy(() => state.take(word, anybody, () => false))).toMatchObject({ name: 'TooMuch' });
      expect(state.whole()).toEqual(before);
      state.take(word, anybody);
      expect(read(state.whole()).getText('body').toString()).toBe(third.getText('body').toString());
    });

    test.each<[string, () => Uint8Array]>([
      ['no bytes at all', () => bytes([])],
      ['half an update', () => updateOf(docUnder(2), doc => doc.getText('body').insert(0, 'word')).subarray(0, 6)],
      ['bytes after the end', () => bytes([0, 0, 0])],
      ['a count that is not there', () => bytes([1, ...varUint(2 ** 40), 2, 0])],
      ['an empty word', () => bytes([1, 1, 2, 0, 4, 1, 1, 0x61, 0, 0])],
      ['an empty deletion', () => bytes([0, 1, 50, 1, 0, 0])],
      ['one client twice', () => bytes([2, 1, 2, 0, 0, 1, 1, 2, 1, 0, 1, 0])],
      ['V2 bytes', () => convert(updateOf(docUnder(2), doc => doc.getText('body').insert(0, 'word')))],
      ['the 27 bytes on which V2 spins for ever', () => bytes([0, 0, 4, 2, 1, 1, 1, 1, 5, 2, 1, 1, 3, 1, 0, 0, 3, 1, 1, 2, 1, 1, 1, 1, 1, 0, 0])],
    ])('cannot read %s, and nothing has changed (Sync 8)', (_, forge) => {
      const state = make();
      const before = state.whole();
      expect(thrownBy(() => state.take(forge(), anybody))).toBeInstanceOf(Unreadable);
      expect(thrownBy(() => state.holds(forge()))).toBeInstanceOf(Unreadable);
      expect(state.whole()).toEqual(before);
    });

    test('answers what somebody lacks, with every deletion', () => {
      const state = make();
      const writer = docUnder(1);
      const reader = docUnder(2);
      writer.getText('body').insert(0, 'first');
      state.take(Y.encodeStateAsUpdate(writer), anybody);
      Y.applyUpdate(reader, state.whole());
      state.take(updateOf(writer, doc => doc.getText('body').delete(0, 5)), anybody);

      Y.applyUpdate(reader, state.missing(Y.encodeStateVector(reader)));
      expect(reader.getText('body').toString()).toBe('');
    });

    test('sends no deleted words to a newcomer (Sync 12)', () => {
      const state = make();
      const writer = docUnder(1);
      const before = updateOf(writer, doc => doc.getText('body').insert(0, 'ZEBRA-7 stays inside'));
      state.take(before, anybody);
      state.take(updateOf(writer, doc => doc.getText('body').delete(0, 20)), anybody);
      expect(Buffer.from(state.whole()).includes('ZEBRA-7')).toBe(false);
    });

    test('restores what was kept, and throws for what does not fit', () => {
      const writer = docUnder(1);
      const pieces = ['one', 'two', 'three'].map(word => updateOf(writer, doc => doc.getText('body').insert(0, word)));
      const state = make();
      state.restore(pieces);
      expect(read(state.whole()).getText('body').toString()).toBe('threetwoone');
      expect(() => make().restore(pieces.slice(1))).toThrow();
    });

    test('holds after a rest what it held before, and takes what comes next', () => {
      const state = make();
      const writer = docUnder(1);
      state.take(updateOf(writer, doc => doc.getText('body').insert(0, 'before')), anybody);
      state.take(updateOf(writer, doc => doc.getText('body').delete(0, 2)), anybody);
      const [vector, known, weight] = [state.vector(), state.known(1), state.bytes];
      state.rest();

      expect([state.vector(), state.known(1), state.known(2)]).toEqual([vector, known, 0]);
      expect(state.bytes).toBeLessThan(weight + 64); // a word cut in two weighs a little more
      expect(state.holds(Y.encodeStateAsUpdate(writer))).toBe(true);
      expect(state.take(Y.encodeStateAsUpdate(writer), nobody)).toBeUndefined();
      state.rest();
      state.take(updateOf(writer, doc => doc.getText('body').insert(4, ' and after')), anybody);
      expect(read(state.whole()).getText('body').toString()).toBe('fore and after');
    });

    test('puts what was compacted under what came since', () => {
      const state = make();
      const writer = docUnder(1);
      state.take(updateOf(writer, doc => doc.getText('body').insert(0, 'compacted')), anybody);
      const raw = state.raw();
      state.take(updateOf(writer, doc => doc.getText('body').insert(9, ' since')), anybody);

      try {
        state.swap({ update: raw, index: indexOf(raw) });
      } catch {
        // It may have rested meanwhile, and forgotten; but not a word of what it holds.
      }
      expect(read(state.whole()).getText('body').toString()).toBe('compacted since');
    });

    test('never says that it weighs less than it does', () => {
      const state = make();
      const writer = docUnder(1);
      for (let n = 0; n < 50; n++) state.take(updateOf(writer, doc => doc.getText('body').insert(0, 'x'.repeat(n))), anybody);
      expect(state.bytes).toBeGreaterThanOrEqual(state.whole().length - 8);
      expect(state.bytes).toBeLessThan(state.whole().length * 4);
    });

    // Every kind of content that Yjs has, by three writers who see each other late: the state and a Y.Doc that
    // received the same updates say the same.
    test('equals a Y.Doc after any story of edits and late mail', () => {
      fc.assert(
        fc.property(fc.array(storyStep, { maxLength: 40 }), steps => {
          const state = make();
          const plain = new Y.Doc();
          const writers = [1, 2, 3].map(docUnder);
          for (const step of steps) tell(step, writers, state, plain);
          expect(contents(read(state.whole()))).toEqual(contents(plain));
          for (const writer of writers) {
            state.take(Y.encodeStateAsUpdate(writer), anybody);
            Y.applyUpdate(plain, Y.encodeStateAsUpdate(writer));
          }
          expect(contents(read(state.whole()))).toEqual(contents(plain));
          expect(Y.decodeStateVector(state.vector())).toEqual(Y.decodeStateVector(Y.encodeStateVector(plain)));
        }),
        { numRuns: 200 },
      );
    }, 30_000);

    test('throws nothing but what is agreed for any bytes, and changes nothing when it throws', () => {
      fc.assert(
        fc.property(fc.array(storyStep, { minLength: 1, maxLength: 8 }), mutation, (steps, mutate) => {
          const state = make();
          const writers = [1, 2, 3].map(docUnder);
          for (const step of steps) tell(step, writers, state, new Y.Doc());
          const before = state.whole();
          const thrown = thrownBy(() => state.take(mutate(Y.encodeStateAsUpdate(writers[0]!)), id => id === 1));
          if (thrown === undefined) return;
          expect(['Unreadable', 'Refused']).toContain((thrown as Error).name);
          expect(state.whole()).toEqual(before);
        }),
        { numRuns: 1_000 },
      );
    }, 30_000);
  });
}

/** Two people typed at the start of a text before they had heard of each other; a third has read both. */
function typedAtOnce(state: DocumentState): { state: DocumentState; third: Y.Doc } {
  const [one, other, third] = [docUnder(1), docUnder(2), docUnder(3)];
  one.getText('body').insert(0, 'one');
  other.getText('body').insert(0, 'other');
  for (const doc of [one, other]) state.take(Y.encodeStateAsUpdate(doc), anybody);
  Y.applyUpdate(third, state.whole());
  return { state, third };
}

function docUnder(clientId: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  return doc;
}

/** What one change of a document brings. */
function updateOf(doc: Y.Doc, change: (doc: Y.Doc) => void): Uint8Array {
  const vector = Y.encodeStateVector(doc);
  change(doc);
  return Y.encodeStateAsUpdate(doc, vector);
}

function withGap(clientId: number): Uint8Array {
  const doc = docUnder(clientId);
  doc.getText('body').insert(0, 'lost ');
  return updateOf(doc, each => each.getText('body').insert(5, 'found'));
}

function read(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc;
}

const bytes = (values: readonly number[]) => Uint8Array.from(values);
const convert = (update: Uint8Array) => Y.convertUpdateFormatV1ToV2(update);

function varUint(value: number): number[] {
  const out: number[] = [];
  for (; value > 127; value = Math.floor(value / 128)) out.push((value % 128) | 128);
  return [...out, value];
}

function thrownBy(run: () => unknown): unknown {
  try {
    run();
    return undefined;
  } catch (error) {
    return error;
  }
}

/** Everything in a document that a person could see, whatever its kind. */
function contents(doc: Y.Doc) {
  return {
    text: doc.getText('text').toDelta() as unknown,
    list: doc.getArray('list').toJSON(),
    map: [...doc.getMap('map').entries()].map(([key, value]) => [key, value instanceof Y.Doc ? value.guid : plainOf(value)]).sort(),
    page: doc.getXmlFragment('page').toString(),
  };
}

const plainOf = (value: unknown): unknown => (value instanceof Y.AbstractType ? value.toJSON() : value);

const storyStep = fc.record({
  who: fc.nat(2),
  does: fc.constantFrom('write', 'erase', 'bold', 'embed', 'list', 'unlist', 'binary', 'nest', 'set', 'unset', 'element', 'attribute', 'subdoc', 'send', 'receive', 'rest'),
  at: fc.nat(12),
});
type StoryStep = { who: number; does: string; at: number };

function tell({ who, does, at }: StoryStep, writers: readonly Y.Doc[], state: DocumentState, plain: Y.Doc): void {
  const writer = writers[who]!;
  if (does === 'rest') return state.rest();
  if (does === 'receive') return Y.applyUpdate(writer, state.missing(Y.encodeStateVector(writer)));
  if (does !== 'send') return edit(writer, does, at);
  const update = Y.encodeStateAsUpdate(writer, state.vector());
  state.take(update, anybody);
  Y.applyUpdate(plain, update);
}

function edit(doc: Y.Doc, does: string, at: number): void {
  const [text, list, map, page] = [doc.getText('text'), doc.getArray('list'), doc.getMap('map'), doc.getXmlFragment('page')];
  const within = (length: number) => Math.min(at, length);
  if (does === 'write') text.insert(within(text.length), `word${at} `);
  if (does === 'erase' && text.length > 0) text.delete(within(text.length - 1), 1);
  if (does === 'bold' && text.length > 0) text.format(within(text.length - 1), 1, { bold: at % 2 === 0 ? true : null });
  if (does === 'embed') text.insertEmbed(within(text.length), { picture: at });
  if (does === 'list') list.insert(within(list.length), [at, null, { deep: [at] }, 'text', true]);
  if (does === 'unlist' && list.length > 0) list.delete(within(list.length - 1), 1);
  if (does === 'binary') list.push([Uint8Array.from([at, 255])]);
  if (does === 'nest') map.set(`nest${at}`, new Y.Map([['inner', new Y.Text(`inner ${at}`)]]));
  if (does === 'set') map.set(`key${at % 4}`, at);
  if (does === 'unset') map.delete(`key${at % 4}`);
  if (does === 'element') page.insert(within(page.length), [element(at)]);
  if (does === 'attribute' && page.length > 0) (page.get(within(page.length - 1)) as Y.XmlElement).setAttribute('level', String(at));
  if (does === 'subdoc') map.set('subdoc', new Y.Doc({ guid: `sub${at}` }));
}

function element(at: number): Y.XmlElement {
  const made = new Y.XmlElement(at % 2 === 0 ? 'paragraph' : 'heading');
  made.insert(0, [new Y.XmlText(`line ${at}`)]);
  return made;
}

/** Ways to spoil an update. */
const mutation = fc.oneof(
  fc.tuple(fc.nat(), fc.nat(255)).map(([at, value]) => (update: Uint8Array) => update.map((byte, index) => (index === at % update.length ? value : byte))),
  fc.nat().map(at => (update: Uint8Array) => update.subarray(0, at % (update.length + 1))),
  fc.tuple(fc.nat(), fc.uint8Array({ maxLength: 6 })).map(([at, more]) => (update: Uint8Array) => {
    const cut = at % (update.length + 1);
    return Uint8Array.from([...update.subarray(0, cut), ...more, ...update.subarray(cut)]);
  }),
  fc.uint8Array({ maxLength: 60 }).map(random => () => random),
);
