/**
 * The suggestions of one person's page: whether they suggest just now, what is open and answered, which one is looked
 * at, and their answers. Follows the document and the editor it is given; draws nothing, and knows no React.
 */
import type { AnyExtension, Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, TextSelection } from '@tiptap/pm/state';
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import type { Standing } from '../../../../shared/access.ts';
import { answeredSuggestions, answerSuggestion, openSuggestions, type OpenSuggestion } from '../../../../shared/documents/suggestions.ts';
import { metaRoot, proposalRoot } from '../../../../shared/documents/roots.ts';
import type { MemberId } from '../../../../shared/ids.ts';
import { type Answered, mayAnswer, mayWithdraw, type Outcome, PROPOSED } from '../../../../shared/suggestions.ts';
import { labelAt, suggestionMarks } from './marks.ts';
import type { Suggester } from './suggest.ts';
import { Suggesting, suggestingKey } from './Suggesting.ts';

export interface Seen {
  isOn: boolean;
  open: readonly OpenSuggestion[];
  answered: readonly Answered[];
  /** The id of the one that is looked at. */
  current: string | undefined;
  /** How often an edit could not be suggested; it was not made. */
  refused: number;
}

export interface SuggestionsParts {
  doc: Y.Doc;
  me: Standing & { memberId: MemberId };
  now: () => number; // epoch ms
  makeId: () => string;
  /** Keeps the choice for this person on this device. */
  kept: { get: () => boolean; set: (isOn: boolean) => void };
}

/** Long enough that a fast typist costs a few reads a second. */
const BEHIND_MS = 120;

export class Suggestions {
  readonly #parts: SuggestionsParts;
  readonly #listeners = new Set<() => void>();
  #editor: Editor | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #seen: Seen;

  constructor(parts: SuggestionsParts) {
    this.#parts = parts;
    this.#seen = { isOn: parts.kept.get(), current: undefined, refused: 0, ...this.#read() };
  }

  readonly get = (): Seen => this.#seen;
  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) this.#follow(true);
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#follow(false);
    };
  };

  /** What the editor needs so that it suggests while this is on. */
  extensions(): AnyExtension[] {
    const { me, now, makeId } = this.#parts;
    const who: Suggester = { by: me.memberId, side: me.side, fresh: () => ({ id: makeId(), by: me.memberId, side: me.side, at: now() }) };
    return [
      ...suggestionMarks(),
      Suggesting.configure({
        who: () => who,
        isOn: () => this.#seen.isOn,
        current: () => this.#seen.current,
        onRefused: () => { this.#set({ refused: this.#seen.refused + 1 }); },
        onToggle: () => { this.toggle(); },
        onPlace: state => { this.#look(labelHere(state)); },
      }),
    ];
  }

  /** The editor in which suggestions are shown; undefined when it goes. */
  attach(editor: Editor | undefined): void {
    this.#editor = editor;
  }

  toggle(): void {
    this.#parts.kept.set(!this.#seen.isOn);
    this.#set({ isOn: !this.#seen.isOn, refused: 0 });
  }

  mayAnswer(suggestion: OpenSuggestion): boolean {
    return mayAnswer(this.#parts.me, suggestion);
  }

  mayWithdraw(suggestion: OpenSuggestion): boolean {
    return mayWithdraw(this.#parts.me, suggestion);
  }

  /** Does nothing for those who may not; the interface offers it to nobody else. */
  answer(id: string, outcome: Outcome): void {
    const { doc, me, now } = this.#parts;
    const suggestion = openSuggestions(proposalRoot(doc)).find(each => each.id === id);
    if (!suggestion || !(outcome === 'withdrawn' ? this.mayWithdraw(suggestion) : this.mayAnswer(suggestion))) return;
    this.#ownStep();
    answerSuggestion(doc, { id, outcome, by: me.memberId, at: now() }, ySyncPluginKey);
    this.#ownStep();
    this.#renew();
  }

  /** Shows the next (1) or previous (-1) one from the one that is looked at, around the end. */
  step(by: 1 | -1): OpenSuggestion | undefined {
    const { open, current } = this.#seen;
    const at = open.findIndex(({ id }) => id === current);
    const next = at < 0 ? open.at(by === 1 ? 0 : -1) : open[(at + by + open.length) % open.length];
    if (next) this.show(next.id);
    return next;
  }

  /** Brings its place in the text into view, and the caret to it; the focus stays where it is. */
  show(id: string): void {
    const editor = this.#editor;
    const at = editor?.isInitialized ? placeOf(editor.state.doc, id) : undefined;
    if (editor && at !== undefined) editor.view.dispatch(editor.state.tr.setSelection(TextSelection.near(editor.state.doc.resolve(at))).scrollIntoView());
    this.#look(id);
  }

  #look(current: string | undefined): void {
    if (current === this.#seen.current) return;
    this.#set({ current });
    const editor = this.#editor;
    if (editor?.isInitialized) queueMicrotask(() => { if (!editor.isDestroyed) editor.view.dispatch(editor.state.tr.setMeta(suggestingKey, true)); });
  }

  /** An answer is one step of its own for whoever takes it back. */
  #ownStep(): void {
    const undo = this.#editor?.isInitialized ? (yUndoPluginKey.getState(this.#editor.state) as { undoManager?: Y.UndoManager } | undefined) : undefined;
    undo?.undoManager?.stopCapturing();
  }

  #follow(on: boolean): void {
    const { doc } = this.#parts;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!on) {
      proposalRoot(doc).unobserveDeep(this.#later);
      metaRoot(doc).unobserve(this.#later);
      return;
    }
    proposalRoot(doc).observeDeep(this.#later);
    metaRoot(doc).observe(this.#later);
    this.#seen = { ...this.#seen, ...this.#read() };
  }

  readonly #later = (): void => {
    this.#timer ??= setTimeout(this.#renew, BEHIND_MS);
  };

  readonly #renew = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const read = this.#read();
    const isSame = JSON.stringify([read.open, read.answered]) === JSON.stringify([this.#seen.open, this.#seen.answered]);
    if (!isSame) this.#set(read);
  };

  #read(): Pick<Seen, 'open' | 'answered'> {
    const open = openSuggestions(proposalRoot(this.#parts.doc));
    return { open, answered: answeredSuggestions(this.#parts.doc, open) };
  }

  #set(change: Partial<Seen>): void {
    this.#seen = { ...this.#seen, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}

/** The suggestion at the caret: of the word before it, after it, or of the block it is in. */
function labelHere({ selection }: EditorState): string | undefined {
  const { $head } = selection;
  for (const node of [$head.nodeBefore, $head.nodeAfter, $head.depth > 0 ? $head.parent : null]) {
    for (const what of PROPOSED) {
      const label = node ? labelAt(node, what) : undefined;
      if (label) return label.id;
    }
  }
  return undefined;
}

function placeOf(doc: Node, id: string): number | undefined {
  let place: number | undefined;
  doc.descendants((node, at) => {
    if (place === undefined && PROPOSED.some(what => labelAt(node, what)?.id === id)) place = node.isText ? at : at + (node.isLeaf ? 0 : 1);
    return place === undefined;
  });
  return place;
}
