/** Coming in with a password, or asking for a letter with a link. */
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound, Mail } from 'lucide-react';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { AskForLink, SignIn } from '../../../shared/signIn.ts';
import { meQuery } from '../../api/me.ts';
import { askForLink, setupQuery, signIn } from '../../api/signIn.ts';
import { Notice } from '../../ui/Notice.tsx';
import { readForm } from '../../ui/readForm.ts';
import { Refused } from '../../ui/Refused.tsx';
import { texts, useText } from '../../ui/text.ts';
import styles from './SignInForm.module.css';

const TEXTS = texts('signIn.form', {
  en: {
    email: 'Your e-mail', example: 'name@company.it', password: 'Password', show: 'Show the password', signIn: 'Sign in', byLink: 'Send me a link instead', byPassword: 'Use my password',
    sendLink: 'Send the link', wrongEmail: 'An address looks like name@company.it', noPassword: 'Your password is missing',
    sent: 'Look in your letters', sentWords: 'If {{email}} has a place here, a link is on its way. It works once, for ten minutes.', outbox: 'On this computer letters stay in the outbox.',
  },
  it: {
    email: 'La tua e-mail', example: 'nome@azienda.it', password: 'Password', show: 'Mostra la password', signIn: 'Accedi', byLink: 'Mandami un link', byPassword: 'Usa la password',
    sendLink: 'Manda il link', wrongEmail: 'Un indirizzo è fatto così: nome@azienda.it', noPassword: 'Manca la password',
    sent: 'Guarda nella posta', sentWords: 'Se {{email}} ha un posto qui, il link è in viaggio. Vale una volta sola, per dieci minuti.', outbox: 'Su questo computer le lettere restano nella posta in uscita.',
  },
});

/** `compact`: in one row, where something else follows below. Whoever comes in is seen at once by the page around it. */
export function SignInForm({ compact = false }: { compact?: boolean }) {
  const [byLink, setByLink] = useState(false);
  const flip = () => { setByLink(!byLink); };
  return (
    <div className={`${styles.ways} ${compact ? styles.compact : ''}`}>
      {byLink ? <LinkForm flip={flip} /> : <PasswordForm flip={flip} />}
    </div>
  );
}

function PasswordForm({ flip }: { flip: () => void }) {
  const say = useText(TEXTS);
  const queries = useQueryClient();
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const coming = useMutation({
    mutationFn: signIn,
    onSuccess: () => queries.invalidateQueries({ queryKey: meQuery.queryKey }),
  });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const read = readForm(event.currentTarget, SignIn);
    setWrong(read.ok ? new Set() : read.wrong);
    if (read.ok) coming.mutate(read.data);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.fields}>
        <EmailField wrong={wrong.has('email')} />
        <PasswordInput
          className={styles.field} size="md" name="password" label={say('password')} autoComplete="current-password"
          error={wrong.has('password') && say('noPassword')} visibilityToggleButtonProps={{ 'aria-label': say('show') }}
        />
        <Button type="submit" size="md" className={styles.go} loading={coming.isPending}>{say('signIn')}</Button>
      </div>
      <OtherWay icon={<Mail size={16} strokeWidth={1.75} aria-hidden />} onClick={flip}>{say('byLink')}</OtherWay>
      <Refused error={coming.error} />
    </form>
  );
}

function LinkForm({ flip }: { flip: () => void }) {
  const say = useText(TEXTS);
  const [wrong, setWrong] = useState(false);
  const asking = useMutation({ mutationFn: askForLink });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const read = readForm(event.currentTarget, AskForLink);
    setWrong(!read.ok);
    if (read.ok) asking.mutate(read.data);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.fields}>
        <EmailField wrong={wrong} />
        <Button type="submit" size="md" className={styles.go} loading={asking.isPending}>{say('sendLink')}</Button>
      </div>
      <OtherWay icon={<KeyRound size={16} strokeWidth={1.75} aria-hidden />} onClick={flip}>{say('byPassword')}</OtherWay>
      {asking.isSuccess && <Sent email={asking.variables.email} />}
      <Refused error={asking.error} />
    </form>
  );
}

/** The same words whether or not somebody has this address. */
function Sent({ email }: { email: string }) {
  const say = useText(TEXTS);
  const isLocal = useQuery(setupQuery).data?.demoAllowed ?? false;
  return (
    <Notice tone="good" icon={Mail} title={say('sent')}>
      <p>{say('sentWords', { email })}</p>
      {isLocal && <p><a href="/outbox">{say('outbox')}</a></p>}
    </Notice>
  );
}

function EmailField({ wrong }: { wrong: boolean }) {
  const say = useText(TEXTS);
  return (
    <TextInput
      className={styles.field} size="md" name="email" type="email" label={say('email')} placeholder={say('example')} autoComplete="username"
      error={wrong && say('wrongEmail')}
    />
  );
}

function OtherWay({ icon, children, onClick }: { icon: ReactNode; children: string; onClick: () => void }) {
  return (
    <button type="button" className={styles.other} onClick={onClick}>
      {icon}
      {children}
    </button>
  );
}
