import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { CASES } from '../../../server/demo/cases.ts';
import { driverRows, rowIdOf, scenarioRows, settingsOf } from '../../../server/demo/model.ts';
import { heading, paragraph, readRichText, RichText, writeRichText } from '../../../shared/documents/richtext.ts';
import { newRoomDoc, proposalRoot } from '../../../shared/documents/roots.ts';
import { type Asked, askedOf, FIGURES, LIVE_BLOCKS, showIn, Shown } from '../../../shared/documents/shown.ts';
import { presentBlock, presentFigure, type Speaking } from '../../../shared/documents/presented.ts';
import { addRows, deleteRows, writeCells } from '../../../shared/documents/value.ts';
import { FrozenContent, readVersionContent } from '../../../shared/documents/version.ts';
import { cellKey, settingKey } from '../../../shared/value/keys.ts';
import type { Model } from '../../../shared/value/model.ts';
import { hashOf } from '../../../shared/verify/canonical.ts';
import { driverId, exampleModel } from '../../support/exampleModel.ts';

const scenario = (code: string): string => rowIdOf('scn', code);
/** With the hub on the table, as in the demo. */
const model: Model = { ...exampleModel('A'), settings: { ...exampleModel('A').settings, onTable: scenario('S1') } };
const figure = (of: string, shows: (typeof FIGURES)[number]): Asked & { type: 'figure' } => ({ type: 'figure', of, shows });
const block = (of: string, shows: (typeof LIVE_BLOCKS)[number]): Asked & { type: 'live' } => ({ type: 'live', of, shows });
const english: Speaking = { language: 'en', currency: 'EUR', clientName: 'Modastile', sellerName: 'Nodo' };
const italian: Speaking = { ...english, language: 'it' };
const says = (speaking: Speaking, asked: Asked & { type: 'figure' }) => presentFigure(speaking, asked, showIn(model, asked)).value;

describe('a figure of example A', () => {
  test.each([
    ['the worth of A1', figure(driverId('A1'), 'worth'), '€130,410', '130.410 €'],
    ['its baseline', figure(driverId('A1'), 'baseline'), '1,150,000', '1.150.000'],
    ['its unit value, with cents', figure(driverId('A1'), 'unitValue'), '€0.42', '0,42 €'],
    ['how sure we are', figure(driverId('A1'), 'confidence'), '90%', '90 %'],
    ['what it betters', figure(driverId('A2'), 'improvement'), '2.5%', '2,5 %'],
    ['the joint value of S1', figure(scenario('S1'), 'npv'), '€423,137', '423.137 €'],
    ['its return', figure(scenario('S1'), 'roi'), '138.9%', '138,9 %'],
    ['its payback', figure(scenario('S1'), 'payback'), '1.21 years', '1,21 anni'],
    ['the seller’s share', figure(scenario('S1'), 'sellerShare'), '37.54%', '37,54 %'],
    ['a loss', figure(scenario('S0'), 'npv'), '−€49,003', '−49.003 €'],
    ['what never comes back', figure(scenario('S0'), 'sellerShare'), 'no split shown', 'non si divide'],
    ['the gain of the other side, while one loses', figure(scenario('S0'), 'sellerNpv'), 'no split shown', 'non si divide'],
    ['what the losing side loses', figure(scenario('S0'), 'clientNpv'), '−€166,316', '−166.316 €'],
    ['a driver that is gone', figure('drv_gone000000', 'worth'), 'no longer in the model', 'non è più nel modello'],
  ])('says %s', (_what, asked, en, it) => {
    expect(says(english, asked).replaceAll('\u00a0', ' ')).toBe(en);
    expect(says(italian, asked).replaceAll('\u00a0', ' ')).toBe(it);
  });

  test('is kept in whole numbers', () => {
    expect(showIn(model, figure(driverId('A4'), 'worth'))).toMatchObject({ amount: { as: 'money', n: 2_154_240 } });
    expect(showIn(model, figure(scenario('S1'), 'npv'))).toMatchObject({ amount: { as: 'money', n: 42_313_678 } });
  });
});

describe('a live block of example A', () => {
  test('never shows a split while a side loses', () => {
    for (const shows of ['scenario', 'flows', 'split'] as const) {
      const shown = showIn(model, block(scenario('S0'), shows));
      const told = JSON.stringify(shown);
      expect(told).not.toContain('11731291');
      expect(presentBlock(english, shown)?.warning).toContain('Modastile would lose €166,316. Together we would lose money: no price can repair it.');
      expect(presentBlock(english, shown)?.split).toBeNull();
    }
  });

  test('adds up its drivers', () => {
    const shown = presentBlock(english, showIn(model, block(scenario('S1'), 'drivers')));
    expect(shown?.table?.rows.map(row => row[1])).toEqual(['€130,410', '€113,925', '€92,880', '€21,542', '€25,704']);
    expect(shown?.table?.total).toEqual(['Everything together', '€384,461', '']);
  });

  test('shows the flows of both sides and together', () => {
    const shown = presentBlock(italian, showIn(model, block(scenario('S1'), 'flows')));
    expect(shown?.table?.rows.at(-1)?.map(words => words.replaceAll('\u00a0', ' '))).toEqual(['Anno 3', '324.461 €', '80.892 €', '243.569 €']);
  });

  test('says that its scenario is no longer there', () => {
    expect(presentBlock(english, showIn(model, block('scn_gone000000', 'split')))).toBeNull();
  });
});

