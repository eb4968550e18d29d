import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { heading, paragraph, readRichText, writeRichText } from '../../../../shared/documents/richtext.ts';
import { sectionAt, sectionsOf } from '../../../../client/features/proposal/sections.ts';

function proposal(): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('proposal');
  writeRichText(fragment, [
    paragraph('Before it begins'), heading(2, 'What we understood'), paragraph('Four records'), heading(3, 'A detail'),
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('one')] }] }, heading(1, 'The value'), paragraph(''),
  ]);
  return fragment;
}
const placeIn = (type: Parameters<typeof Y.createRelativePositionFromTypeIndex>[0], index = 0): unknown => Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(type, index));
const block = (fragment: Y.XmlFragment, nth: number) => fragment.get(nth) as Y.XmlElement;

describe('the sections of a proposal', () => {
  test('begin at its headings of the first two levels', () => {
    expect(sectionsOf(readRichText(proposal())).map(section => section.title)).toEqual(['What we understood', 'The value']);
  });

  test('are found from any depth of the text', () => {
    const fragment = proposal();
    const inWords = (nth: number) => placeIn(block(fragment, nth).get(0) as Y.XmlText, 1);
    expect(sectionAt(fragment, inWords(0))).toBe(-1);
    expect(sectionAt(fragment, inWords(1))).toBe(0);
    expect(sectionAt(fragment, inWords(2))).toBe(0);
    expect(sectionAt(fragment, placeIn(block(fragment, 4).get(0) as Y.XmlElement))).toBe(0); // in the list
    expect(sectionAt(fragment, placeIn(block(fragment, 6)))).toBe(1); // an empty line
    expect(sectionAt(fragment, placeIn(fragment, 7))).toBe(1); // after everything
  });

  test('follow a heading that moves up', () => {
    const fragment = proposal();
    const place = placeIn(block(fragment, 2).get(0) as Y.XmlText, 2);
    fragment.delete(1);
    expect(sectionAt(fragment, place)).toBe(-1);
  });

  test('are not found for places elsewhere, deleted or forged', () => {
    const fragment = proposal();
    const gone = placeIn(block(fragment, 2).get(0) as Y.XmlText, 2);
    fragment.delete(2);
    const elsewhere = fragment.doc!.getText('other');
    elsewhere.insert(0, 'words');
    for (const place of [gone, placeIn(elsewhere, 2), undefined, null, 7, 'x', {}, { type: 'x' }, { tname: 'proposal', item: { client: 1e9, clock: 4 } }]) {
      expect(sectionAt(fragment, place) ?? 'nowhere').toBe('nowhere');
    }
  });

  test('stay calm whatever a presence claims', () => {
    const fragment = proposal();
    fc.assert(fc.property(fc.jsonValue(), claim => {
      expect(() => sectionAt(fragment, claim)).not.toThrow();
    }));
  });
});
