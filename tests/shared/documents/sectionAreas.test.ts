import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { addElement, changeElements, deleteElements } from '../../../shared/documents/canvas.ts';
import { sectionsOnAreas } from '../../../shared/documents/linkedAreas.ts';
import { toMarkdown } from '../../../shared/documents/markdown.ts';
import { heading, paragraph, readRichText, RichText, writeRichText } from '../../../shared/documents/richtext.ts';
import { newRoomDoc, proposalRoot } from '../../../shared/documents/roots.ts';
import { areaIdsOf, asAttribute, MOST_AREAS, sayLinks } from '../../../shared/documents/sectionAreas.ts';
import { readProposal } from '../../../shared/documents/version.ts';
import { ElementId } from '../../../shared/ids.ts';
import { areaId, startingAreas } from '../../../server/templates/areas.ts';

const [fears, hopes] = [areaId('fears'), areaId('hopes')];
const areas = startingAreas();
const lies = areas.find(({ id }) => id === fears)!;

function room(): Y.Doc {
  const doc = newRoomDoc(1);
  for (const area of areas) addElement(doc, area, null);
  addElement(doc, { id: ElementId.parse('note_of-paolo-1'), type: 'note', kind: 'fear', x: lies.x + 20, y: lies.y + 60, w: 200, h: 80, z: 1, locked: false, paper: null }, null);
  writeRichText(proposalRoot(doc), [{ ...heading(2, 'What we understood'), areas: [{ id: fears }, { id: hopes }] }, paragraph('Four records.'), heading(2, 'Approval')]);
  return doc;
}
const english = { language: 'en', currency: 'EUR', clientName: 'Modastile', sellerName: 'Nodo' } as const;

describe('a section that stands on areas', () => {
  test('keeps their ids on its heading', () => {
    expect(readRichText(proposalRoot(room()))[0]).toEqual({ type: 'heading', level: 2, areas: [{ id: fears }, { id: hopes }], content: [{ type: 'text', text: 'What we understood' }] });
  });

  test('freezes what they are called and how much lies in them', () => {
    const frozen = RichText.parse(readProposal(room()));
    expect(frozen[0]).toMatchObject({ areas: [
      { id: fears, shown: { kind: 'area', area: 'fears', title: '', notes: 1 } }, { id: hopes, shown: { kind: 'area', area: 'hopes', title: '', notes: 0 } },
    ] });
    expect(frozen[2]).not.toHaveProperty('areas');
  });

  test('says in every file what it stands on, by the name people gave', () => {
    const doc = room();
    changeElements(doc, new Map([[hopes, { title: 'What *we* hope' }]]), null);
    expect(toMarkdown(readProposal(doc), english)).toContain('## What we understood\n\n*From the canvas: Fears (1 note), What \\*we\\* hope (0 notes)*\n\nFour');
    expect(sayLinks('it', [{ id: fears, shown: { kind: 'area', area: 'fears', title: '', notes: 2 } }])).toBe('Dalla tavola: Paure (2 note)');
  });

  test('says calmly that an area is gone, and keeps the link for whoever brings it back', () => {
    const doc = room();
    deleteElements(doc, [fears], 5, null);
    expect(readProposal(doc)[0]).toMatchObject({ areas: [{ id: fears, shown: { kind: 'gone' } }, { id: hopes }] });
    expect(sayLinks('en', [{ id: fears, shown: { kind: 'gone' } }])).toBe('From the canvas: an area no longer on the canvas');
  });

  test('is found from the area', () => {
    expect(sectionsOnAreas(readRichText(proposalRoot(room())))).toEqual({
      [fears]: [{ nth: 0, title: 'What we understood' }], [hopes]: [{ nth: 0, title: 'What we understood' }],
    });
  });
});

test('whatever a program writes as links, only ids stay, each once and not too many', () => {
  expect(areaIdsOf('area_template-fears <script> area_template-fears area_template-hopes')).toEqual([fears, hopes]);
  expect(areaIdsOf(['area_template-fears'])).toEqual([]);
  expect(areaIdsOf(null)).toEqual([]);
  expect(areaIdsOf(Array.from({ length: 40 }, (_, nth) => `area_number-${nth}-of-many`).join(' '))).toHaveLength(MOST_AREAS);
  expect(asAttribute([])).toBeNull();
});
