/**
 * Places for the chips of linked sections within the editor: one below each heading that has links. The places are
 * decorations, so nothing of them is in the text; what stands in them is drawn by `SectionChips.tsx`.
 */
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { type AreaLink, areaIdsOf } from '../../../../shared/documents/sectionAreas.ts';
import { isSectionHeading } from './linking.ts';

export interface ChipPlace {
  key: string;
  element: HTMLElement;
  areas: readonly AreaLink[];
}

const KEY = new PluginKey<DecorationSet>('sectionLinks');

export class SectionLinks {
  #places: readonly ChipPlace[] = [];
  readonly #listeners = new Set<() => void>();
  #told = false;

  readonly get = (): readonly ChipPlace[] => this.#places;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  extension(): Extension {
    const draw = (doc: Node): DecorationSet => this.#draw(doc);
    return Extension.create({
      name: 'sectionLinks',
      addProseMirrorPlugins: () => [new Plugin<DecorationSet>({
        key: KEY,
        state: { init: (_config, { doc }) => draw(doc), apply: (change, drawn) => (change.docChanged ? draw(change.doc) : drawn) },
        props: { decorations: state => KEY.getState(state) },
      })],
    });
  }

  /** The key says what stands there: a heading that moves keeps its chips, another link draws new ones. */
  #draw(doc: Node): DecorationSet {
    const places: Decoration[] = [];
    let nth = 0;
    doc.forEach((node, at) => {
      if (!isSectionHeading(node)) return;
      nth += 1;
      const ids = areaIdsOf(node.attrs['areas']);
      if (ids.length === 0) return;
      const key = `areas ${nth} ${ids.join(' ')}`;
      places.push(Decoration.widget(at + node.nodeSize, () => this.#open(key, ids.map(id => ({ id }))), {
        key, side: -1, ignoreSelection: true, stopEvent: () => true, destroy: element => { this.#close(element); },
      }));
    });
    return DecorationSet.create(doc, places);
  }

  #open(key: string, areas: readonly AreaLink[]): HTMLElement {
    const element = document.createElement('div');
    element.className = 'section-areas';
    element.contentEditable = 'false';
    this.#set([...this.#places, { key, element, areas }]);
    return element;
  }

  #close(element: globalThis.Node): void {
    this.#set(this.#places.filter(place => place.element !== element));
  }

  /** Told after the editor has drawn, and once: it may be in the middle of a page that React draws. */
  #set(places: readonly ChipPlace[]): void {
    this.#places = places;
    if (this.#told) return;
    this.#told = true;
    queueMicrotask(() => {
      this.#told = false;
      for (const listener of [...this.#listeners]) listener();
    });
  }
}
