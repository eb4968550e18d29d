/** What somebody does in a document: text, maps, arrays, XML, all of it nested. Knows no room. */
import * as Y from 'yjs';

type Edit = (doc: Y.Doc, a: number, b: number) => void;
/** No pairs of half characters: between the halves copies differ for ever, whatever the server. */
const WORDS = ['uno', 'due ', 'tre', 'quattro ', 'è', '漢字', 'x'] as const;
const word = (a: number) => WORDS[a % WORDS.length]!;
const at = (text: Y.Text, a: number) => a % (text.length + 1);

const body = (doc: Y.Doc) => doc.getText('body');
const list = (doc: Y.Doc) => doc.getArray('list');
const canvas = (doc: Y.Doc) => doc.getMap('canvas');
const proposal = (doc: Y.Doc) => doc.getXmlFragment('proposal');
const key = (a: number) => `k${a % 5}`;

/** Any text in the document: the plain one, or one inside a note or a paragraph. */
function someText(doc: Y.Doc, a: number): Y.Text {
  const inside = [...canvas(doc).values(), ...list(doc).toArray(), ...proposal(doc).toArray().flatMap(each => (each instanceof Y.XmlElement ? each.toArray() : each))];
  const texts = [body(doc), ...inside.filter(each => each instanceof Y.Text)];
  return texts[a % texts.length]!;
}

function someElement(doc: Y.Doc, a: number): Y.XmlElement | undefined {
  const elements = proposal(doc).toArray().filter(each => each instanceof Y.XmlElement);
  return elements[a % elements.length];
}

function cut(from: Y.Text | Y.Array<unknown> | Y.XmlFragment, a: number, b: number): void {
  if (from.length > 0) from.delete(a % from.length, Math.min(1 + (b % 4), from.length - (a % from.length)));
}

export const EDIT: Readonly<Record<string, Edit>> = {
  type: (doc, a, b) => { const text = someText(doc, b); text.insert(at(text, a), word(b)); },
  erase: (doc, a, b) => cut(someText(doc, b), a, b),
  format: (doc, a, b) => {
    const text = someText(doc, b);
    if (text.length > 0) text.format(a % text.length, Math.min(1 + (a % 4), text.length - (a % text.length)), { bold: [true, null, 'very'][b % 3] });
  },
  embed: (doc, a, b) => body(doc).insertEmbed(at(body(doc), a), { figure: b }),
  set: (doc, a, b) => void canvas(doc).set(key(a), b % 3 === 0 ? { x: a, deep: [b, null, true] } : b % 3 === 1 ? b / 8 : Uint8Array.of(a % 256, b % 256)),
  unset: (doc, a) => canvas(doc).delete(key(a)),
  nest: (doc, a, b) => void canvas(doc).set(key(a), b % 2 === 0 ? new Y.Text(word(b)) : new Y.Map([['inner', new Y.Array()], ['title', word(b)]])),
  push: (doc, a, b) => list(doc).insert(a % (list(doc).length + 1), b % 4 === 0 ? [new Y.Text(word(a))] : b % 4 === 1 ? [word(a), b, null] : b % 4 === 2 ? [{ a }] : [new Y.Map([['n', b]])]),
  cut: (doc, a, b) => cut(list(doc), a, b),
  note: (doc, a, b) => {
    const nested = canvas(doc).get(key(a));
    if (nested instanceof Y.Map) nested.set(`f${b % 3}`, b);
    else canvas(doc).set(key(a), new Y.Map([['x', b]]));
  },
  element: (doc, a, b) => {
    const element = new Y.XmlElement(b % 2 === 0 ? 'paragraph' : 'heading');
    element.insert(0, [new Y.XmlText(word(b))]);
    proposal(doc).insert(a % (proposal(doc).length + 1), [element]);
  },
  attribute: (doc, a, b) => someElement(doc, a)?.setAttribute(`at${b % 2}`, `${b}`),
  prune: (doc, a) => cut(proposal(doc), a, 0),
  rename: (doc, a, b) => {
    // As editors do when a paragraph becomes a heading: the old one goes, another comes in its place.
    if (proposal(doc).length === 0) return;
    const index = a % proposal(doc).length;
    const element = new Y.XmlElement('heading');
    element.insert(0, [new Y.XmlText(word(b))]);
    doc.transact(() => { proposal(doc).delete(index, 1); proposal(doc).insert(index, [element]); });
  },
  /** Past the length from which a room keeps a snapshot when it goes quiet. */
  paste: (doc, a, b) => body(doc).insert(at(body(doc), a), word(b % 6).repeat(Math.ceil(70_000 / word(b % 6).length))),
};
