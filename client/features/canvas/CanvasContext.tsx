/** Hands the open canvas to the components that draw it, and lets each read only what it needs. */
import { createContext, type ReactNode, useCallback, useContext, useSyncExternalStore } from 'react';
import type { CanvasElement } from '../../../shared/documents/canvas.ts';
import type { RichText } from '../../../shared/documents/richtext.ts';
import { type Say, type TextKey, useText } from '../../ui/text.ts';
import type { CanvasParts } from './CanvasParts.ts';
import { useReadable } from '../../collab/CollabContext.tsx';
import type { Attention, Someone } from './people.ts';
import type { CanvasStore } from './store.ts';
import { WORDS } from './words.ts';

/** What other features put into the canvas; `client/app` fills them in. */
export interface Slots {
  /** The panel about a note (its threads), drawn at the side. Without it there is no way to open one. */
  notePanel?: ((noteId: string, close: () => void) => ReactNode) | undefined;
  /** A small mark in the foot of a note (how many comments); it draws its own button, which calls `open`. */
  noteBadge?: ((noteId: string, open: () => void) => ReactNode) | undefined;
  /** In the foot of a note that points at something in the figures: a way there. */
  noteLink?: ((link: string) => ReactNode) | undefined;
  /** Beside the heading of an area: where else it is spoken of. */
  areaBadge?: ((areaId: string) => ReactNode) | undefined;
  /** An entry in the menu of a single note. */
  noteDeed?: ((noteId: string, link: string | undefined) => ReactNode) | undefined;
}

export interface OpenCanvas extends CanvasParts {
  slots: Slots;
  /** Why nothing can be changed just now, in words; null when it can. */
  whyNot: string | null;
}

const Context = createContext<OpenCanvas | null>(null);
export const CanvasProvider = Context.Provider;

export function useCanvas(): OpenCanvas {
  const canvas = useContext(Context);
  if (!canvas) throw new Error('useCanvas outside of a canvas');
  return canvas;
}

export type CanvasSay = Say<(typeof WORDS)['en']>;
export type CanvasWord = TextKey<(typeof WORDS)['en']>;
export const useWords = (): CanvasSay => useText(WORDS);

export function useElement(id: string): CanvasElement | undefined {
  const { store } = useCanvas();
  return useSyncExternalStore(useFollowing(store, id), () => store.element(id));
}

export function useNoteText(id: string): RichText {
  const { store } = useCanvas();
  return useSyncExternalStore(useFollowing(store, id), () => store.text(id));
}

/** The same function while the id stays, so that a card that is drawn again need not subscribe again. */
function useFollowing(store: CanvasStore, id: string) {
  return useCallback((listener: () => void) => store.follow(id, listener), [store, id]);
}

export function useAttention(id: string): Attention {
  const { people } = useCanvas();
  return useSyncExternalStore(people.subscribe, () => people.attentionTo(id));
}

export function useAuthor(id: string): Someone | undefined {
  const { people } = useCanvas();
  return useSyncExternalStore(people.names.subscribe, () => people.authorOf(id));
}

export function useMembersOf(areaId: string): readonly string[] {
  const { store } = useCanvas();
  return useSyncExternalStore(store.members.subscribe, () => store.membersOf(areaId));
}

export function useMayWrite(): boolean {
  return useReadable(useCanvas().room.mayWrite);
}

export function useIsEditing(id: string): boolean {
  const { editing } = useCanvas().passing;
  return useSyncExternalStore(editing.subscribe, () => editing.get() === id);
}
