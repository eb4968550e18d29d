/** What a project starts with, in a real document. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { startingAreas } from '../../../server/templates/areas.ts';
import { DRIVERS } from '../../../server/templates/drivers.ts';
import { HEADINGS } from '../../../server/templates/headings.ts';
import { isEmptyRoom, seedRoom } from '../../../server/templates/seed.ts';
import { AreaKind, readElements } from '../../../shared/documents/canvas.ts';
import { plainText, readRichText } from '../../../shared/documents/richtext.ts';
import { canvasRoot, metaRoot, newRoomDoc, proposalRoot, SCHEMA_VERSION } from '../../../shared/documents/roots.ts';
import { readModel } from '../../../shared/documents/value.ts';
import { TemplateId } from '../../../shared/projects.ts';
import { Language } from '../../../shared/sides.ts';

describe.each(TemplateId.options)('the template “%s”', template => {
  test.each(Language.options)('lays out eight areas and its headings in %s', language => {
    const doc = newRoomDoc();
    seedRoom(doc, { template, language });

    const areas = readElements(doc);
    expect(areas.map(area => area.type === 'area' && area.kind).sort()).toEqual([...AreaKind.options].sort());
    // Each reader sees them called in their own language.
    expect(new Set(areas.map(area => area.type === 'area' && area.title))).toEqual(new Set(['']));
    const text = readRichText(proposalRoot(doc));
    expect(text.filter(block => block.type === 'heading').map(block => plainText([block]))).toEqual(HEADINGS[template].map(title => title[language]));
    expect(text.map(block => [block.type, 'level' in block ? block.level : undefined])).toEqual(HEADINGS[template].flatMap(() => [['heading', 2], ['paragraph', undefined]]));
    expect(metaRoot(doc).get('schemaVersion')).toBe(SCHEMA_VERSION);
  });

  test.each(Language.options)('asks in %s where value may come from, and knows no number yet', language => {
    const doc = newRoomDoc();
    seedRoom(doc, { template, language });

    const model = readModel(doc);
    expect(model.drivers.map(({ label }) => label)).toEqual(DRIVERS[template].map(({ label }) => label[language]));
    expect(model.drivers.every(({ baseline, unitValue, confidence }) => baseline === null && unitValue === null && confidence === null)).toBe(true);
    expect(model.scenarios).toMatchObject([{ code: 'S1', upfront: null }]);
  });
});

test('areas do not overlap', () => {
  const areas = startingAreas();
  for (const a of areas) {
    for (const b of areas) {
      const apart = a === b || a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
      expect(apart, `${a.kind} and ${b.kind}`).toBe(true);
    }
  }
});

test('seeding twice changes nothing', () => {
  const doc = newRoomDoc();
  seedRoom(doc, { template: 'health', language: 'en' });
  const before = Y.encodeStateAsUpdate(doc);
  seedRoom(doc, { template: 'mobility', language: 'it' });
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
});

test('a room in which somebody has written is not seeded', () => {
  const doc = newRoomDoc();
  proposalRoot(doc).insert(0, [new Y.XmlElement('paragraph')]);
  expect(isEmptyRoom(doc)).toBe(false);
  seedRoom(doc, { template: 'blank', language: 'en' });
  expect([canvasRoot(doc).size, proposalRoot(doc).length]).toEqual([0, 1]);
});

test('two servers that lay out one board at once leave one area of each kind', () => {
  const [one, other] = [newRoomDoc(1), newRoomDoc(2)];
  for (const doc of [one, other]) seedRoom(doc, { template: 'blank', language: 'en' });
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));

  expect(readElements(one)).toEqual(readElements(other));
  expect(readElements(one)).toHaveLength(8);
});
