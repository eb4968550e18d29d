/**
 * Rich text as plain data: the one schema for notes, the proposal and everything frozen.
 *
 * Reads a Y.XmlFragment as the editor (ProseMirror through y-tiptap) writes it, and writes one for templates.
 * A member could write anything into a document, so reading is an allow-list: unknown nodes keep their words
 * and lose their shape, unknown marks and unsafe links disappear. Figures and live blocks hold ids alone, until they
 * are frozen with what they show (`shown.ts`). Suggestions that nobody has answered are no part of the agreed text:
 * what they add is left out, what they strike stands. Knows no editor and no browser.
 */
import * as Y from 'yjs';
import * as z from 'zod';
import { cleanText } from './cleanText.ts';
import { AreaLink, areaIdsOf, type AreaShown, asAttribute } from './sectionAreas.ts';
import { type Asked, askedOf, FIGURES, LIVE_BLOCKS, Shown } from './shown.ts';

export { cleanText } from './cleanText.ts';

export const MARKS = ['bold', 'italic', 'underline', 'strike', 'code', 'link'] as const;
export type MarkType = (typeof MARKS)[number];
const BLOCKS = [
  'paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'blockquote', 'codeBlock', 'horizontalRule',
  'table', 'tableRow', 'tableHeader', 'tableCell',
] as const;
export type BlockType = (typeof BLOCKS)[number];

export interface Mark {
  type: MarkType;
  href?: string | undefined; // on links alone
}
export interface TextNode {
  type: 'text';
  text: string;
  marks?: Mark[] | undefined;
}
export interface BreakNode {
  type: 'hardBreak';
}
export interface BlockNode {
  type: BlockType;
  level?: number | undefined; // headings, 1 to 3
  areas?: AreaLink[] | undefined; // headings alone: what of the canvas their section stands on
  colspan?: number | undefined; // cells, when not 1
  rowspan?: number | undefined;
  content: RichNode[];
}
/** A figure within a line: `of` names a driver or a scenario, `shown` is there once it is frozen. */
export type FigureNode = Extract<Asked, { type: 'figure' }> & { shown?: Shown | undefined };
/** A driver, a scenario, a table, a chart or the split, between paragraphs. */
export type LiveNode = Extract<Asked, { type: 'live' }> & { shown?: Shown | undefined };
export type RichNode = TextNode | BreakNode | FigureNode | LiveNode | BlockNode;
/** A whole text: blocks in order. */
export type RichText = (BlockNode | LiveNode)[];

const MarkSchema = z.strictObject({ type: z.enum(MARKS), href: z.string().optional() });
const RichNodeSchema: z.ZodType<RichNode> = z.lazy(() =>
  z.union([
    z.strictObject({ type: z.literal('text'), text: z.string(), marks: z.array(MarkSchema).optional() }),
    z.strictObject({ type: z.literal('hardBreak') }),
    FigureSchema,
    LiveSchema,
    BlockSchema,
  ]),
);
const RowIdSchema = z.string().max(50);
const FigureSchema: z.ZodType<FigureNode> = z.strictObject({ type: z.literal('figure'), of: RowIdSchema, shows: z.enum(FIGURES), shown: Shown.optional() });
const LiveSchema: z.ZodType<LiveNode> = z.strictObject({ type: z.literal('live'), of: RowIdSchema, shows: z.enum(LIVE_BLOCKS), shown: Shown.optional() });
const BlockSchema: z.ZodType<BlockNode> = z.strictObject({
  type: z.enum(BLOCKS),
  level: z.int().min(1).max(3).optional(),
  areas: z.array(AreaLink).optional(),
  colspan: z.int().min(1).max(100).optional(),
  rowspan: z.int().min(1).max(100).optional(),
  content: z.array(RichNodeSchema),
});
export const RichText: z.ZodType<RichText> = z.array(z.union([BlockSchema, LiveSchema]));

/** Only these schemes may be followed from a text; checked where a link is drawn, not only where it is typed. */
export function safeHref(href: unknown): string | undefined {
  if (typeof href !== 'string' || href.length > 2_000) return undefined;
  // Control characters and blanks are what hides "java\nscript:" from a naive test.
  return /^(https?:\/\/|mailto:)[^\s\u0000-\u001f\u007f]+$/i.test(href) ? href : undefined;
}

/** `agreed`: without open suggestions, as it would be frozen. `everything`: what they add too; for what must not be lost. */
export type Reading = 'agreed' | 'everything';

/** The text of a fragment, NFC, without anything that the schema above does not name. */
export function readRichText(fragment: Y.XmlFragment, reading: Reading = 'agreed'): RichText {
  return asBlocks(readChildren(fragment, reading));
}

function readChildren(parent: Y.XmlFragment | Y.XmlElement, reading: Reading): RichNode[] {
  const children = parent.toArray().flatMap(child => {
    if (child instanceof Y.XmlText) return readText(child, reading);
    if (child instanceof Y.XmlElement) return readElement(child, reading);
    return [];
  });
  return joinEqual(children).map(node => (node.type === 'text' ? { ...node, text: cleanText(node.text) } : node));
}

