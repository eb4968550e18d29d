/** Puts words that were set aside back into the project, as the reader's own new words. Overrides nothing. */
import * as Y from 'yjs';
import { type RichText, writeRichText } from '../../../shared/documents/richtext.ts';
import { placeElements } from '../../../shared/documents/canvas.ts';
import { proposalRoot } from '../../../shared/documents/roots.ts';
import { ElementId } from '../../../shared/ids.ts';
import type { Unsent } from './unsent.ts';

/** So that a note beside the one that stands there now does not hide it, board units. */
const ASIDE = 32;

/** A note comes back where it lay, the words of the proposal at its end. `at`: epoch milliseconds. */
export function putBack(doc: Y.Doc, unsent: Unsent, at: number): void {
  if (unsent.kind === 'proposal') return appendToProposal(doc, unsent.text);
  const { note, isThere, text } = unsent;
  const moved = isThere ? ASIDE : 0;
  const element = { ...note, id: freshNoteId(), x: note.x + moved, y: note.y + moved, locked: false };
  placeElements(doc, [{ element, fill: fragment => { writeRichText(fragment, text); } }], at, 'put back');
}

function appendToProposal(doc: Y.Doc, text: RichText): void {
  const words = new Y.Doc().getXmlFragment('words');
  writeRichText(words, text);
  const blocks = words.toArray().flatMap(block => (block instanceof Y.XmlHook ? [] : [block.clone()]));
  doc.transact(() => { proposalRoot(doc).insert(proposalRoot(doc).length, blocks); }, 'put back');
}

function freshNoteId(): ElementId {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return ElementId.parse(`note_${btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_')}`);
}
