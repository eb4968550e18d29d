/** The link of an invitation just made: shown this once, to be handed over. */
import { Button, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { Check, Copy } from 'lucide-react';
import type { InvitationMade } from '../../../shared/invitations.ts';
import { Notice } from '../../ui/Notice.tsx';
import { texts, useText } from '../../ui/text.ts';
import { useFormat } from '../../ui/useFormat.ts';
import styles from './people.module.css';

const TEXTS = texts('people.link', {
  en: {
    once: 'This link is shown only now. It works once, until {{date}}.', link: 'Link of the invitation', copy: 'Copy the link', copied: 'Copied',
    sent: 'The letter to {{email}} is on its way.', failed: 'The letter to {{email}} did not go out. The invitation stands: hand the link over yourself.', done: 'Done',
  },
  it: {
    once: 'Questo link si vede solo adesso. Vale una volta sola, fino al {{date}}.', link: 'Link dell’invito', copy: 'Copia il link', copied: 'Copiato',
    sent: 'La lettera a {{email}} è in viaggio.', failed: 'La lettera a {{email}} non è partita. L’invito vale lo stesso: consegna tu il link.', done: 'Fatto',
  },
});

const COPIED_MS = 3_000;

export function InvitationLink({ made, onDone }: { made: InvitationMade; onDone: () => void }) {
  const say = useText(TEXTS);
  const format = useFormat();
  const clipboard = useClipboard({ timeout: COPIED_MS });
  const email = made.email ?? '';
  return (
    <div className={styles.invite}>
      <Notice tone="good">{say('once', { date: format.date(made.expiresAt) })}</Notice>
      {made.letter === 'sent' && <p className={styles.letter}>{say('sent', { email })}</p>}
      {made.letter === 'failed' && <Notice tone="attention">{say('failed', { email })}</Notice>}
      <div className={styles.link}>
        <TextInput size="md" readOnly label={say('link')} value={made.link} onFocus={event => { event.currentTarget.select(); }} className={styles.linkField} />
        <Button
          size="md" onClick={() => { clipboard.copy(made.link); }}
          leftSection={clipboard.copied ? <Check size={18} strokeWidth={2} aria-hidden /> : <Copy size={18} strokeWidth={1.75} aria-hidden />}
        >
          {say(clipboard.copied ? 'copied' : 'copy')}
        </Button>
      </div>
      <span role="status" className="ins-hidden">{clipboard.copied && say('copied')}</span>
      <Button variant="default" size="md" onClick={onDone} className={styles.make}>{say('done')}</Button>
    </div>
  );
}
