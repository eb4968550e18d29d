/**
 * Lets an editor suggest instead of write: while it is on, each edit of its person becomes a suggestion.
 *
 * What comes from others, from undo or from an answer passes as it is. Words typed directly into a suggestion of
 * somebody else are the typist's own. Draws blocks and figures that are proposed or struck, and the chosen suggestion.
 */
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap';
import { PROPOSED } from '../../../../shared/suggestions.ts';
import { classFor, labelAt } from './marks.ts';
import { asSuggestion, type Suggester } from './suggest.ts';

export interface SuggestingOptions {
  /** Who writes here; undefined for those who may not suggest. */
  who: () => Suggester | undefined;
  /** Whether their edits are suggestions just now. */
  isOn: () => boolean;
  /** The id of the suggestion that is looked at. */
  current: () => string | undefined;
  /** An edit that cannot be suggested was not made. */
  onRefused: () => void;
  onToggle: () => void;
  /** The caret has moved, by its person. */
  onPlace: (state: EditorState) => void;
}

export const suggestingKey = new PluginKey<DecorationSet>('suggesting');

export const Suggesting = Extension.create<SuggestingOptions>({
  name: 'suggesting',
  addOptions: () => ({ who: () => undefined, isOn: () => false, current: () => undefined, onRefused: () => undefined, onToggle: () => undefined, onPlace: () => undefined }),
  onSelectionUpdate({ editor }) {
    if (editor.isFocused) this.options.onPlace(editor.state);
  },
  addKeyboardShortcuts() {
    return {
      'Mod-Shift-e': () => {
        this.options.onToggle();
        return true;
      },
    };
  },
  dispatchTransaction({ transaction, next }) {
    const who = this.options.who();
    if (!who || !transaction.docChanged || isNobodysEdit(transaction)) return next(transaction);
    const own = asOwnWords(transaction, who);
    if (!this.options.isOn()) return next(own);
    const suggestion = asSuggestion(this.editor.state, own, who);
    if (suggestion) next(suggestion);
    else this.options.onRefused();
  },
  addProseMirrorPlugins() {
    const { options } = this;
    return [
      new Plugin<DecorationSet>({
        key: suggestingKey,
        state: {
          init: (_, state) => drawn(state, options),
          apply: (tr, before, _old, state) => (tr.docChanged || tr.getMeta(suggestingKey) === true ? drawn(state, options) : before),
        },
        props: {
          decorations: state => suggestingKey.getState(state),
          handleDOMEvents: { beforeinput: (view, event) => options.isOn() && view.editable && takeOver(view, event) },
        },
      }),
    ];
  },
});

/**
 * Typed and deleted letters are taken from the browser before it touches the page: beside struck words it rewrites
 * text nodes and blanks, and what is read back from there looks like an edit. Compositions stay with the browser.
 */
function takeOver(view: EditorView, event: InputEvent): boolean {
  if (!event.cancelable || event.isComposing || view.composing) return false;
  const range = rangeOf(view, event);
  if (!range) return false;
  const [from, to] = range;
  if (event.inputType.startsWith('delete') && from < to) view.dispatch(view.state.tr.delete(from, to));
  else if (event.inputType === 'insertText' && event.data) type(view, from, to, event.data);
  else return false;
  event.preventDefault();
  return true;
}

function rangeOf(view: EditorView, event: InputEvent): [number, number] | undefined {
  const { from, to, empty } = view.state.selection;
  const [target] = event.getTargetRanges();
  if (!empty || !target || !event.inputType.startsWith('delete')) return [from, to];
  const ends = [view.posAtDOM(target.startContainer, target.startOffset), view.posAtDOM(target.endContainer, target.endOffset)];
  return [Math.min(...ends), Math.max(...ends)];
}

/** Shortcuts such as `## ` and the slash menu hear of it first. */
function type(view: EditorView, from: number, to: number, letters: string): void {
  const plain = (): Transaction => view.state.tr.insertText(letters, from, to);
  if (!view.someProp('handleTextInput', handle => handle(view, from, to, letters, plain))) view.dispatch(plain());
}

const isNobodysEdit = (tr: Transaction): boolean => tr.getMeta(ySyncPluginKey) !== undefined || tr.getMeta(yUndoPluginKey) !== undefined;

/** Letters typed within a suggestion would take its marks along, and speak in another's name. */
function asOwnWords(tr: Transaction, { by }: Suggester): Transaction {
  for (const [nth, map] of tr.mapping.maps.entries()) {
    const on = tr.mapping.slice(nth + 1);
    map.forEach((_from, _to, start, end) => { freeWords(tr, on.map(start, -1), on.map(end, 1), by); });
  }
  return tr;
}

function freeWords(tr: Transaction, from: number, to: number, by: string): void {
  if (from === to || !tr.doc.resolve(from).sameParent(tr.doc.resolve(to))) return;
  tr.doc.nodesBetween(from, to, (node, at) => {
    if (!node.isText) return;
    for (const what of PROPOSED) {
      const label = labelAt(node, what);
      const mark = tr.doc.type.schema.marks[what];
      if (label && mark && (what === 'deletion' || label.by !== by)) tr.removeMark(Math.max(from, at), Math.min(to, at + node.nodeSize), mark);
    }
  });
}

function drawn(state: EditorState, { current }: SuggestingOptions): DecorationSet {
  const decorations: Decoration[] = [];
  const looked = current();
  state.doc.descendants((node, at) => {
    const classes = classesOf(node, looked);
    if (classes === '') return;
    const range = { class: classes };
    decorations.push(node.isText ? Decoration.inline(at, at + node.nodeSize, range) : Decoration.node(at, at + node.nodeSize, { ...range, 'data-suggestion': idOf(node) }));
  });
  return DecorationSet.create(state.doc, decorations);
}

const idOf = (node: Node): string => PROPOSED.map(what => labelAt(node, what)?.id).find(Boolean) ?? '';

function classesOf(node: Node, looked: string | undefined): string {
  const labels = PROPOSED.flatMap(what => {
    const label = labelAt(node, what);
    return label ? [{ what, label }] : [];
  });
  const marks = node.isText ? [] : labels.map(({ what, label }) => `${classFor(what, label)} suggested-block`);
  const isLooked = looked !== undefined && labels.some(({ label }) => label.id === looked);
  return [...marks, ...(isLooked ? ['suggested-current'] : [])].join(' ');
}
