/**
 * Carets and selections of others in the text: where they are comes from their presence, who they are never does.
 *
 * A presence state is written by its page and believed in nothing but a place (Sync 9): names and sides are looked
 * up by the client id that the server issued, and a place that cannot be found is simply not drawn.
 * One plugin for every text of a room: the proposal and the notes each keep their caret under a key of their own.
 * Instead of y-tiptap's own plugin, which draws the name and colour a state claims and trips over forged ones.
 */
import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import * as z from 'zod';
import type { Side } from '../../shared/sides.ts';
import type { LiveRoom } from './types.ts';

export interface Writer {
  name: string;
  side: Side;
}
/** Undefined for pages nobody has been issued, and for one's own. */
export type WriterOf = (clientId: number) => Writer | undefined;

export interface CaretOptions {
  room: Pick<LiveRoom, 'awareness' | 'seats'>;
  writerOf: WriterOf;
  /** The key of the caret within a presence state: a kind of text keeps to its own. */
  field: string;
}

const Caret = z.object({ anchor: z.record(z.string(), z.unknown()), head: z.record(z.string(), z.unknown()) });
type Caret = z.infer<typeof Caret>;

/** What a page says about where its writer is; undefined when it says nothing readable. */
export function caretOf(awareness: Awareness, clientId: number, field: string): Caret | undefined {
  const state = awareness.getStates().get(clientId) as Record<string, unknown> | undefined;
  const read = Caret.safeParse(state?.[field]);
  return read.success ? read.data : undefined;
}

const caretsKey = new PluginKey<DecorationSet>('carets');

export const Carets = Extension.create<CaretOptions>({
  name: 'carets',
  addProseMirrorPlugins() {
    const { options } = this;
    return [
      new Plugin<DecorationSet>({
        key: caretsKey,
        state: {
          init: () => DecorationSet.empty,
          apply: (change, drawn, _before, state) =>
            mustFindAgain(change) ? drawAll(state, options) : drawn.map(change.mapping, change.doc),
        },
        props: { decorations: state => caretsKey.getState(state) },
        view: view => follow(view, options),
      }),
    ];
  },
});

/** Text of others replaces whole nodes, in which a mapped caret would slip; a place in Yjs terms does not. */
function mustFindAgain(change: Transaction): boolean {
  return change.getMeta(caretsKey) === true || change.getMeta(ySyncPluginKey) !== undefined;
}

function drawAll(state: EditorState, { room: { awareness }, writerOf, field }: CaretOptions): DecorationSet {
  const drawn = [...awareness.getStates().keys()].flatMap(clientId => {
    const writer = clientId === awareness.clientID ? undefined : writerOf(clientId);
    const caret = writer && caretOf(awareness, clientId, field);
    return writer && caret ? draw(state, clientId, writer, caret) : [];
  });
  return DecorationSet.create(state.doc, drawn);
}

function draw(state: EditorState, clientId: number, writer: Writer, caret: Caret): Decoration[] {
  const [anchor, head] = [placeOf(state, caret.anchor), placeOf(state, caret.head)];
  if (anchor === undefined || head === undefined) return [];
  // The place is part of the key: a caret that moves is drawn afresh, and shows its name again for a while.
  const flag = Decoration.widget(head, () => drawCaret(writer), { key: `${clientId}:${head}:${writer.name}`, side: 10, ignoreSelection: true });
  const selection = Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), { class: `caret-selection caret-${writer.side}` });
  return anchor === head ? [flag] : [flag, selection];
}

interface Binding {
  doc: Y.Doc;
  type: Y.XmlFragment;
  binding: { mapping: Parameters<typeof relativePositionToAbsolutePosition>[3] } | null;
}

function placeOf(state: EditorState, position: unknown): number | undefined {
  const sync = ySyncPluginKey.getState(state) as Binding | undefined;
  if (!sync?.binding) return undefined;
  try {
    const place = relativePositionToAbsolutePosition(sync.doc, sync.type, Y.createRelativePositionFromJSON(position), sync.binding.mapping);
    return place === null ? undefined : Math.min(Math.max(place, 0), state.doc.content.size);
  } catch {
    return undefined; // a forged or outlived place: that one caret is not drawn
  }
}

function drawCaret({ name, side }: Writer): HTMLElement {
  const caret = document.createElement('span');
  caret.className = `caret caret-${side}`;
  // The flag hangs below its line, or it would be cut off at the top of the sheet. A word joiner keeps the line's height.
  const flag = document.createElement('span');
  flag.className = 'caret-flag';
  flag.textContent = name;
  caret.append('\u2060', flag, '\u2060');
  return caret;
}

/** Draws others' carets when their presence or the table of seats changes, and tells them about one's own. */
function follow(view: EditorView, { room, field }: CaretOptions): { update(): void; destroy(): void } {
  const { awareness } = room;
  let frame = 0;
  const redraw = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(caretsKey, true).setMeta('addToHistory', false));
    });
  };
  const othersMoved = ({ added, updated, removed }: { added: number[]; updated: number[]; removed: number[] }): void => {
    if ([...added, ...updated, ...removed].some(id => id !== awareness.clientID)) redraw();
  };
  const tell = (): void => tellCaret(view, awareness, field);
  awareness.on('change', othersMoved);
  const stopSeats = room.seats.subscribe(redraw);
  view.dom.addEventListener('focus', tell);
  view.dom.addEventListener('blur', tell);
  redraw();
  return {
    update: tell,
    destroy() {
      cancelAnimationFrame(frame);
      awareness.off('change', othersMoved);
      stopSeats();
      view.dom.removeEventListener('focus', tell);
      view.dom.removeEventListener('blur', tell);
      if (awareness.getLocalState()?.[field]) awareness.setLocalStateField(field, null);
    },
  };
}

/** Says it only when it changed: each call travels to everybody. */
function tellCaret(view: EditorView, awareness: Awareness, field: string): void {
  const now = view.hasFocus() ? caretNow(view.state) : null;
  const before: unknown = awareness.getLocalState()?.[field] ?? null;
  if (JSON.stringify(now) !== JSON.stringify(before)) awareness.setLocalStateField(field, now);
}

function caretNow(state: EditorState): Caret | null {
  const sync = ySyncPluginKey.getState(state) as Binding | undefined;
  if (!sync?.binding) return null;
  const { type, binding } = sync;
  const asPlain = (position: number): Record<string, unknown> =>
    Y.relativePositionToJSON(absolutePositionToRelativePosition(position, type, binding.mapping) as Y.RelativePosition) as Record<string, unknown>;
  return { anchor: asPlain(state.selection.anchor), head: asPlain(state.selection.head) };
}
