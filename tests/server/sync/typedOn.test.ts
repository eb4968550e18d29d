/** Letters that go on where their page was typing are read by a path of their own: it must take exactly those, as Yjs writes them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { blockState } from '../../../server/sync/blocks/blockState.ts';
import { encodeNews } from '../../../server/sync/blocks/news.ts';
import { TypedOn } from '../../../server/sync/blocks/typedOn.ts';

const anybody = () => true;

/** Everything that a page sends while it does something. */
function sentBy(doc: Y.Doc, act: () => void): Uint8Array[] {
  const sent: Uint8Array[] = [];
  const note = (update: Uint8Array) => void sent.push(update);
  doc.on('update', note);
  act();
  doc.off('update', note);
  return sent;
}

function docUnder(clientId: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  return doc;
}

test('reads a letter behind the last one of its page, at the end and in the middle', () => {
  const doc = docUnder(0xfedcba98);
  const text = doc.getText('body');
  text.insert(0, 'ab');
  const typed = new TypedOn();

  const [atEnd] = sentBy(doc, () => text.insert(2, 'c'));
  expect(typed.read(atEnd!)).toBe(true);
  expect(typed).toMatchObject({ client: 0xfedcba98, clock: 2, isBetween: false });

  text.insert(1, 'x');
  const [between] = sentBy(doc, () => text.insert(2, 'è'));
  expect(typed.read(between!)).toBe(true);
  expect(typed).toMatchObject({ client: 0xfedcba98, clock: 4, isBetween: true, rightClient: 0xfedcba98, rightClock: 1 });
});

test('leaves everything else to the reader of everything', () => {
  const doc = docUnder(7);
  const text = doc.getText('body');
  const typed = new TypedOn();
  const acts = [
    () => text.insert(0, 'a'), // first of all: it names its place, not a letter
    () => text.insert(1, 'bc'), // two letters
    () => text.insert(3, '😀'), // two units
    () => text.insert(0, 'z'), // before the first
    () => text.delete(1, 1),
    () => doc.getMap('map').set('key', 'v'),
    () => doc.getArray('list').push([1]),
    () => text.format(0, 1, { bold: true }),
  ];
  for (const act of acts) for (const update of sentBy(doc, act)) expect(typed.read(update)).toBe(false);
});

test('takes nothing for a letter that was cut short, went on, or is no UTF-8', () => {
  const doc = docUnder(7);
  doc.getText('body').insert(0, 'a');
  const [letter] = sentBy(doc, () => doc.getText('body').insert(1, 'b'));
  const typed = new TypedOn();
  for (let length = 0; length < letter!.length; length++) expect(typed.read(letter!.subarray(0, length))).toBe(false);
  expect(typed.read(Uint8Array.of(...letter!, 0))).toBe(false);
  const broken = letter!.slice();
  broken[broken.length - 2] = 0x80;
  expect(typed.read(broken)).toBe(false);
});

// Two pages type into one text, here and there, one letter at a time: whichever way each letter takes, the document is Yjs' own.
test('a document of letters is the same as in Yjs, and answers with what each brought', () => {
  const step = fc.record({ who: fc.nat(1), at: fc.nat(12), goesOn: fc.nat(4), letter: fc.constantFrom('a', 'b', 'è', 'ß') });
  fc.assert(fc.property(fc.array(step, { maxLength: 40 }), steps => {
    const state = blockState();
    const [pages, reader] = [[docUnder(16), docUnder(32)], new Y.Doc()];
    for (const { who, at, goesOn, letter } of steps) {
      const text = pages[who]!.getText('body');
      const from = Math.min(at, text.length);
      for (let nth = 0; nth <= goesOn; nth++) {
        for (const update of sentBy(pages[who]!, () => text.insert(from + nth, letter))) Y.applyUpdate(reader, encodeNews(state.take(update, anybody)!));
      }
      pages.forEach(page => Y.applyUpdate(page, state.missing(Y.encodeStateVector(page))));
    }
    const whole = new Y.Doc();
    Y.applyUpdate(whole, state.whole());
    const texts = [...pages, reader, whole].map(doc => doc.getText('body').toJSON());
    expect(new Set(texts).size).toBe(1);
  }));
});

test('a letter under an id of somebody else, or over a gap, is refused as it is anywhere', () => {
  const state = blockState();
  const doc = docUnder(7);
  const text = doc.getText('body');
  const [first, second, third] = ['a', 'b', 'c'].map((letter, at) => sentBy(doc, () => text.insert(at, letter))[0]!);
  state.take(first!, anybody);
  expect(() => state.take(second!, () => false)).toThrow('foreign-author');
  expect(() => state.take(third!, anybody)).toThrow('gap');
  expect(state.take(second!, anybody)).toBeDefined();
  expect(state.take(second!, anybody)).toBeUndefined();
});