function readElement(element: Y.XmlElement, reading: Reading): RichNode[] {
  const isProposed = reading === 'agreed' && isSet(element.getAttribute('insertion'));
  if (isProposed && !BLOCKS.some(name => name === element.nodeName && name !== 'horizontalRule')) return [];
  if (element.nodeName === 'hardBreak') return [{ type: 'hardBreak' }];
  if (element.nodeName === 'figure' || element.nodeName === 'live') return readAsked(element);
  const content = readChildren(element, reading);
  // A block that is only proposed stands as soon as somebody has written words of their own in it; code has no marks to tell by.
  if (isProposed && (element.nodeName === 'codeBlock' || !holdsWords(content))) return [];
  if (WRAPPERS.includes(element.nodeName) && element.length > 0 && content.length === 0) return [];
  const type = BLOCKS.find(name => name === element.nodeName);
  if (!type) return content;
  const node: BlockNode = { type, content };
  const attribute = (name: string): unknown => element.getAttribute(name);
  if (type === 'heading') Object.assign(node, { level: headingLevel(attribute('level')), areas: areaLinks(attribute('areas')) });
  if (type === 'tableCell' || type === 'tableHeader') {
    node.colspan = spanUnlessOne(attribute('colspan'));
    node.rowspan = spanUnlessOne(attribute('rowspan'));
  }
  return [withoutUndefined(node)];
}

/** Without an entry they would be no list and no quotation. */
const WRAPPERS: readonly string[] = ['bulletList', 'orderedList', 'listItem', 'blockquote'];
const holdsWords = (nodes: readonly RichNode[]): boolean =>
  nodes.some(node => (isBlock(node) && node.type !== 'horizontalRule' ? holdsWords(node.content) : true));
const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== false;

function areaLinks(attribute: unknown): AreaLink[] | undefined {
  const ids = areaIdsOf(attribute);
  return ids.length > 0 ? ids.map(id => ({ id })) : undefined;
}

/** What asks for no figure that there could be disappears. */
function readAsked(element: Y.XmlElement): (FigureNode | LiveNode)[] {
  const asked = askedOf(element.nodeName, element.getAttribute('of'), element.getAttribute('shows'));
  return asked ? [asked] : [];
}

/** Attributes as both the editor and the frozen copy take them, whatever somebody wrote into the document. */
export const headingLevel = (value: unknown): number => within(value, 1, 3) ?? 2;
export const cellSpan = (value: unknown): number => within(value, 1, 100) ?? 1;

/** A span of 1 is the default and is left out, so that two editors' defaults hash the same. */
function spanUnlessOne(value: unknown): number | undefined {
  const span = cellSpan(value);
  return span === 1 ? undefined : span;
}

function within(value: unknown, low: number, high: number): number | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined; // `Number(['2'])` would be 2
  const number = Number(value);
  return Number.isInteger(number) && number >= low && number <= high ? number : undefined;
}

function readText(text: Y.XmlText, reading: Reading): TextNode[] {
  const delta = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
  const read = reading === 'agreed' ? delta.filter(({ attributes }) => !isSet(attributes?.['insertion'])) : delta;
  return read.flatMap(({ insert, attributes }) =>
    typeof insert === 'string' && insert !== '' ? [textNode(insert, readMarks(attributes))] : [],
  );
}

const textNode = (text: string, marks: Mark[]): TextNode => (marks.length ? { type: 'text', text, marks } : { type: 'text', text });

function readMarks(attributes: Record<string, unknown> = {}): Mark[] {
  const marks = Object.entries(attributes).flatMap(([key, value]): Mark[] => {
    const type = MARKS.find(name => name === key.split('--')[0]); // y-tiptap adds `--hash` to marks that may overlap
    if (!type || value === null || value === false) return [];
    if (type !== 'link') return [{ type }];
    const href = safeHref((value as { href?: unknown }).href);
    return href ? [{ type, href: cleanText(href) }] : [];
  });
  return oneOfEach(marks);
}

/** In one order and once each, whatever order two replicas keep them in. */
function oneOfEach(marks: Mark[]): Mark[] {
  const place = (mark: Mark): string => `${MARKS.indexOf(mark.type)} ${mark.href ?? ''}`;
  const sorted = marks.sort((a, b) => (place(a) < place(b) ? -1 : 1));
  return sorted.filter((mark, nth) => mark.type !== sorted[nth - 1]?.type);
}

/** Neighbours with equal marks become one, so that how a text was typed does not change its hash. */
function joinEqual(nodes: RichNode[]): RichNode[] {
  const joined: RichNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last?.type === 'text' && node.type === 'text' && sameMarks(last, node)) last.text += node.text;
    else joined.push({ ...node });
  }
  return joined;
}

const sameMarks = (a: TextNode, b: TextNode): boolean => JSON.stringify(a.marks) === JSON.stringify(b.marks);

