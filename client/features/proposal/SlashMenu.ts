/**
 * The slash menu as plain state: opened by a typed `/`, narrowed by what follows, moved by keys, closed by a choice.
 * The editor's suggestion plugin feeds it, a component draws it; it knows neither words nor looks.
 */
import { type Editor, Extension, type Range } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { exitSuggestion, Suggestion, type SuggestionKeyDownProps, type SuggestionProps } from '@tiptap/suggestion';
import { findItems, type SlashItem } from './slashItems.ts';

export interface OpenMenu {
  items: readonly SlashItem[];
  active: number;
  /** Where the `/` stands on screen. */
  at: DOMRect | null;
}

const KEY = new PluginKey('slashMenu');

/** One word may still become a name; a sentence that finds nothing is a sentence. */
const isName = (typed: string, finds: (query: string) => boolean): boolean => !/\s/.test(typed) || (!typed.startsWith(' ') && finds(typed));

export class SlashMenu {
  #open: OpenMenu | undefined;
  #choose: ((item: SlashItem) => void) | undefined;
  readonly #listeners = new Set<() => void>();
  /** A button wrote the `/`, so Escape takes it away again. */
  #byButton = false;

  readonly get = (): OpenMenu | undefined => this.#open;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  choose(nth: number): void {
    const item = this.#open?.items[nth];
    if (item) this.#choose?.(item);
  }

  point(nth: number): void {
    if (this.#open && nth !== this.#open.active) this.#set({ ...this.#open, active: nth });
  }

  /** For those who have no `/` at hand. */
  openAt(editor: Editor): void {
    this.#byButton = true;
    const before = editor.state.selection.$from.nodeBefore;
    const apart = before && !(before.isText && /\s$/.test(before.text ?? '')) ? ' /' : '/';
    editor.chain().focus().insertContent(apart).run();
  }

  /** `itemsOf`: everything there is to choose from at this moment. */
  extension(itemsOf: (editor: Editor) => SlashItem[]): Extension {
    const menu = this as SlashMenu;
    return Extension.create({
      name: 'slashMenu',
      addProseMirrorPlugins() {
        return [Suggestion<SlashItem, SlashItem>({
          editor: this.editor, pluginKey: KEY, char: '/', decorationClass: 'slash',
          items: ({ query, editor }) => findItems(itemsOf(editor), query),
          command: ({ editor, range, props }) => { props.act(editor, range); },
          // With spaces as long as something goes by that name: "S1: chart" is how the list itself writes it.
          allowSpaces: true,
          allow: ({ editor, state, range }) => editor.isEditable && !editor.isActive('codeBlock') && !editor.isActive('code')
            && isName(state.doc.textBetween(range.from + 1, range.to), query => findItems(itemsOf(editor), query).length > 0),
          render: () => ({
            onStart: props => { menu.#follow(props, 0); },
            onUpdate: props => { menu.#follow(props, 0); },
            onExit: () => { menu.#leave(); },
            onKeyDown: props => menu.#key(props, this.editor),
          }),
        })];
      },
    });
  }

  #follow({ items, clientRect, command }: SuggestionProps<SlashItem, SlashItem>, active: number): void {
    this.#choose = item => { command(item); };
    this.#set({ items, active, at: clientRect?.() ?? null });
  }

  #leave(): void {
    this.#byButton = false;
    this.#set(undefined);
  }

  #key({ event, range, view }: SuggestionKeyDownProps, editor: Editor): boolean {
    const open = this.#open;
    if (!open) return false;
    if (event.key === 'Escape') return this.#escape(editor, range);
    if (open.items.length === 0) return false;
    const last = open.items.length - 1;
    const step = { ArrowDown: open.active === last ? 0 : open.active + 1, ArrowUp: open.active === 0 ? last : open.active - 1, PageDown: Math.min(last, open.active + 8), PageUp: Math.max(0, open.active - 8) }[event.key];
    if (step !== undefined) this.#set({ ...open, active: step });
    else if (event.key === 'Enter' || event.key === 'Tab') this.choose(open.active);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') exitSuggestion(view, KEY);
    return step !== undefined || event.key === 'Enter' || event.key === 'Tab';
  }

  #escape(editor: Editor, range: Range): boolean {
    if (this.#byButton) editor.commands.deleteRange(range);
    return true;
  }

  #set(open: OpenMenu | undefined): void {
    this.#open = open;
    for (const listener of [...this.#listeners]) listener();
  }
}
