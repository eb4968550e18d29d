/**
 * Asks once, for what cannot be undone or reaches other people. The title is the question, the button repeats
 * the verb. For everything else: do it, and offer `undoToast`.
 */
import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './Confirm.module.css';
import { texts, useText } from './text.ts';

const TEXTS = texts('ui.confirm', {
  en: { stay: 'Not now', close: 'Close' },
  it: { stay: 'Non ora', close: 'Chiudi' },
});

interface Props {
  opened: boolean;
  /** The question: "Remove Paolo from this project?" */
  question: string;
  /** The verb again: "Remove Paolo". */
  verb: string;
  /** What follows from it, in sentences. */
  children?: ReactNode;
  onConfirm: () => void;
  onClose: () => void;
  /** True while it is being done. */
  busy?: boolean;
  /** Takes something away from somebody. */
  danger?: boolean;
}

export function Confirm({ opened, question, verb, children, onConfirm, onClose, busy = false, danger = false }: Props) {
  const say = useText(TEXTS);
  return (
    <Modal
      opened={opened} onClose={onClose} title={question} size="md"
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <div className={styles.consequences}>{children}</div>
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose} data-autofocus>{say('stay')}</Button>
        <Button onClick={onConfirm} loading={busy} {...(danger ? { className: styles.danger } : {})}>{verb}</Button>
      </div>
    </Modal>
  );
}
