/** The formatting bar: every button has a name, says whether it is on, and one stop of the Tab key reaches them all. */
import { Menu, Tooltip } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import {
  Bold, ChevronDown, Italic, Link as LinkIcon, List, ListOrdered, Plus, Redo2, Strikethrough, Table as TableIcon, Underline, Undo2, type LucideIcon,
} from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useText } from '../../ui/text.ts';
import { AreaMenu } from './areas/AreaMenu.tsx';
import type { CanvasAreas } from './areas/CanvasAreas.ts';
import { useFormatKeys } from './keys.ts';
import styles from './Toolbar.module.css';
import { WORDS } from './words.ts';

const STYLES = ['text', 'section', 'small', 'quote', 'code'] as const;
type Style = (typeof STYLES)[number];
/** On the button itself, where every word costs a tool its place. */
const STYLE_SHORT = { text: 'styleText', section: 'shortSection', small: 'shortSmall', quote: 'styleQuote', code: 'styleCode' } as const;
const STYLE_WORDS = { text: 'styleText', section: 'styleSection', small: 'styleSmall', quote: 'styleQuote', code: 'styleCode' } as const;

/** What the bar shows of the editor; recomputed with each step, redrawn only when something of it differs. */
const look = (editor: Editor) => ({
  style: styleOf(editor),
  bold: editor.isActive('bold'),
  italic: editor.isActive('italic'),
  underline: editor.isActive('underline'),
  strike: editor.isActive('strike'),
  bullets: editor.isActive('bulletList'),
  numbers: editor.isActive('orderedList'),
  link: editor.isActive('link'),
  inTable: editor.isActive('table'),
  mayUndo: editor.can().undo(),
  mayRedo: editor.can().redo(),
});

function styleOf(editor: Editor): Style {
  if (editor.isActive('codeBlock')) return 'code';
  if (editor.isActive('heading', { level: 3 })) return 'small';
  if (editor.isActive('heading')) return 'section';
  return editor.isActive('blockquote') ? 'quote' : 'text';
}

function setStyle(editor: Editor, style: Style): void {
  const plain = editor.chain().focus().setParagraph();
  if (editor.isActive('blockquote') && style !== 'quote') plain.lift('blockquote');
  if (style === 'section') plain.setHeading({ level: 2 });
  if (style === 'small') plain.setHeading({ level: 3 });
  if (style === 'quote' && !editor.isActive('blockquote')) plain.setBlockquote();
  if (style === 'code') plain.setCodeBlock();
  plain.run();
}

/** `children`: what comes first in the bar. */
export function Toolbar({ editor, areas, onLink, onInsert, children }: { editor: Editor; areas: CanvasAreas; onLink: () => void; onInsert: () => void; children: ReactNode }) {
  const say = useText(WORDS);
  const keys = useFormatKeys();
  const on = useEditorState({ editor, selector: ({ editor: current }) => look(current) });
  const bar = useRef<HTMLDivElement>(null);
  const tool = (name: string, icon: LucideIcon, act: () => void, more: { pressed?: boolean; keys?: string; disabled?: boolean } = {}) => (
    <Tool name={name} icon={icon} act={act} {...more} />
  );
  return (
    <div ref={bar} role="toolbar" aria-label={say('toolbar')} className={styles.bar} onKeyDown={event => { moveAlong(event, bar.current); }}>
      {children}
      <StyleMenu style={on.style} choose={style => { setStyle(editor, style); }} />
      <Gap />
      {tool(say('bold'), Bold, () => editor.chain().focus().toggleBold().run(), { pressed: on.bold, keys: keys('B') })}
      {tool(say('italic'), Italic, () => editor.chain().focus().toggleItalic().run(), { pressed: on.italic, keys: keys('I') })}
      {tool(say('underline'), Underline, () => editor.chain().focus().toggleUnderline().run(), { pressed: on.underline, keys: keys('U') })}
      {tool(say('strike'), Strikethrough, () => editor.chain().focus().toggleStrike().run(), { pressed: on.strike, keys: keys('S', true) })}
      <Gap />
      {tool(say('bullets'), List, () => editor.chain().focus().toggleBulletList().run(), { pressed: on.bullets, keys: keys('8', true) })}
      {tool(say('numbers'), ListOrdered, () => editor.chain().focus().toggleOrderedList().run(), { pressed: on.numbers, keys: keys('7', true) })}
      {tool(say('link'), LinkIcon, onLink, { pressed: on.link, keys: keys('K') })}
      <TableMenu editor={editor} inTable={on.inTable} />
      <AreaMenu editor={editor} areas={areas} />
      <Gap />
      <Tooltip label={say('insertKeys')}>
        <button type="button" className={`${styles.tool} ${styles.insert}`} tabIndex={-1} onMouseDown={event => { event.preventDefault(); }} onClick={onInsert}>
          <Plus size={18} strokeWidth={1.75} aria-hidden />{say('insert')}
        </button>
      </Tooltip>
      <Gap />
      {tool(say('undo'), Undo2, () => editor.chain().focus().undo().run(), { disabled: !on.mayUndo, keys: keys('Z') })}
      {tool(say('redo'), Redo2, () => editor.chain().focus().redo().run(), { disabled: !on.mayRedo, keys: keys('Z', true) })}
    </div>
  );
}