/** Loose text at the top (a document written by a program) is put into paragraphs. */
function asBlocks(nodes: RichNode[]): RichText {
  const blocks: RichText = [];
  let loose: BlockNode | undefined;
  for (const node of nodes) {
    if (isInline(node)) {
      if (!loose) blocks.push((loose = { type: 'paragraph', content: [] }));
      loose.content.push(node);
    } else {
      loose = undefined;
      blocks.push(node);
    }
  }
  return blocks;
}

type InlineNode = TextNode | BreakNode | FigureNode;
const isInline = (node: RichNode): node is InlineNode => node.type === 'text' || node.type === 'hardBreak' || node.type === 'figure';
/** Blocks with content of their own; figures, live blocks and breaks have none. */
export const isBlock = (node: RichNode): node is BlockNode => 'content' in node;

function withoutUndefined(node: BlockNode): BlockNode {
  return Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined)) as unknown as BlockNode;
}

/** Fills an empty fragment, or puts blocks between others; for templates, examples and pasted plain text. */
export function writeRichText(fragment: Y.XmlFragment | Y.XmlElement, text: readonly RichNode[], at = 0): void {
  fragment.insert(at, writeNodes(text)); // `push` asks for a length, which a type outside a document does not know
}

/** A run of text is one Y.XmlText: the editor's binding loses words when it meets three of them side by side. */
function writeNodes(nodes: readonly RichNode[]): (Y.XmlElement | Y.XmlText)[] {
  const written: (Y.XmlElement | Y.XmlText)[] = [];
  for (let nth = 0; nth < nodes.length; nth += 1) {
    const run = textsFrom(nodes, nth);
    written.push(run.length > 0 ? writeTexts(run) : writeElement(nodes[nth] as Exclude<RichNode, TextNode>));
    nth += Math.max(0, run.length - 1);
  }
  return written;
}

function textsFrom(nodes: readonly RichNode[], start: number): TextNode[] {
  const texts: TextNode[] = [];
  for (let node = nodes[start]; node?.type === 'text'; node = nodes[start + texts.length]) texts.push(node);
  return texts;
}

function writeElement(node: Exclude<RichNode, TextNode>): Y.XmlElement {
  const element = new Y.XmlElement(node.type);
  if (node.type === 'hardBreak') return element;
  if (node.type === 'figure' || node.type === 'live') {
    element.setAttribute('of', node.of);
    element.setAttribute('shows', node.shows);
    return element;
  }
  // Yjs keeps attributes of any plain type; its types speak of strings alone.
  for (const name of ['level', 'colspan', 'rowspan'] as const) {
    if (node[name] !== undefined) element.setAttribute(name, node[name] as unknown as string);
  }
  const areas = node.areas && asAttribute(node.areas.map(({ id }) => id));
  if (areas) element.setAttribute('areas', areas);
  element.insert(0, writeNodes(node.content));
  return element;
}

function writeTexts(nodes: readonly TextNode[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(nodes.map(node => ({ insert: node.text, attributes: attributesOf(node.marks ?? []) })));
  return text;
}

const attributesOf = (marks: readonly Mark[]): Record<string, unknown> =>
  Object.fromEntries(marks.map(mark => [mark.type, mark.href === undefined ? {} : { href: mark.href }]));

export const paragraph = (text: string): BlockNode => ({ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] });
export const heading = (level: 1 | 2 | 3, text: string): BlockNode => ({ type: 'heading', level, content: [{ type: 'text', text }] });

/** The same text with every figure and live block filled by `show`, every linked area by `area`: what a frozen copy holds. */
export function fillShown(text: RichText, show: (asked: Asked) => Shown, area: (id: string) => AreaShown = () => ({ kind: 'gone' })): RichText {
  const fill = <N extends RichNode>(node: N): N => {
    if (node.type === 'figure' || node.type === 'live') return { ...node, shown: show(node) };
    if (!isBlock(node)) return node;
    const areas = node.areas?.map(({ id }) => ({ id, shown: area(id) }));
    return { ...node, ...(areas ? { areas } : {}), content: node.content.map(fill) };
  };
  return text.map(fill);
}

/** Every figure and live block of a text, in order. */
export function askedIn(nodes: readonly RichNode[]): (FigureNode | LiveNode)[] {
  return nodes.flatMap(node => (node.type === 'figure' || node.type === 'live' ? [node] : isBlock(node) ? askedIn(node.content) : []));
}

/** The headings that begin a section: levels 1 and 2, not inside anything. Numbering, outline and reading count these. */
export function sectionHeadings(text: RichText): BlockNode[] {
  return text.filter(isBlock).filter(node => node.type === 'heading' && (node.level ?? 2) <= 2);
}

/** The bare words, a line per block; for titles, search and screen readers. */
export function plainText(nodes: readonly RichNode[]): string {
  return nodes
    .map(node => (node.type === 'text' ? node.text : node.type === 'hardBreak' ? '\n' : isBlock(node) ? `${plainText(node.content)}\n` : ''))
    .join('')
    .replace(/\n+/g, '\n')
    .trim();
}

/** Words as a person counts them: runs of letters and digits in any script, apostrophes and hyphens inside. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[’'\-.,][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
