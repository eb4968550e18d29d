/** One note or passage that was set aside: where it stood, its words, and what can be done with it. */
import { Button } from '@mantine/core';
import { Check, Copy, FileText, StickyNote } from 'lucide-react';
import { useState } from 'react';
import { plainText } from '../../../shared/documents/richtext.ts';
import { PaperCard } from '../../ui/PaperCard.tsx';
import { RichTextView } from '../../ui/RichTextView.tsx';
import { texts, useText } from '../../ui/text.ts';
import styles from './Salvage.module.css';
import type { Unsent } from './unsent.ts';

const TEXTS = texts('salvage.card', {
  en: {
    note: 'A note on the canvas', changed: 'A note on the canvas, which reads otherwise there now', proposal: 'In the proposal',
    copy: 'Copy the words', copied: 'Copied', back: 'Put back', backNote: 'Put back beside it', backEnd: 'Put back at the end',
  },
  it: {
    note: 'Una nota sulla tavola', changed: 'Una nota sulla tavola, dove ora si legge altro', proposal: 'Nella proposta',
    copy: 'Copia le parole', copied: 'Copiato', back: 'Rimetti', backNote: 'Rimetti accanto', backEnd: 'Rimetti in fondo',
  },
});

interface Props {
  unsent: Unsent;
  /** Undefined while nothing can be written. */
  onPutBack: (() => void) | undefined;
}

export function UnsentCard({ unsent, onPutBack }: Props) {
  const say = useText(TEXTS);
  const Icon = unsent.kind === 'note' ? StickyNote : FileText;
  const where = unsent.kind === 'proposal' ? 'proposal' : unsent.isThere ? 'changed' : 'note';
  const verb = unsent.kind === 'proposal' ? 'backEnd' : unsent.isThere ? 'backNote' : 'back';
  return (
    <PaperCard tone="sunken">
      <p className={styles.where}><Icon size={16} strokeWidth={1.75} aria-hidden />{say(where)}</p>
      <RichTextView text={unsent.text} headings={['h4', 'h5', 'h6']} className={styles.words ?? ''} />
      <div className={styles.buttons}>
        {/* Pages without https have no clipboard; there words can be marked and copied by hand. */}
        {'clipboard' in navigator && <CopyButton words={plainText(unsent.text)} />}
        {onPutBack && <Button size="xs" onClick={onPutBack}>{say(verb)}</Button>}
      </div>
    </PaperCard>
  );
}

function CopyButton({ words }: { words: string }) {
  const say = useText(TEXTS);
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    void navigator.clipboard.writeText(words).then(() => { setCopied(true); }, () => undefined);
  };
  const Icon = copied ? Check : Copy;
  return (
    <Button size="xs" variant="default" leftSection={<Icon size={14} strokeWidth={1.75} aria-hidden />} onClick={copy}>
      <span aria-live="polite">{say(copied ? 'copied' : 'copy')}</span>
    </Button>
  );
}
