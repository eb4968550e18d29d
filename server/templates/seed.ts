/** Writes what a project starts with into its shared room: areas, headings, sources of value, the version of the schema. */
import type * as Y from 'yjs';
import { addElement } from '../../shared/documents/canvas.ts';
import { heading, paragraph, writeRichText } from '../../shared/documents/richtext.ts';
import { canvasRoot, metaRoot, proposalRoot, SCHEMA_VERSION, valueRoot } from '../../shared/documents/roots.ts';
import { addRows } from '../../shared/documents/value.ts';
import type { Project } from '../../shared/projects.ts';
import { startingAreas } from './areas.ts';
import { startingRows } from './drivers.ts';
import { HEADINGS } from './headings.ts';

/** Nobody wrote here yet: no element (deleted ones count), no block of text, no number. */
export const isEmptyRoom = (doc: Y.Doc): boolean => canvasRoot(doc).size === 0 && proposalRoot(doc).length === 0 && valueRoot(doc).size === 0;

/** Does nothing in a room that holds anything, so that it may be called again after a crash. */
export function seedRoom(doc: Y.Doc, { template, language }: Pick<Project, 'template' | 'language'>): void {
  if (!isEmptyRoom(doc)) return;
  doc.transact(() => {
    metaRoot(doc).set('schemaVersion', SCHEMA_VERSION);
    for (const area of startingAreas()) addElement(doc, area, null);
    writeRichText(proposalRoot(doc), HEADINGS[template].flatMap(title => [heading(2, title[language]), paragraph('')]));
    addRows(doc, startingRows(template, language), { at: 0, origin: null });
  });
}