test('whatever the model and the text ask, what is shown fits its schema and can be hashed', () => {
  const letter = fc.constantFrom('A' as const, 'B' as const, 'C' as const);
  const wild = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, 1e300, -1e300, 1e15, 0.1 + 0.2, null));
  fc.assert(fc.property(letter, wild, wild, (of, baseline, upfront) => {
    const changed = exampleModel(of);
    const bent = {
      ...changed,
      drivers: changed.drivers.map((driver, nth) => (nth === 0 ? { ...driver, baseline, label: 'e\u0301 \ud83d' } : driver)),
      scenarios: changed.scenarios.map((each, nth) => (nth === 0 ? { ...each, upfront } : each)),
    };
    for (const { id } of [...bent.drivers, ...bent.scenarios]) {
      for (const asked of [...FIGURES.map(shows => figure(id, shows)), ...LIVE_BLOCKS.map(shows => block(id, shows))]) {
        const shown = showIn(bent, asked);
        expect(Shown.parse(shown)).toEqual(shown);
        expect(hashOf(shown).hash).toBe(hashOf(JSON.parse(JSON.stringify(shown))).hash);
      }
    }
  }), { numRuns: 25 });
});

describe('a node of the text', () => {
  test.each([
    ['figure', 'drv_a1-0000000', 'worth', true], ['live', 'scn_s1-0000000', 'split', true],
    ['figure', 'drv_a1-0000000', 'split', false], ['live', 'note_a', 'split', false], ['live', ['drv_x'], 'driver', false], ['figure', `drv_${'x'.repeat(60)}`, 'worth', false],
    ['image', 'drv_a1-0000000', 'worth', false],
  ])('%s of %s showing %s is taken: %s', (type, of, shows, taken) => {
    expect(askedOf(type, of, shows) !== undefined).toBe(taken);
  });

  test('goes through a document and back with its ids alone', () => {
    const doc = new Y.Doc();
    const text: RichText = [
      heading(2, 'Worth'), { type: 'paragraph', content: [{ type: 'text', text: 'Every year ' }, figure(driverId('A1'), 'worth'), { type: 'text', text: ' comes back.' }] },
      block(scenario('S1'), 'split'), { type: 'blockquote', content: [block(driverId('A2'), 'driver')] },
    ];
    writeRichText(proposalRoot(doc), text);
    expect(readRichText(proposalRoot(doc))).toEqual(text);
    expect(RichText.parse(text)).toEqual(text);
  });
});

describe('a version', () => {
  const facts = { id: 'prj_one', title: 'One', sellerName: 'Nodo', clientName: 'Modastile', currency: 'EUR' };
  function written(): Y.Doc {
    const doc = newRoomDoc(1);
    const of = CASES[0]!;
    writeCells(doc, Object.entries({ ...settingsOf(of), onTable: scenario('S1') }).map(([field, value]) => [settingKey(field as 'years'), value]), { at: 1, origin: null });
    addRows(doc, [...driverRows(of, 'en'), ...scenarioRows(of, 'en')], { at: 1, origin: null });
    writeRichText(proposalRoot(doc), [{ type: 'paragraph', content: [figure(driverId('A1'), 'worth')] }, block(rowIdOf('scn', 'S1'), 'split'), paragraph('')]);
    return doc;
  }

  test('holds the figures it showed, whatever the model becomes', () => {
    const doc = written();
    const frozen = FrozenContent.parse(JSON.parse(JSON.stringify(readVersionContent(doc, facts))));
    writeCells(doc, [[cellKey(driverId('A1'), 'baseline'), 1_000_000]], { at: 2, origin: null });
    expect(frozen.proposal[0]).toMatchObject({ content: [{ shown: { kind: 'figure', code: 'A1', amount: { as: 'money', n: 13_041_000 } } }] });
    expect(readVersionContent(doc, facts).proposal[0]).toMatchObject({ content: [{ shown: { amount: { n: 11_340_000 } } }] });
    expect(hashOf(readVersionContent(doc, facts)).hash).not.toBe(hashOf(frozen).hash);
    deleteRows(doc, [driverId('A1')], { at: 3, origin: null });
    expect(readVersionContent(doc, facts).proposal[0]).toMatchObject({ content: [{ shown: { kind: 'gone' } }] });
  });
});
