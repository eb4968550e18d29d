/** What the slash menu offers of the canvas: notes of the areas this section stands on, and areas to link it to. */
import type { Editor, JSONContent, Range } from '@tiptap/core';
import { Frame, Quote, StickyNote } from 'lucide-react';
import type * as Y from 'yjs';
import { noteText } from '../../../../shared/documents/canvas.ts';
import type { AreaWithNotes } from '../../../../shared/documents/linkedAreas.ts';
import { isBlock, plainText, readRichText, type RichNode, type RichText } from '../../../../shared/documents/richtext.ts';
import { MOST_AREAS, sayArea } from '../../../../shared/documents/sectionAreas.ts';
import type { Language } from '../../../../shared/sides.ts';
import type { Say } from '../../../ui/text.ts';
import type { SlashItem } from '../slashItems.ts';
import { sectionHere, toggleArea } from './linking.ts';
import type { AREA_WORDS } from './words.ts';

export interface AreaOffer {
  say: Say<typeof AREA_WORDS.en>;
  language: Language;
  doc: Y.Doc;
  areas: readonly AreaWithNotes[];
}

/** Notes first: whoever linked an area wants its words. */
export function noteItems(editor: Editor, offer: AreaOffer): SlashItem[] {
  const linked = sectionHere(editor)?.areas ?? [];
  return offer.areas
    .filter(({ area }) => linked.includes(area.id))
    .flatMap(({ area, notes }) => notes.flatMap(note => itemsOfNote(offer, note.id, sayArea(offer.language, { area: area.kind, title: area.title }))));
}

const LONGEST = 60;

function itemsOfNote({ say, doc }: AreaOffer, id: string, area: string): SlashItem[] {
  const fragment = noteText(doc, id);
  const text = fragment ? readRichText(fragment) : [];
  const words = plainText(text).replaceAll('\n', ' ');
  if (!words) return [];
  const title = words.length > LONGEST ? `${words.slice(0, LONGEST - 1).trimEnd()}…` : words;
  const item = (way: 'asText' | 'asQuote', icon: SlashItem['icon'], content: JSONContent[]): SlashItem => ({
    id: `note-${id}-${way}`, group: 'notes', title, hint: say(way), icon, words: `${words} ${area} note biglietto ${way === 'asQuote' ? 'quote citazione' : 'text testo'}`,
    act: (editor, range) => { putBlocks(editor, range, content); },
  });
  const blocks = text.map(asJson);
  return [item('asText', StickyNote, blocks), item('asQuote', Quote, [{ type: 'blockquote', content: blocks }])];
}

/** Below the paragraph, or in the place of an empty one. */
function putBlocks(editor: Editor, range: Range, blocks: JSONContent[]): void {
  editor.chain().focus().deleteRange(range).run();
  const { $from } = editor.state.selection;
  const top = $from.node(1);
  const empty = $from.depth === 1 && top.content.size === 0;
  editor.chain().focus().insertContentAt(empty ? { from: $from.before(1), to: $from.after(1) } : $from.after(1), blocks).run();
}

/** Plain data as the editor takes it; a heading of a note is no section of the proposal. */
export function asJson(node: RichText[number] | RichNode): JSONContent {
  if (node.type === 'text') return { type: 'text', text: node.text, marks: (node.marks ?? []).map(({ type, href }) => (href === undefined ? { type } : { type, attrs: { href } })) };
  if (node.type === 'hardBreak') return { type: 'hardBreak' };
  if (!isBlock(node)) return { type: node.type, attrs: { of: node.of, shows: node.shows } };
  const attrs = { ...(node.level ? { level: node.level } : {}), ...(node.colspan ? { colspan: node.colspan } : {}), ...(node.rowspan ? { rowspan: node.rowspan } : {}) };
  return { type: node.type, attrs, content: node.content.map(asJson) };
}

export function linkItems(editor: Editor, { say, language, areas }: AreaOffer): SlashItem[] {
  const here = sectionHere(editor);
  if (!here) return [];
  return areas.flatMap(({ area }): SlashItem[] => {
    const name = sayArea(language, { area: area.kind, title: area.title });
    const linked = here.areas.includes(area.id);
    if (!linked && here.areas.length >= MOST_AREAS) return [];
    const title = say(linked ? 'unlink' : 'link', { area: name });
    return [{
      id: `area-${area.id}`, group: 'areas', title, hint: '', icon: Frame, words: `${title} area canvas tavola ${sayArea('en', { area: area.kind, title: area.title })} ${sayArea('it', { area: area.kind, title: area.title })}`,
      act: (current, range) => {
        current.chain().focus().deleteRange(range).run();
        const section = sectionHere(current);
        if (section) toggleArea(current, section, area.id);
      },
    }];
  });
}
