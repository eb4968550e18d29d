import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { ANSWERED_KEPT, answeredSuggestions, answerSuggestion, openSuggestions, settle } from '../../../shared/documents/suggestions.ts';
import { paragraph, plainText, readRichText } from '../../../shared/documents/richtext.ts';
import { newRoomDoc, proposalRoot } from '../../../shared/documents/roots.ts';
import { readVersionContent } from '../../../shared/documents/version.ts';
import { printSuggested } from '../../../shared/suggestions.ts';
import { hashOf } from '../../../shared/verify/canonical.ts';
import { idFor } from '../../support/makeMember.ts';

const [marta, paolo] = [idFor('mbr', 'marta'), idFor('mbr', 'paolo')];
const label = (id: string) => printSuggested({ id: `sug_${id}`, by: marta, side: 'seller', at: 1 });
const project = { id: 'prj_one', title: 'One', sellerName: 'Nodo', clientName: 'Modastile', currency: 'EUR' };
const hash = (doc: Y.Doc): string => hashOf(readVersionContent(doc, project)).hash;

interface Words {
  text: string;
  insertion?: string;
  deletion?: string;
}

/** One paragraph of runs, each proposed or struck by a suggestion of that name. */
function textOf(...runs: Words[]): Y.Doc {
  const doc = newRoomDoc(1);
  const [block, text] = [new Y.XmlElement('paragraph'), new Y.XmlText()];
  proposalRoot(doc).insert(0, [block]);
  block.insert(0, [text]);
  text.applyDelta(runs.map(({ text: insert, insertion, deletion }) => ({
    insert, attributes: { ...(insertion ? { insertion: { as: label(insertion) } } : {}), ...(deletion ? { deletion: { as: label(deletion) } } : {}) },
  })));
  return doc;
}
const words = (doc: Y.Doc): string => plainText(readRichText(proposalRoot(doc)));
const replaced = () => textOf({ text: 'It saves ' }, { text: 'hours', deletion: 'one_' }, { text: 'days', insertion: 'one_' }, { text: '.' });

