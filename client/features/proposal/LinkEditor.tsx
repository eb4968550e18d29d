/** Sets, changes, opens and removes the link at the caret: a small card below the words. Only safe addresses pass. */
import { Button, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { ExternalLink, Pencil, Unlink, X } from 'lucide-react';
import { type SyntheticEvent, useId, useState } from 'react';
import { safeHref } from '../../../shared/documents/richtext.ts';
import { FieldError } from '../../ui/FieldError.tsx';
import { useText } from '../../ui/text.ts';
import styles from './LinkEditor.module.css';
import { asAddress } from './address.ts';
import { WORDS } from './words.ts';

interface Props {
  editor: Editor;
  asking: boolean;
  onAsk: () => void;
  onDone: () => void;
}

/** Stays away unless the caret is in a link or somebody asked for one. */
export function LinkEditor({ editor, asking, onAsk, onDone }: Props) {
  const at = useEditorState({ editor, selector: ({ editor: current }) => placeOf(current, asking) });
  if (!asking && at.href === undefined) return null;
  return (
    <div className={styles.card} style={{ top: at.top, left: at.left }} data-link-editor>
      {asking ? <AddressForm editor={editor} href={at.href ?? ''} onDone={onDone} /> : <LinkLine editor={editor} href={at.href ?? ''} onAsk={onAsk} />}
    </div>
  );
}

/**
 * Below the selection, in the coordinates of the sheet that holds the editor. Measured only when something will
 * stand there: measuring costs a layout at each keystroke, and before the editor is mounted there is nothing to measure.
 */
function placeOf(editor: Editor, asking: boolean): { href: string | undefined; top: number; left: number } {
  const href = editor.isActive('link') ? String(editor.getAttributes('link')['href'] ?? '') : undefined;
  if (!editor.isInitialized || (!asking && href === undefined)) return { href, top: 0, left: 0 };
  const sheet = editor.view.dom.parentElement?.getBoundingClientRect();
  const caret = editor.view.coordsAtPos(editor.state.selection.from);
  if (!sheet) return { href, top: 0, left: 0 };
  return { href, top: Math.round(caret.bottom - sheet.top + 8), left: Math.round(Math.max(0, Math.min(caret.left - sheet.left - 24, sheet.width - 340))) };
}

function LinkLine({ editor, href, onAsk }: { editor: Editor; href: string; onAsk: () => void }) {
  const say = useText(WORDS);
  const safe = safeHref(href);
  return (
    <div className={styles.line}>
      {safe && (
        <a className={styles.address} href={safe} target="_blank" rel="noopener noreferrer">
          <ExternalLink size={14} strokeWidth={1.75} aria-hidden />
          <span className={styles.shown}>{safe.replace(/^(https?:\/\/|mailto:)/i, '')}</span>
          <span className="ins-hidden">{say('openLink')}</span>
        </a>
      )}
      <button type="button" className={styles.small} onClick={onAsk} aria-label={say('editLink')} title={say('editLink')}><Pencil size={15} strokeWidth={1.75} aria-hidden /></button>
      <button
        type="button" className={styles.small} aria-label={say('removeLink')} title={say('removeLink')}
        onClick={() => editor.chain().focus().extendMarkRange('link').unsetLink().run()}
      >
        <Unlink size={15} strokeWidth={1.75} aria-hidden />
      </button>
    </div>
  );
}

function AddressForm({ editor, href, onDone }: { editor: Editor; href: string; onDone: () => void }) {
  const say = useText(WORDS);
  const [address, setAddress] = useState(href);
  const [wrong, setWrong] = useState(false);
  const id = useId();
  const set = (event: SyntheticEvent): void => {
    event.preventDefault();
    const safe = asAddress(address);
    if (safe === undefined) return setWrong(true);
    putLink(editor, safe);
    onDone();
  };
  const leave = (): void => {
    editor.commands.focus();
    onDone();
  };
  return (
    <form className={styles.form} onSubmit={set}>
      <TextInput
        label={say('address')} placeholder={say('addressHint')} value={address} data-autofocus autoFocus
        onChange={event => {
          setAddress(event.currentTarget.value);
          setWrong(false);
        }}
        onKeyDown={event => { if (event.key === 'Escape') leave(); }}
        inputMode="url" autoComplete="off" spellCheck={false}
        error={wrong && <FieldError id={id}>{say('addressUnsafe')}</FieldError>}
      />
      <div className={styles.buttons}>
        <Button type="submit" size="xs">{say('saveLink')}</Button>
        <button type="button" className={styles.small} onClick={leave} aria-label={say('close')}><X size={16} strokeWidth={1.75} aria-hidden /></button>
      </div>
    </form>
  );
}

/** Onto the link that is there, onto the selected words, or as words of its own. */
function putLink(editor: Editor, href: string): void {
  const chain = editor.chain().focus();
  if (editor.isActive('link')) chain.extendMarkRange('link').setLink({ href }).run();
  else if (!editor.state.selection.empty) chain.setLink({ href }).run();
  else chain.insertContent([{ type: 'text', text: href.replace(/^mailto:/i, ''), marks: [{ type: 'link', attrs: { href } }] }, { type: 'text', text: ' ' }]).run();
}
