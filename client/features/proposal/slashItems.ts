/** What the slash menu offers: shapes of text, then figures and live blocks of this model; and which of it a word finds. */
import type { Editor, Range } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import {
  Activity, ChartColumn, Gauge, Heading2, Heading3, List, ListOrdered, type LucideIcon, Minus, PieChart, Pilcrow, Quote, Rows3, Table as TableIcon, TrendingUp,
} from 'lucide-react';
import { sayFigure } from '../../../shared/documents/figureWords.ts';
import { type Asked, DRIVER_FIGURES, type LiveBlock, SCENARIO_FIGURES, type Shown } from '../../../shared/documents/shown.ts';
import { presentFigure, type Speaking } from '../../../shared/documents/presented.ts';
import { onTable } from '../../../shared/value/evaluate.ts';
import type { Model } from '../../../shared/value/model.ts';
import type { Say } from '../../ui/text.ts';
import type { WORDS } from './words.ts';

export interface SlashItem {
  id: string;
  group: 'shapes' | 'notes' | 'blocks' | 'figures' | 'areas';
  title: string;
  /** At the right: the number it would show, or the keys. */
  hint: string;
  icon: LucideIcon;
  /** What a typed word is looked for in. */
  words: string;
  act: (editor: Editor, range: Range) => void;
  /** Shown only to whoever asks for it by name. */
  rare?: boolean;
}

/** The order of what nobody has asked for by name: blocks would stand behind a hundred figures. */
const UNASKED: readonly SlashItem['group'][] = ['shapes', 'notes', 'blocks', 'figures', 'areas'];

/** More than this nobody reads; typing narrows it. */
const MOST_SHOWN = 40;

/** Every item there is, in the order of the menu. */
export function slashItems(say: Say<typeof WORDS.en>, speaking: Speaking, model: Model | undefined, show: (asked: Asked) => Shown): SlashItem[] {
  return [...shapes(say), ...(model ? [...figures(speaking, model, show), ...blocks(say, model)] : [])];
}

/** Notes come before figures, for who linked an area wants its words; linking itself comes last. */
export function withAreas(items: readonly SlashItem[], notes: readonly SlashItem[], links: readonly SlashItem[]): SlashItem[] {
  const behindShapes = items.findLastIndex(({ group }) => group === 'shapes') + 1;
  return [...items.slice(0, behindShapes), ...notes, ...items.slice(behindShapes), ...links];
}

/** Items with a word that begins as typed, each typed part somewhere; nothing typed finds the usual ones. */
export function findItems(items: readonly SlashItem[], query: string): SlashItem[] {
  const typed = plain(query).split('-').filter(Boolean);
  const found = items.filter(({ words, rare }) => !(rare && typed.length === 0) && typed.every(part => ` ${plain(words)}`.includes(` ${part}`)));
  return (typed.length > 0 ? found : found.toSorted((a, b) => UNASKED.indexOf(a.group) - UNASKED.indexOf(b.group))).slice(0, MOST_SHOWN);
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}-]+/gu, ' ').trim();

const shape = (id: string, title: string, icon: LucideIcon, words: string, act: SlashItem['act'], hint = ''): SlashItem =>
  ({ id, group: 'shapes', title, hint, icon, words: `${title} ${words}`, act });

/** Words in both languages find a shape, whatever the page speaks. */
function shapes(say: Say<typeof WORDS.en>): SlashItem[] {
  const start = (editor: Editor, range: Range) => editor.chain().focus().deleteRange(range);
  return [
    shape('text', say('styleText'), Pilcrow, 'text paragraph testo paragrafo', (editor, range) => { start(editor, range).setParagraph().run(); }),
    shape('section', say('styleSection'), Heading2, 'heading section titolo capitolo', (editor, range) => { start(editor, range).setHeading({ level: 2 }).run(); }, '##'),
    shape('small', say('styleSmall'), Heading3, 'heading small titolo piccolo', (editor, range) => { start(editor, range).setHeading({ level: 3 }).run(); }, '###'),
    shape('bullets', say('bullets'), List, 'bullet list elenco punti', (editor, range) => { start(editor, range).toggleBulletList().run(); }, '-'),
    shape('numbers', say('numbers'), ListOrdered, 'numbered list elenco numeri', (editor, range) => { start(editor, range).toggleOrderedList().run(); }, '1.'),
    shape('quote', say('styleQuote'), Quote, 'quote citazione', (editor, range) => { start(editor, range).toggleBlockquote().run(); }, '>'),
    shape('table', say('table'), TableIcon, 'table tabella', (editor, range) => { start(editor, range).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(); }),
    shape('rule', say('rule'), Minus, 'divider rule linea', (editor, range) => { start(editor, range).setHorizontalRule().run(); }, '---'),
  ];
}