describe('an open suggestion', () => {
  test('is no part of what is frozen and hashed', () => {
    const [agreed, doc] = [textOf({ text: 'It saves hours.' }), replaced()];
    expect(words(doc)).toBe('It saves hours.');
    expect(hash(doc)).toBe(hash(agreed));
    expect(JSON.stringify(readVersionContent(doc, project))).not.toMatch(/insertion|deletion|sug_|days/);
    answerSuggestion(doc, { id: 'sug_one_', outcome: 'accepted', by: paolo, at: 2 }, null);
    expect(hash(doc)).not.toBe(hash(agreed));
  });

  test('is kept whole where nothing may be lost', () => {
    expect(plainText(readRichText(proposalRoot(replaced()), 'everything'))).toBe('It saves hoursdays.');
  });

  test('is listed once, with what it adds and what it strikes', () => {
    expect(openSuggestions(proposalRoot(replaced()))).toEqual([{
      id: 'sug_one_', by: marta, side: 'seller', at: 1, added: { text: 'days', asked: [], blocks: 0 }, removed: { text: 'hours', asked: [], blocks: 0 },
    }]);
  });

  test('with a label that nobody could have written stays out of the agreed text all the same', () => {
    const doc = textOf({ text: 'Now' });
    (proposalRoot(doc).get(0) as Y.XmlElement).insert(1, [new Y.XmlText()]);
    ((proposalRoot(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(3, ' free', { insertion: { as: 'forged' } });
    expect(words(doc)).toBe('Now');
  });
});

describe('answering', () => {
  test('leaves a trace of who answered, newest first, and no more than a bounded number', () => {
    const doc = textOf({ text: 'x' }, ...Array.from({ length: ANSWERED_KEPT + 5 }, (_, nth) => ({ text: `${nth} `, insertion: `n${nth}__` })));
    for (const [nth, { id }] of openSuggestions(proposalRoot(doc)).entries()) answerSuggestion(doc, { id, outcome: nth % 2 ? 'refused' : 'accepted', by: paolo, at: 10 + nth }, null);
    const traces = answeredSuggestions(doc, []);
    expect(traces).toHaveLength(ANSWERED_KEPT);
    expect(traces[0]).toMatchObject({ answeredBy: paolo, by: marta, outcome: 'accepted', added: `${ANSWERED_KEPT + 4} ` });
  });

  test('twice changes nothing more', () => {
    const doc = replaced();
    for (const outcome of ['accepted', 'refused'] as const) answerSuggestion(doc, { id: 'sug_one_', outcome, by: paolo, at: 2 }, null);
    expect(words(doc)).toBe('It saves days.');
    expect(answeredSuggestions(doc, []).map(({ outcome }) => outcome)).toEqual(['accepted']);
  });

  const run = fc.record({ text: fc.string({ unit: fc.constantFrom('a', 'è', '😀', ' '), minLength: 1, maxLength: 3 }), what: fc.constantFrom('agreed', 'insertion', 'deletion', 'both'), id: fc.constantFrom('one_', 'two_', 'thr_') });
  const built = (runs: { text: string; what: string; id: string }[]): Y.Doc =>
    textOf(...runs.map(({ text, what, id }) => ({ text, ...(what === 'insertion' || what === 'both' ? { insertion: id } : {}), ...(what === 'deletion' || what === 'both' ? { deletion: `d${id}` } : {}) })));

  test('all with yes gives what was proposed, all with no what was agreed', () => {
    fc.assert(fc.property(fc.array(run, { maxLength: 8 }), runs => {
      const settled = (accepted: boolean): string => {
        const doc = built(runs);
        for (const { id } of openSuggestions(proposalRoot(doc))) settle(proposalRoot(doc), id, accepted);
        expect(openSuggestions(proposalRoot(doc))).toEqual([]);
        return (proposalRoot(doc).get(0) as Y.XmlElement).toString();
      };
      const kept = (whats: string[]): string => runs.filter(({ what }) => whats.includes(what)).map(({ text }) => text).join('');
      expect(settled(true)).toBe(`<paragraph>${kept(['agreed', 'insertion'])}</paragraph>`);
      expect(settled(false)).toBe(`<paragraph>${kept(['agreed', 'deletion'])}</paragraph>`);
    }));
  });

  test('by two people at once, in any order and any way, ends with the same text for both', () => {
    const answers = fc.array(fc.record({ who: fc.nat(1), nth: fc.nat(8), accepted: fc.boolean() }), { maxLength: 10 });
    fc.assert(fc.property(fc.array(run, { minLength: 1, maxLength: 8 }), answers, (runs, said) => {
      const doc = built(runs);
      const copies = [2, 3].map(id => {
        const copy = newRoomDoc(id);
        Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
        return copy;
      });
      for (const { who, nth, accepted } of said) {
        const open = openSuggestions(proposalRoot(copies[who]!));
        const one = open[nth % Math.max(1, open.length)];
        if (one) settle(proposalRoot(copies[who]!), one.id, accepted);
      }
      Y.applyUpdate(copies[0]!, Y.encodeStateAsUpdate(copies[1]!));
      Y.applyUpdate(copies[1]!, Y.encodeStateAsUpdate(copies[0]!));
      expect(proposalRoot(copies[0]!).toString()).toBe(proposalRoot(copies[1]!).toString());
    }));
  });

  test('keeps words that somebody wrote directly into a paragraph that is refused', () => {
    const doc = textOf({ text: 'One' });
    const [block, text] = [new Y.XmlElement('paragraph'), new Y.XmlText()];
    proposalRoot(doc).insert(1, [block]);
    block.setAttribute('insertion', label('one_'));
    block.insert(0, [text]);
    text.applyDelta([{ insert: 'proposed ', attributes: { insertion: { as: label('one_') } } }, { insert: 'typed' }]);
    expect(readRichText(proposalRoot(doc))).toEqual([paragraph('One'), paragraph('typed')]);
    settle(proposalRoot(doc), 'sug_one_', false);
    expect(readRichText(proposalRoot(doc))).toEqual([paragraph('One'), paragraph('typed')]);
    expect(openSuggestions(proposalRoot(doc))).toEqual([]);
  });
});
