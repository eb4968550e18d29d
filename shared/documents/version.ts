/**
 * What a version freezes: project words, canvas, value model and proposal as one plain object, and its schema.
 *
 * The canonical bytes and their hash are made in `shared/verify/`; this file only says what is inside.
 * The same reading serves server (freezing) and page (has this text changed since?).
 */
import type * as Y from 'yjs';
import * as z from 'zod';
import { FrozenCanvas, readCanvas } from './canvas.ts';
import { FrozenValue, freezeValue } from './frozenValue.ts';
import { showAreas } from './linkedAreas.ts';
import { cleanText, fillShown, readRichText, RichText } from './richtext.ts';
import { proposalRoot } from './roots.ts';
import { showIn } from './shown.ts';
import { readModel } from './value.ts';
import type { Model } from '../value/model.ts';

export const VERSION_SCHEMA = 'insieme/version/1';

export const FrozenContent = z.object({
  schema: z.literal(VERSION_SCHEMA),
  project: z.object({ id: z.string(), title: z.string(), sellerName: z.string(), clientName: z.string(), currency: z.string() }),
  proposal: RichText,
  /** Left out while a project has counted nothing. */
  value: FrozenValue.optional(),
  canvas: FrozenCanvas,
});
export type FrozenContent = z.infer<typeof FrozenContent>;

/** Reads the living document as it would be frozen now. Every text in Unicode NFC. */
export function readVersionContent(doc: Y.Doc, project: FrozenContent['project']): FrozenContent {
  const { id, title, sellerName, clientName, currency } = project;
  const model = readModel(doc);
  const value = freezeValue(model);
  return {
    schema: VERSION_SCHEMA,
    project: { id, title: cleanText(title), sellerName: cleanText(sellerName), clientName: cleanText(clientName), currency },
    proposal: readProposal(doc, model),
    ...(value ? { value } : {}),
    canvas: { elements: readCanvas(doc).elements.map(cleanWords) },
  };
}

/** The proposal with every figure it shows just now and the names of the areas it stands on, so that the copy can be drawn from itself. */
export const readProposal = (doc: Y.Doc, model: Model = readModel(doc)): RichText =>
  fillShown(readRichText(proposalRoot(doc)), asked => showIn(model, asked), showAreas(doc));

/** Words of areas and connectors are plain fields; those of notes come clean from `readRichText`. */
function cleanWords(element: FrozenCanvas['elements'][number]): FrozenCanvas['elements'][number] {
  if (element.type === 'area') return { ...element, title: cleanText(element.title) };
  if (element.type === 'connector') return { ...element, label: cleanText(element.label) };
  return element;
}
