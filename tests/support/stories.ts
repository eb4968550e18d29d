/**
 * Stories of people who edit one document in every way that Yjs knows, for fast-check to make up: texts, formats, embeds,
 * lists, maps, nested types, elements, subdocuments, binary values, undo, deletions of all of these.
 */
import fc from 'fast-check';
import * as Y from 'yjs';

export const DEEDS = [
  'write', 'erase', 'bold', 'embed', 'list', 'unlist', 'binary', 'nest', 'within', 'set', 'unset', 'element', 'attribute', 'type in element', 'drop element', 'subdoc', 'undo', 'undo', 'redo',
] as const;

export type EditStep = { who: number; does: string; at: number };
/** Twice as much mail as any deed: otherwise nobody ever hears of anybody. */
export const editStep: fc.Arbitrary<EditStep> = fc.record({
  who: fc.nat(2),
  does: fc.constantFrom<string>(...DEEDS, 'send', 'send', 'receive', 'receive'),
  at: fc.nat(12),
});

export function docUnder(clientId: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  return doc;
}

/** What one change of a document brings. */
export function updateOf(doc: Y.Doc, change: (doc: Y.Doc) => void): Uint8Array {
  const vector = Y.encodeStateVector(doc);
  change(doc);
  return Y.encodeStateAsUpdate(doc, vector);
}

const undoOf = new WeakMap<Y.Doc, Y.UndoManager>();

/** One person does one thing to their own copy. */
export function edit(doc: Y.Doc, does: string, at: number): void {
  const [text, list, map, page] = [doc.getText('text'), doc.getArray('list'), doc.getMap('map'), doc.getXmlFragment('page')];
  const undo = undoOf.get(doc) ?? new Y.UndoManager([text, list, map, page], { captureTimeout: 0 });
  undoOf.set(doc, undo);
  const within = (length: number) => Math.min(at, length);
  if (does === 'write') text.insert(within(text.length), `word${at} `);
  if (does === 'erase' && text.length > 0) text.delete(within(text.length - 1), 1);
  if (does === 'bold' && text.length > 0) text.format(within(text.length - 1), 1, { bold: at % 2 === 0 ? true : null });
  if (does === 'embed') text.insertEmbed(within(text.length), { picture: at });
  if (does === 'list') list.insert(within(list.length), [at, null, { deep: [at] }, 'text', true]);
  if (does === 'unlist' && list.length > 0) list.delete(within(list.length - 1), 1);
  if (does === 'binary') list.push([Uint8Array.from([at, 255])]);
  if (does === 'nest') map.set(`nest${at % 3}`, new Y.Map([['inner', new Y.Text(`inner ${at}`)]]));
  if (does === 'within') innerText(map, at)?.insert(0, `deeper ${at}`);
  if (does === 'set') map.set(`key${at % 4}`, at);
  if (does === 'unset') map.delete(`key${at % 4}`);
  if (does === 'element') page.insert(within(page.length), [element(at)]);
  if (does === 'attribute') elementAt(page, at)?.setAttribute('level', String(at));
  if (does === 'type in element') elementAt(page, at)?.insert(0, [new Y.XmlText(`more ${at}`)]);
  if (does === 'drop element' && page.length > 0) page.delete(within(page.length - 1), 1);
  if (does === 'subdoc') map.set('subdoc', new Y.Doc({ guid: `sub${at}` }));
  if (does === 'undo') undo.undo();
  if (does === 'redo') undo.redo();
}

function innerText(map: Y.Map<unknown>, at: number): Y.Text | undefined {
  const nest = map.get(`nest${at % 3}`);
  return nest instanceof Y.Map ? (nest.get('inner') as Y.Text) : undefined;
}

function elementAt(page: Y.XmlFragment, at: number): Y.XmlElement | undefined {
  return page.length > 0 ? (page.get(Math.min(at, page.length - 1)) as Y.XmlElement) : undefined;
}

function element(at: number): Y.XmlElement {
  const made = new Y.XmlElement(at % 2 === 0 ? 'paragraph' : 'heading');
  made.insert(0, [new Y.XmlText(`line ${at}`)]);
  return made;
}

/** Everything in a document that a person could see, whatever its kind. */
export function contents(doc: Y.Doc) {
  return {
    text: doc.getText('text').toDelta() as unknown,
    list: doc.getArray('list').toJSON(),
    map: [...doc.getMap('map').entries()].map(([key, value]) => [key, value instanceof Y.Doc ? value.guid : plainOf(value)]).sort(),
    page: doc.getXmlFragment('page').toString(),
  };
}

const plainOf = (value: unknown): unknown => (value instanceof Y.AbstractType ? value.toJSON() : value);
