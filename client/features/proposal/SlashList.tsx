/** The slash menu on screen: a list below the words, read out by the editor's own field while the keys move in it. */
import type { Editor } from '@tiptap/core';
import { useEffect, useId, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { useText } from '../../ui/text.ts';
import type { OpenMenu, SlashMenu } from './SlashMenu.ts';
import type { SlashItem } from './slashItems.ts';
import styles from './SlashList.module.css';
import { WORDS } from './words.ts';

export function SlashList({ editor, menu }: { editor: Editor; menu: SlashMenu }) {
  const open = useSyncExternalStore(menu.subscribe, menu.get);
  const id = useId();
  useSaid(editor, open, id);
  return open ? <List open={open} menu={menu} id={id} /> : null;
}

/** The caret stays in the text; a screen reader hears of the list through the text's own field. */
function useSaid(editor: Editor, open: OpenMenu | undefined, id: string): void {
  const shown = open !== undefined;
  const active = open && open.items.length > 0 ? `${id}-${open.active}` : undefined;
  useEffect(() => {
    if (!shown) return undefined; // a menu opens from within the text, so there is one
    const field = editor.view.dom;
    field.setAttribute('aria-controls', id);
    field.setAttribute('aria-haspopup', 'listbox');
    if (active) field.setAttribute('aria-activedescendant', active);
    return () => {
      for (const name of ['aria-controls', 'aria-haspopup', 'aria-activedescendant']) field.removeAttribute(name);
    };
  }, [editor, shown, active, id]);
}

function List({ open, menu, id }: { open: OpenMenu; menu: SlashMenu; id: string }) {
  const say = useText(WORDS);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (box.current && open.at) place(box.current, open.at);
  }, [open]);
  useLayoutEffect(() => {
    document.getElementById(`${id}-${open.active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, open.active]);
  return (
    <div ref={box} className={styles.box}>
      <ul id={id} role="listbox" aria-label={say('insert')} className={styles.list}>
        {open.items.map((item, nth) => (
          <Item key={item.id} item={item} id={`${id}-${nth}`} first={item.group !== open.items[nth - 1]?.group} active={nth === open.active}
            onPoint={() => { menu.point(nth); }} onChoose={() => { menu.choose(nth); }} />
        ))}
      </ul>
      {open.items.length === 0 && <p className={styles.none}>{say('nothingFound')}</p>}
      <p className="ins-hidden" role="status">{say('found', { count: open.items.length })}</p>
    </div>
  );
}

interface ItemProps {
  item: SlashItem;
  id: string;
  first: boolean;
  active: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

function Item({ item: { icon: Icon, title, hint, group }, id, first, active, onPoint, onChoose }: ItemProps) {
  const say = useText(WORDS);
  return (
    <>
      {first && <li role="presentation" className={styles.group}>{say(`group-${group}`)}</li>}
      {/* Keys belong to the editor; a press must not take the caret out of the text. */}
      <li id={id} role="option" aria-selected={active} className={styles.item} onMouseMove={onPoint} onMouseDown={event => { event.preventDefault(); onChoose(); }}>
        <Icon size={17} strokeWidth={1.75} aria-hidden />
        <span className={styles.title}>{title}</span>
        {hint && <span className={styles.hint}>{hint}</span>}
      </li>
    </>
  );
}

/** Below the `/`, above it where there is no room, never past the edge of the sheet. */
function place(box: HTMLElement, at: DOMRect): void {
  const sheet = box.parentElement?.getBoundingClientRect();
  if (!sheet) return;
  const { height, width } = box.getBoundingClientRect();
  const below = at.bottom + 8 + height < (window.visualViewport?.height ?? window.innerHeight);
  box.style.top = `${Math.round((below || at.top < height ? at.bottom + 8 : at.top - height - 8) - sheet.top)}px`;
  box.style.left = `${Math.round(Math.max(0, Math.min(at.left - sheet.left - 12, sheet.width - width)))}px`;
}
