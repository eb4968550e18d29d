/**
 * What a copy that was set aside holds of the reader's own words and the project does not: notes, and passages of the proposal.
 *
 * Told by Yjs' own clocks: what was written beyond the point up to which the project knows its author. Changes nothing.
 */
import * as Y from 'yjs';
import { readElement, noteText, type Note } from '../../../shared/documents/canvas.ts';
import { plainText, readRichText, type RichText } from '../../../shared/documents/richtext.ts';
import { canvasRoot, newRoomDoc, proposalRoot } from '../../../shared/documents/roots.ts';

export type Unsent =
  | { key: string; kind: 'note'; note: Note; text: RichText; /** The note stands on the canvas now, with other words. */ isThere: boolean }
  | { key: string; kind: 'proposal'; text: RichText };

/** `isOthers`: somebody else is known to have written under this client id; their own device keeps their words. */
export function unsentIn(update: Uint8Array, now: Y.Doc, isOthers: (clientId: number) => boolean): Unsent[] {
  const aside = newRoomDoc();
  try {
    Y.applyUpdate(aside, update);
    const fresh = new Set(freshItems(aside, now, isOthers).map(topOf));
    return [...notesAmong(aside, now, fresh), ...passagesAmong(aside, now, fresh)];
  } finally {
    aside.destroy();
  }
}

/** What still stands in the copy and was never sent. */
function freshItems(aside: Y.Doc, now: Y.Doc, isOthers: (clientId: number) => boolean): Y.Item[] {
  const known = Y.decodeStateVector(Y.encodeStateVector(now));
  return [...aside.store.clients].flatMap(([clientId, structs]) => {
    if (isOthers(clientId)) return [];
    const from = known.get(clientId) ?? 0;
    return structs.filter((struct): struct is Y.Item => struct instanceof Y.Item && !struct.deleted && struct.id.clock + struct.length > from);
  });
}

/** The item right below a root: an element of the canvas, or a block of the proposal. */
function topOf(item: Y.Item): Y.Item {
  const parent = item.parent;
  return parent instanceof Y.AbstractType && parent._item ? topOf(parent._item) : item;
}

function notesAmong(aside: Y.Doc, now: Y.Doc, fresh: ReadonlySet<Y.Item>): Unsent[] {
  return [...canvasRoot(aside)].flatMap(([id, fields]): Unsent[] => {
    const note = readElement(aside, id);
    if (note?.type !== 'note' || !fields._item || !fresh.has(fields._item)) return [];
    const text = textOf(aside, id);
    if (plainText(text) === '' || plainText(text) === plainText(textOf(now, id))) return [];
    return [{ key: id, kind: 'note', note, text, isThere: readElement(now, id) !== undefined }];
  });
}

function textOf(doc: Y.Doc, id: string): RichText {
  const fragment = noteText(doc, id);
  return fragment ? readRichText(fragment) : [];
}

/** Neighbouring blocks are one passage. A block that reads the same in the project is no news. */
function passagesAmong(aside: Y.Doc, now: Y.Doc, fresh: ReadonlySet<Y.Item>): Unsent[] {
  const there = new Set(readRichText(proposalRoot(now), 'everything').map(block => plainText([block])));
  const passages: Extract<Unsent, { kind: 'proposal' }>[] = [];
  let open: RichText | undefined;
  for (const [nth, child] of proposalRoot(aside).toArray().entries()) {
    const blocks = child._item && fresh.has(child._item) ? readBlock(child) : [];
    const news = blocks.filter(block => plainText([block]) !== '' && !there.has(plainText([block])));
    if (news.length === 0) open = undefined;
    else if (open) open.push(...news);
    else passages.push({ key: `proposal ${nth}`, kind: 'proposal', text: (open = [...news]) });
  }
  return passages;
}

/** One child of the proposal as the reader of whole texts sees it. */
function readBlock(child: Y.XmlElement | Y.XmlText | Y.XmlHook): RichText {
  if (child instanceof Y.XmlHook) return [];
  const doc = new Y.Doc();
  const alone = doc.getXmlFragment('alone');
  alone.insert(0, [child.clone()]);
  return readRichText(alone, 'everything'); // what was only suggested is lost just the same
}
