/** The table around a sheet's cells: pointer, keys and clipboard come in here and go to the sheet. */
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useLanguage, useText } from '../../../ui/text.ts';
import { keyInEditor, keyOnCell } from './sheetKeys.ts';
import type { Sheet } from './Sheet.ts';
import styles from './Sheet.module.css';
import { CELL_WORDS, SheetContext, WordsContext } from './SheetContext.ts';

interface Props {
  sheet: Sheet;
  label: string;
  className?: string | undefined;
  children: ReactNode;
  /** Head and foot included: where not every row is drawn. */
  rowCount?: number | undefined;
  /** Below the table, about the cell one is in. */
  foot?: ReactNode;
}

export function SheetTable({ sheet, label, className = '', rowCount, children, foot }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useClipboard(sheet, box);
  const words = useWords();
  return (
    <SheetContext value={sheet}>
      <WordsContext value={words}>
      <div ref={box} onBlur={() => { leaveWithFocus(sheet, box.current); }}>
        {/* The grid takes keys for the cell that has the focus within it. */}
        <table
          role="grid" aria-label={label} aria-rowcount={rowCount} className={`${styles.table} ${className}`}
          onMouseDown={event => { press(sheet, event); }} onMouseMove={event => { drag(sheet, event); }} onDoubleClick={event => { editHere(sheet, event); }}
          onFocus={event => { enter(sheet, event.target); }} onKeyDown={event => { type(sheet, event); }}
        >
          {children}
        </table>
        {foot}
      </div>
      </WordsContext>
    </SheetContext>
  );
}

/** The same function until the language changes, so that cells are not drawn again with their table. */
function useWords() {
  const say = useText(CELL_WORDS);
  const language = useLanguage();
  const latest = useRef(say);
  useLayoutEffect(() => {
    latest.current = say;
  });
  return useMemo<typeof say>(() => {
    void language;
    return (key, values) => latest.current(key, values);
  }, [language]);
}

const cellAt = (target: EventTarget): HTMLElement | null => (target instanceof Element ? target.closest<HTMLElement>('[data-slot]') : null);
const slotAt = (target: EventTarget): string | undefined => cellAt(target)?.dataset['slot'];
const isOwnControl = (target: EventTarget): boolean => target instanceof Element && target.closest('button, a, input, textarea, select') !== null;

/** A cell that got the focus by the Tab key, or from a screen reader, is the one we are in. */
function enter(sheet: Sheet, target: EventTarget): void {
  const slot = target instanceof HTMLElement ? target.dataset['slot'] : undefined;
  if (slot !== undefined && !sheet.editing && !sheet.isActive(slot)) sheet.goTo(slot);
}

function press(sheet: Sheet, event: MouseEvent): void {
  const slot = slotAt(event.target);
  if (slot === undefined || event.button !== 0 || isOwnControl(event.target)) return;
  event.preventDefault(); // no selecting of text: the choice is of cells
  // What is being typed elsewhere is written first.
  if (sheet.editing && document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const again = sheet.isActive(slot) && !event.shiftKey;
  sheet.goTo(slot, event.shiftKey);
  // Also where it was active already: a button beside it may have taken the focus along when it went.
  cellAt(event.target)?.focus({ preventScroll: true });
  if (again && matchMedia('(pointer: coarse)').matches) sheet.edit();
}

function drag(sheet: Sheet, event: MouseEvent): void {
  const slot = slotAt(event.target);
  if (event.buttons !== 1 || slot === undefined || sheet.active === undefined || sheet.editing || sheet.isActive(slot)) return;
  sheet.goTo(slot, true);
}

function editHere(sheet: Sheet, event: MouseEvent): void {
  if (slotAt(event.target) !== undefined && !isOwnControl(event.target)) sheet.edit();
}

function type(sheet: Sheet, event: KeyboardEvent): void {
  const { target, nativeEvent } = event;
  const inEditor = target instanceof HTMLInputElement && sheet.editing !== undefined;
  if (!inEditor && (slotAt(target) === undefined || isOwnControl(target))) return;
  if (inEditor ? keyInEditor(sheet, nativeEvent, target.value) : keyOnCell(sheet, nativeEvent)) event.preventDefault();
}

/** The focus goes nowhere for a moment when an editor closes: look only once it has settled. */
function leaveWithFocus(sheet: Sheet, box: HTMLElement | null): void {
  setTimeout(() => {
    if (document.hasFocus() && sheet.active !== undefined && !box?.contains(document.activeElement)) sheet.leave();
  });
}

/** The browser sends these to the page, not to the cell that has the focus. */
function useClipboard(sheet: Sheet, box: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const concerns = (event: ClipboardEvent): DataTransfer | undefined => {
      const focus = document.activeElement;
      const here = sheet.active !== undefined && !sheet.editing && focus !== null && box.current?.contains(focus) === true && !isOwnControl(focus);
      return here ? (event.clipboardData ?? undefined) : undefined;
    };
    const copy = (event: ClipboardEvent): void => {
      const data = concerns(event);
      if (!data) return;
      data.setData('text/plain', sheet.copy());
      event.preventDefault();
      if (event.type === 'cut') sheet.clear();
    };
    const paste = (event: ClipboardEvent): void => {
      const data = concerns(event);
      if (!data) return;
      event.preventDefault();
      sheet.paste(data.getData('text/plain'));
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
      document.removeEventListener('paste', paste);
    };
  }, [sheet, box]);
}
