/** "Done. Undo": for all that can be taken back. It stays eight seconds, longer while somebody points at it. */
import { notifications } from '@mantine/notifications';
import { Undo2 } from 'lucide-react';
import styles from './undoToast.module.css';
import { texts, useText } from './text.ts';

const TEXTS = texts('ui.undo', {
  en: { undo: 'Undo', close: 'Close this message' },
  it: { undo: 'Annulla', close: 'Chiudi questo messaggio' },
});

export const UNDO_FOR_MS = 8_000;

/** Says what was done (in the past tense) and offers to take it back. Returns how to take the message away. */
export function undoToast(done: string, undo: () => void): () => void {
  const id = notifications.show({
    autoClose: UNDO_FOR_MS,
    withCloseButton: false,
    className: styles.toast ?? '',
    message: (
      <Undoable done={done} undo={() => { hide(); undo(); }} />
    ),
  });
  const hide = (): void => { notifications.hide(id); };
  return hide;
}

function Undoable({ done, undo }: { done: string; undo: () => void }) {
  const say = useText(TEXTS);
  return (
    <span className={styles.line}>
      <span className={styles.words}>{done}</span>
      <button type="button" className={styles.undo} onClick={undo}>
        <Undo2 size={16} strokeWidth={1.75} aria-hidden />
        {say('undo')}
      </button>
    </span>
  );
}

/** A plain message that needs no answer: "Link copied." */
export function toast(words: string): void {
  notifications.show({ autoClose: 4_000, withCloseButton: false, className: styles.toast ?? '', message: words });
}
