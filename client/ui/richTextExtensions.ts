/**
 * The editor's half of `shared/documents/richtext.ts`: the same nodes, marks and attributes, and not one more.
 *
 * What an editor may write beyond that schema would be lost on freezing, so its own attributes (list starts,
 * column widths, link targets, languages of code) are left out here. A test holds both halves against each other.
 * Knows no document and no project: the proposal and the notes add collaboration, placeholder and keys themselves.
 */
import { type AnyExtension, Extension, mergeAttributes } from '@tiptap/core';
import { CodeBlock } from '@tiptap/extension-code-block';
import { Heading, type Level } from '@tiptap/extension-heading';
import { Link } from '@tiptap/extension-link';
import { OrderedList } from '@tiptap/extension-list';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import type { NodeType } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { StarterKit } from '@tiptap/starter-kit';
import { cellSpan, headingLevel, safeHref } from '../../shared/documents/richtext.ts';
import { areaIdsOf, asAttribute } from '../../shared/documents/sectionAreas.ts';
import { cleanPasted } from './pasted.ts';

const LEVELS: Level[] = [1, 2, 3];

/** Undo belongs to collaboration (own steps only); a trailing paragraph would be an edit by whoever merely looks. */
export function richTextExtensions(): AnyExtension[] {
  return [
    StarterKit.configure({
      undoRedo: false, trailingNode: false, heading: false, codeBlock: false, orderedList: false, link: false,
      dropcursor: { color: false, class: 'rich-drop' },
    }),
    ReadableAttributes, CleanPaste, SectionHeading, PlainCodeBlock, PlainOrderedList, SafeLink, PlainTable, TableRow, PlainTableHeader, PlainTableCell,
  ];
}

/** Levels 1 and 2 both begin a section and are an h2 on the page, whose h1 is its title; pasted ones are taken as they stand. */
const SectionHeading = Heading.extend({
  addAttributes: () => ({
    level: { default: 2, rendered: false },
    // Whoever divides a heading divides its words: the links stay with the first half.
    areas: {
      default: null,
      keepOnSplit: false,
      parseHTML: (element: HTMLElement) => cleanAreas(element.getAttribute('data-areas')),
      renderHTML: (attributes: Attributes) => (attributes['areas'] ? { 'data-areas': attributes['areas'] } : {}),
    },
  }),
  parseHTML() {
    const marked = LEVELS.map(level => ({ tag: `[data-level="${level}"]`, attrs: { level }, priority: 60 }));
    const pasted = ([1, 2, 3, 4, 5, 6] as const).map(level => ({ tag: `h${level}`, attrs: { level: Math.min(level, 3) } }));
    return [...marked, ...pasted];
  },
  renderHTML({ node, HTMLAttributes }) {
    const level = Number(node.attrs['level']);
    return [level === 3 ? 'h3' : 'h2', mergeAttributes(HTMLAttributes, { 'data-level': level }), 0];
  },
}).configure({ levels: LEVELS });

const PlainCodeBlock = CodeBlock.extend({ addAttributes: () => ({}) });
const PlainOrderedList = OrderedList.extend({ addAttributes: () => ({}) });

/** Judged where it is typed, pasted and drawn: a program can write any address into the document itself. */
const SafeLink = Link.extend({
  addAttributes() {
    return { href: { default: null, parseHTML: element => safeHref(element.getAttribute('href')) ?? null } };
  },
  renderHTML({ HTMLAttributes }) {
    const href = safeHref(HTMLAttributes['href']);
    return href ? ['a', { href, target: '_blank', rel: 'noopener noreferrer' }, 0] : ['span', {}, 0];
  },
}).configure({
  openOnClick: false,
  defaultProtocol: 'https',
  isAllowedUri: url => safeHref(url) !== undefined,
});

/** No widths: `<col style>` would be a style in the markup, which the page's content policy forbids. */
const PlainTable = Table.extend({
  renderHTML: () => ['div', { class: 'tableWrapper' }, ['table', ['tbody', 0]]],
}).configure({ resizable: false });

/**
 * A program may write any attribute into the document: a cell as wide as a billion columns would freeze the page of
 * whoever opens it. Every node is built through `computeAttrs`, also those that come from others.
 */
const ReadableAttributes = Extension.create({
  name: 'readableAttributes',
  onBeforeCreate() {
    const { heading, tableCell, tableHeader } = this.editor.schema.nodes;
    if (heading) cleanAttributes(heading, attrs => ({ ...attrs, level: headingLevel(attrs['level']), areas: cleanAreas(attrs['areas']) }));
    for (const cell of [tableCell, tableHeader]) {
      if (cell) cleanAttributes(cell, attrs => ({ colspan: cellSpan(attrs['colspan']), rowspan: cellSpan(attrs['rowspan']) }));
    }
  },
});

const CleanPaste = Extension.create({
  name: 'cleanPaste',
  addProseMirrorPlugins: () => [new Plugin({ props: { transformPastedHTML: cleanPasted } })],
});

type Attributes = Readonly<Record<string, unknown>>;

const cleanAreas = (attribute: unknown): string | null => asAttribute(areaIdsOf(attribute));

function cleanAttributes(type: NodeType, clean: (attributes: Attributes) => Attributes): void {
  const building = type as NodeType & { computeAttrs: (given: Attributes | null) => Attributes };
  const before = building.computeAttrs.bind(type);
  building.computeAttrs = given => clean(before(given));
}

const span = (name: 'colspan' | 'rowspan') => ({
  default: 1,
  parseHTML: (element: HTMLElement) => cellSpan(element.getAttribute(name)),
  renderHTML: (attributes: Record<string, unknown>) => (attributes[name] === 1 ? {} : { [name]: attributes[name] }),
});

const spans = () => ({ colspan: span('colspan'), rowspan: span('rowspan') });
const PlainTableCell = TableCell.extend({ addAttributes: spans });
const PlainTableHeader = TableHeader.extend({ addAttributes: spans });
