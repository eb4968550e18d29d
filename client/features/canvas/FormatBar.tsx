/** Bold, lists and links for the note being written. Buttons keep the caret where it is. */
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Bold, Italic, Link as LinkIcon, List, ListOrdered, type LucideIcon, Strikethrough, Underline } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import { safeHref } from '../../../shared/documents/richtext.ts';
import { useWords } from './CanvasContext.tsx';
import { ToolButton } from './ToolButton.tsx';

const MARKS = ['bold', 'italic', 'underline', 'strike'] as const;
const MARK_ICON: Record<(typeof MARKS)[number], LucideIcon> = { bold: Bold, italic: Italic, underline: Underline, strike: Strikethrough };

export function FormatBar({ editor }: { editor: Editor }) {
  const say = useWords();
  const [linking, setLinking] = useState(false);
  const on = useEditorState({ editor, selector: ({ editor: now }) => activeIn(now) });
  return (
    <div className="cv-bar" role="toolbar" aria-label={say('format')} data-note-bar>
      {MARKS.map(mark => (
        <ToolButton key={mark} icon={MARK_ICON[mark]} name={say(mark)} keepFocus pressed={on[mark]} onPress={() => editor.chain().focus().toggleMark(mark).run()} />
      ))}
      <span className="cv-bar-gap" />
      <ToolButton icon={List} name={say('bullets')} keepFocus pressed={on.bulletList} onPress={() => editor.chain().focus().toggleBulletList().run()} />
      <ToolButton icon={ListOrdered} name={say('numbers')} keepFocus pressed={on.orderedList} onPress={() => editor.chain().focus().toggleOrderedList().run()} />
      <ToolButton icon={LinkIcon} name={say('link')} keepFocus={linking} pressed={on.link || linking} onPress={() => setLinking(!linking)} />
      {linking && <LinkField editor={editor} onDone={() => setLinking(false)} />}
    </div>
  );
}

function activeIn(editor: Editor) {
  const is = (name: string): boolean => editor.isActive(name);
  return {
    bold: is('bold'), italic: is('italic'), underline: is('underline'), strike: is('strike'),
    bulletList: is('bulletList'), orderedList: is('orderedList'), link: is('link'),
  };
}

function LinkField({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const say = useWords();
  const [address, setAddress] = useState(() => String(editor.getAttributes('link')['href'] ?? ''));
  const set = (event: SubmitEvent): void => {
    event.preventDefault();
    const typed = address.trim();
    const href = safeHref(/^[a-z]+:/i.test(typed) ? typed : `https://${typed}`);
    const chain = editor.chain().focus().extendMarkRange('link');
    if (typed === '') chain.unsetLink().run();
    else if (href) chain.setLink({ href }).run();
    onDone();
  };
  return (
    <form className="cv-link-form" onSubmit={set}>
      <input
        className="cv-field" aria-label={say('linkAddress')} placeholder="https://" value={address} autoFocus
        onChange={event => setAddress(event.target.value)}
        onKeyDown={event => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          editor.commands.focus();
          onDone();
        }}
      />
      <button type="submit" className="cv-text-button">{address.trim() ? say('setLink') : say('noLink')}</button>
    </form>
  );
}