/** A figure goes where the caret is, with a space behind it; a block below the paragraph, or in the place of an empty one. */
const insert = ({ type, of, shows }: Asked): SlashItem['act'] => (editor, range) => {
  const node = { type, attrs: { of, shows } };
  if (type === 'figure') return void editor.chain().focus().deleteRange(range).insertContent([node, { type: 'text', text: ' ' }]).run();
  editor.chain().focus().deleteRange(range).run();
  const { $from } = editor.state.selection;
  const empty = $from.parent.content.size === 0;
  const at = empty ? $from.before() : $from.after();
  editor.chain().focus().insertContentAt(empty ? { from: at, to: $from.after() } : at, [node, ...lineAfter(editor, $from.after())])
    // A chosen block would be replaced by the next letter: one goes on writing below it.
    .command(({ tr }) => {
      tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1), 1));
      return true;
    }).run();
};

/** One can go on writing below a block, whatever comes next. */
function lineAfter(editor: Editor, at: number): { type: 'paragraph' }[] {
  return editor.state.doc.resolve(at).nodeAfter?.type.name === 'paragraph' ? [] : [{ type: 'paragraph' }];
}

/** Drivers before scenarios, what they are worth before the rest. */
function figures(speaking: Speaking, model: Model, show: (asked: Asked) => Shown): SlashItem[] {
  const scenarios = onTableFirst(model);
  const asked: Asked[] = [
    ...model.drivers.map(({ id }): Asked => ({ type: 'figure', of: id, shows: 'worth' })),
    ...scenarios.flatMap(({ id }) => SCENARIO_FIGURES.map((shows): Asked => ({ type: 'figure', of: id, shows }))),
    ...model.drivers.flatMap(({ id }) => DRIVER_FIGURES.slice(1).map((shows): Asked => ({ type: 'figure', of: id, shows }))),
  ];
  return asked.map(each => ({ ...figureItem(speaking, each as Extract<Asked, { type: 'figure' }>, show), rare: isBeside(model, each.of) }));
}

function figureItem(speaking: Speaking, asked: Extract<Asked, { type: 'figure' }>, show: (asked: Asked) => Shown): SlashItem {
  const { value, code, name, what } = presentFigure(speaking, asked, show(asked));
  const both = `${sayFigure('en', asked.shows)} ${sayFigure('it', asked.shows)}`;
  return {
    id: `figure-${asked.of}-${asked.shows}`, group: 'figures', title: `${code || name}: ${what}`, hint: value,
    icon: asked.shows === 'worth' || asked.shows === 'npv' ? TrendingUp : Gauge, words: `${code} ${name} ${what} ${both} figure cifra`, act: insert(asked),
  };
}

const BLOCK_ICONS: Readonly<Record<LiveBlock, LucideIcon>> = { driver: Activity, scenario: Activity, drivers: Rows3, flows: ChartColumn, split: PieChart };

function blocks(say: Say<typeof WORDS.en>, model: Model): SlashItem[] {
  const item = (of: { id: string; code: string; label: string }, shows: LiveBlock): SlashItem => {
    const title = `${of.code || of.label}: ${say(`block-${shows}`)}`;
    return { id: `live-${of.id}-${shows}`, group: 'blocks', title, hint: of.code ? of.label : '', icon: BLOCK_ICONS[shows], words: `${title} ${of.label} live viva ${BLOCK_WORDS[shows]}`, act: insert({ type: 'live', of: of.id, shows }) };
  };
  const scenarios = onTableFirst(model).map(({ id, code, name }) => ({ id, code, label: name }));
  return [
    ...scenarios.flatMap(scenario => (['scenario', 'drivers', 'flows', 'split'] as const).map(shows => ({ ...item(scenario, shows), rare: isBeside(model, scenario.id) }))),
    ...model.drivers.map(driver => item(driver, 'driver')),
  ];
}
const BLOCK_WORDS = {
  driver: 'driver leva', scenario: 'scenario', drivers: 'table drivers tabella leve', flows: 'chart flows grafico flussi', split: 'split share divisione',
} as const;

/** A scenario that is not on the table. */
const isBeside = (model: Model, id: string): boolean => id !== onTable(model)?.id && model.scenarios.some(scenario => scenario.id === id);

/** What people speak of comes first; what is archived does not come at all. */
function onTableFirst(model: Model): Model['scenarios'] {
  const first = onTable(model);
  const open = model.scenarios.filter(({ archived }) => !archived);
  return first ? [first, ...open.filter(scenario => scenario !== first)] : open;
}