const Gap = () => <span className={styles.gap} role="separator" aria-orientation="vertical" />;

interface ToolProps {
  name: string;
  icon: LucideIcon;
  act: () => void;
  pressed?: boolean;
  keys?: string;
  disabled?: boolean;
}

/** A press must not take the caret out of the text: on a phone the keyboard would fold away. */
function Tool({ name, icon: Icon, act, pressed, keys, disabled = false }: ToolProps) {
  return (
    <Tooltip label={keys ? `${name} (${keys})` : name}>
      <button
        type="button" className={styles.tool} aria-label={name} aria-disabled={disabled} tabIndex={-1}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        onMouseDown={event => { event.preventDefault(); }} onClick={disabled ? undefined : act}
      >
        <Icon size={18} strokeWidth={1.75} aria-hidden />
      </button>
    </Tooltip>
  );
}

/** Arrow keys walk along the bar; the first button is its one stop for Tab. */
function moveAlong(event: KeyboardEvent, bar: HTMLElement | null): void {
  const step = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
  if (step === undefined || !bar) return;
  const tools = [...bar.querySelectorAll<HTMLElement>(':scope > button')];
  const at = tools.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  tools[Math.min(Math.max(at + step, 0), tools.length - 1)]?.focus();
}

function StyleMenu({ style, choose }: { style: Style; choose: (style: Style) => void }) {
  const say = useText(WORDS);
  return (
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <button type="button" className={`${styles.tool} ${styles.style}`} aria-label={`${say('style')}: ${say(STYLE_WORDS[style])}`} onMouseDown={event => { event.preventDefault(); }}>
          {say(STYLE_SHORT[style])}
          <ChevronDown size={16} strokeWidth={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {STYLES.map(each => (
          <Menu.Item key={each} onClick={() => { choose(each); }} className={styles[`as-${each}`] ?? ''} {...(each === style ? { 'data-chosen': true } : {})}>
            {say(STYLE_WORDS[each])}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function TableMenu({ editor, inTable }: { editor: Editor; inTable: boolean }) {
  const say = useText(WORDS);
  const chain = () => editor.chain().focus();
  const item = (words: string, act: () => unknown): ReactNode => <Menu.Item onClick={() => { act(); }}>{words}</Menu.Item>;
  return (
    <Menu position="bottom" returnFocus={false}>
      <Menu.Target>
        <button type="button" className={styles.tool} aria-label={say('table')} aria-pressed={inTable} tabIndex={-1} onMouseDown={event => { event.preventDefault(); }}>
          <TableIcon size={18} strokeWidth={1.75} aria-hidden />
        </button>
      </Menu.Target>
      {inTable ? (
        <Menu.Dropdown>
          {item(say('rowAbove'), () => chain().addRowBefore().run())}
          {item(say('rowBelow'), () => chain().addRowAfter().run())}
          {item(say('columnLeft'), () => chain().addColumnBefore().run())}
          {item(say('columnRight'), () => chain().addColumnAfter().run())}
          <Menu.Divider />
          {item(say('headerRow'), () => chain().toggleHeaderRow().run())}
          {item(say('mergeCells'), () => chain().mergeOrSplit().run())}
          <Menu.Divider />
          {item(say('removeRow'), () => chain().deleteRow().run())}
          {item(say('removeColumn'), () => chain().deleteColumn().run())}
          {item(say('removeTable'), () => chain().deleteTable().run())}
        </Menu.Dropdown>
      ) : (
        <Menu.Dropdown>
          {item(say('insertTable'), () => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run())}
          {item(say('rule'), () => chain().setHorizontalRule().run())}
        </Menu.Dropdown>
      )}
    </Menu>
  );
}
