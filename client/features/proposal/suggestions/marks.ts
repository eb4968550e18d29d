/**
 * The editor's half of suggestions: a mark on words, an attribute on everything else, each holding the label of
 * `shared/suggestions.ts`. They never leave with a copy, and never come in with a paste.
 */
import { type AnyExtension, Extension, Mark } from '@tiptap/core';
import { Fragment, type Mark as PlacedMark, type Node, Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { parseSuggested, PROPOSED, type Proposed, type Suggested } from '../../../../shared/suggestions.ts';

const TAGS = { insertion: 'ins', deletion: 'del' } as const;

/** Outside all other marks, so that a suggestion is one stretch on the page whatever is bold in it. */
const markFor = (what: Proposed): AnyExtension =>
  Mark.create({
    name: what,
    priority: 1_100,
    inclusive: false,
    addAttributes: () => ({ as: { default: '', rendered: false } }),
    renderHTML: ({ mark }) => [TAGS[what], { class: classFor(what, parseSuggested(mark.attrs['as'])), 'data-suggestion': parseSuggested(mark.attrs['as'])?.id ?? '' }, 0],
  });

export const classFor = (what: Proposed, label: Suggested | undefined): string => `suggested suggested-${what} suggested-${label?.side ?? 'unknown'}`;

/** Everything that is not words; cells and rows come and go with their table. */
const NODES = ['paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'blockquote', 'codeBlock', 'horizontalRule', 'table', 'figure', 'live', 'hardBreak'];

const NodeLabels = Extension.create({
  name: 'suggestedNodes',
  addGlobalAttributes: () => [{ types: NODES, attributes: Object.fromEntries(PROPOSED.map(what => [what, { default: null, rendered: false }])) }],
  addProseMirrorPlugins: () => [new Plugin({ props: { transformCopied: withoutSuggestions } })],
});

export const suggestionMarks = (): AnyExtension[] => [markFor('insertion'), markFor('deletion'), NodeLabels];

/** The label on a node, or on a text's marks. */
export function labelAt(node: Node, what: Proposed): Suggested | undefined {
  if (!node.isText) return parseSuggested(node.attrs[what]);
  return parseSuggested(markIn(node.marks, what)?.attrs['as']);
}
const markIn = (marks: readonly PlacedMark[], what: Proposed): PlacedMark | undefined => marks.find(mark => mark.type.name === what);
export const plainMarks = (marks: readonly PlacedMark[]): readonly PlacedMark[] => marks.filter(mark => !PROPOSED.some(what => what === mark.type.name));

/** Struck words stay behind, unless nothing else was taken. */
function withoutSuggestions(slice: Slice): Slice {
  const kept = strip(slice.content, true);
  const content = kept.textBetween(0, kept.size, ' ', ' ').trim() === '' ? strip(slice.content, false) : kept;
  return new Slice(content, slice.openStart, slice.openEnd);
}

export function strip(content: Fragment, leaveStruck: boolean): Fragment {
  const nodes: Node[] = [];
  content.forEach(node => {
    if (leaveStruck && node.isInline && labelAt(node, 'deletion')) return;
    nodes.push(unlabelled(node, strip(node.content, leaveStruck)));
  });
  return Fragment.fromArray(nodes);
}

function unlabelled(node: Node, content: Fragment): Node {
  if (node.isText) return node.mark(plainMarks(node.marks));
  const labelled = NODES.includes(node.type.name) && (node.attrs['insertion'] !== null || node.attrs['deletion'] !== null);
  return labelled ? node.type.create({ ...node.attrs, insertion: null, deletion: null }, content, node.marks) : node.copy(content);
}

/** The same, proposed: every word, figure and outermost block carries the label. What is struck is not proposed anew. */
export function proposed(content: Fragment, label: string, outermost = true): Fragment {
  const nodes: Node[] = [];
  strip(content, true).forEach(node => nodes.push(labelled(node, label, outermost)));
  return Fragment.fromArray(nodes);
}

function labelled(node: Node, label: string, outermost: boolean): Node {
  const mark = node.type.schema.marks['insertion'];
  if (node.isText) return mark ? node.mark(mark.create({ as: label }).addToSet(node.marks)) : node;
  const attrs = (outermost || node.isInline) && NODES.includes(node.type.name) ? { ...node.attrs, insertion: label } : node.attrs;
  return node.type.create(attrs, proposed(node.content, label, false), node.marks);
}
