/**
 * The editor's half of figures and live blocks: two nodes without content that hold ids alone.
 *
 * Only the proposal has them; in a note a pasted figure becomes its words. How they look comes from outside.
 */
import { mergeAttributes, Node } from '@tiptap/core';
import type { NodeViewRenderer } from '@tiptap/core';
import { type Asked, askedOf } from '../../shared/documents/shown.ts';

interface FigureOptions {
  view: (() => NodeViewRenderer) | undefined;
  /** The words that leave with a copy to other programs. */
  say: (asked: Asked) => string;
}

/** Whatever a program wrote into the document, a node asks for something that could be, or for nothing. */
export function askedByNode(node: { type: { name: string }; attrs: Readonly<Record<string, unknown>> }): Asked | undefined {
  return askedOf(node.type.name, node.attrs['of'], node.attrs['shows']);
}

const attributes = () => ({
  of: { default: '', parseHTML: (element: HTMLElement) => element.dataset['of'] ?? '', renderHTML: ({ of }: Record<string, unknown>) => ({ 'data-of': of }) },
  shows: { default: '', parseHTML: (element: HTMLElement) => element.dataset['shows'] ?? '', renderHTML: ({ shows }: Record<string, unknown>) => ({ 'data-shows': shows }) },
});

const shared = {
  atom: true,
  selectable: true,
  addOptions: (): FigureOptions => ({ view: undefined, say: () => '' }),
  addAttributes: attributes,
};

export const FigureOnLine = Node.create<FigureOptions>({
  ...shared,
  name: 'figure',
  group: 'inline',
  inline: true,
  draggable: false,
  parseHTML: () => [{ tag: 'span[data-figure]', priority: 70 }],
  renderHTML({ node, HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes, { 'data-figure': '' }), wordsOf(this.options, node)];
  },
  renderText({ node }) {
    return wordsOf(this.options, node);
  },
  addNodeView() {
    return this.options.view?.() ?? null;
  },
});

export const LiveBlockNode = Node.create<FigureOptions>({
  ...shared,
  name: 'live',
  group: 'block',
  draggable: true,
  parseHTML: () => [{ tag: 'div[data-live]', priority: 70 }],
  renderHTML({ node, HTMLAttributes }) {
    return ['div', mergeAttributes(HTMLAttributes, { 'data-live': '' }), wordsOf(this.options, node)];
  },
  renderText({ node }) {
    return wordsOf(this.options, node);
  },
  addNodeView() {
    return this.options.view?.() ?? null;
  },
});

function wordsOf({ say }: FigureOptions, node: Parameters<typeof askedByNode>[0]): string {
  const asked = askedByNode(node);
  return asked ? say(asked) : '';
}
