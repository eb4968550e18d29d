/** Writes an example's story into its rooms, each piece as the person who said it. Once: a flag goes with the words. */
import * as Y from 'yjs';
import { addElement } from '../../shared/documents/canvas.ts';
import { isBlock, plainText, writeRichText, type RichText } from '../../shared/documents/richtext.ts';
import { metaRoot, proposalRoot } from '../../shared/documents/roots.ts';
import { asAttribute } from '../../shared/documents/sectionAreas.ts';
import { ElementId } from '../../shared/ids.ts';
import type { Language } from '../../shared/sides.ts';
import { areaId } from '../templates/areas.ts';
import { caseNote, type Case } from './cases.ts';
import type { Example } from './cast.ts';
import { layOut, type Placed } from './layout.ts';
import { rowIdOf } from './model.ts';
import { proseOf } from './prose.ts';
import type { Said, StoryNote, Who } from './story.ts';
import { wordsOf } from './words.ts';

/** The same on every machine, and long enough for an element's id. */
export const noteIdOf = (id: string): ElementId => ElementId.parse(`note_demo-${id}`.padEnd(15, '-'));

const flagOf = (who: Who): string => `example:${who}`;

/** Whether this person's words are in the room already; people may have changed or removed them since. */
export const hasWritten = (doc: Y.Doc, who: Who): boolean => metaRoot(doc).has(flagOf(who));

/** Everybody who has something to say in the shared room; whoever draws the connectors comes last, when all notes are there. */
export function writersOf({ story }: Example): Who[] {
  const writers = new Set([...story.notes.map(note => note.by), ...story.proposal.map(section => section.by)]);
  writers.delete(story.host);
  return [...writers, story.host];
}

export function writeShared(doc: Y.Doc, example: Example, who: Who, language: Language): void {
  if (hasWritten(doc, who)) return;
  doc.transact(() => {
    metaRoot(doc).set(flagOf(who), true);
    writeNotes(doc, example, who, language);
    example.story.proposal.forEach((section, nth) => {
      if (section.by === who) fillSection(doc, nth, proseOf(example.of, section.says, language), (section.areas ?? []).map(areaId));
    });
    if (who === example.story.host) drawConnectors(doc, example);
  });
}

export function writeBackstage(doc: Y.Doc, example: Example, who: Who, language: Language): void {
  if (hasWritten(doc, who)) return;
  doc.transact(() => {
    metaRoot(doc).set(flagOf(who), true);
    example.story.backstage.filter(note => note.by === who).forEach((note, nth) => {
      addNote(doc, { id: note.id, kind: 'insight', place: { x: nth * 260, y: 0, w: 240 }, text: wordsOf(example.of, note, language) }, nth);
    });
  });
}

function writeNotes(doc: Y.Doc, { story, of }: Example, who: Who, language: Language): void {
  const told = story.notes.map(note => {
    const text = wordsOf(of, note, language);
    return { ...note, text, words: plainText(text) };
  });
  layOut(told).forEach(({ id, by, kind, place, text, says }, nth) => {
    if (by === who) addNote(doc, { id, kind, place, text, link: driverOf(of, says) }, nth);
  });
}

interface ToldNote extends Pick<StoryNote, 'id' | 'kind'> {
  place: Placed;
  text: RichText;
  /** Code of the driver it is about. */
  link?: string | undefined;
}

function addNote(doc: Y.Doc, { id, kind, place, text, link }: ToldNote, nth: number): void {
  const note = { id: noteIdOf(id), type: 'note' as const, kind, ...place, h: null, paper: null, z: nth, locked: false };
  addElement(doc, { ...note, ...(link ? { link: rowIdOf('drv', link) } : {}) }, null, fragment => writeRichText(fragment, text));
}

/** The driver that a note of the story is about; undefined for most. */
export function driverOf(of: Case, says: Said): string | undefined {
  if ('driver' in says) return says.driver;
  return 'note' in says ? caseNote(of, says.note).driver : undefined;
}

function drawConnectors(doc: Y.Doc, { story }: Example): void {
  story.connectors.forEach(({ from, to }, nth) => {
    const id = ElementId.parse(`line_demo-${from}-${nth}`.padEnd(15, '-'));
    addElement(doc, { id, type: 'connector', from: noteIdOf(from), to: noteIdOf(to), label: '', z: nth, locked: false }, null);
  });
}

/** Into the empty paragraph under the heading; what follows comes below it. A section somebody has begun is left alone. */
function fillSection(doc: Y.Doc, nth: number, [opening, ...others]: RichText, areas: readonly string[]): void {
  const root = proposalRoot(doc);
  const blocks = root.toArray();
  const heading = blocks.filter(isElement('heading'))[nth];
  const at = heading ? blocks.indexOf(heading) + 1 : -1;
  const first = blocks[at];
  if (!isElement('paragraph')(first) || first.length > 0) return;
  const links = asAttribute(areas);
  if (links) heading?.setAttribute('areas', links);
  if (opening && isBlock(opening)) writeRichText(first, opening.content);
  writeRichText(root, others, at + 1);
}

const isElement = (name: string) => (block: unknown): block is Y.XmlElement => block instanceof Y.XmlElement && block.nodeName === name;
