/** Joining for the first time, with a name, an address and a password; or with the ones somebody already has. */
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { AcceptInvitation } from '../../../shared/invitations.ts';
import { PASSWORD_MIN, SignIn } from '../../../shared/signIn.ts';
import { meQuery } from '../../api/me.ts';
import { signIn } from '../../api/signIn.ts';
import { readForm } from '../../ui/readForm.ts';
import { Refused } from '../../ui/Refused.tsx';
import { texts, useLanguage, useText } from '../../ui/text.ts';
import styles from './JoinPage.module.css';
import { useAccept } from './useAccept.ts';

const TEXTS = texts('invitations.newcomer', {
  en: {
    known: 'I have an account', fresh: 'I am new here', name: 'Your name', email: 'Your e-mail', password: 'Choose a password', present: 'Your password',
    passwordWords: 'At least {{min}} characters; a sentence is fine', show: 'Show the password', join: 'Take my seat', signIn: 'Sign in',
    missing: 'This is missing', wrongEmail: 'An address looks like name@company.it', short: 'A little longer: at least {{min}} characters',
  },
  it: {
    known: 'Ho già un account', fresh: 'Sono qui per la prima volta', name: 'Il tuo nome', email: 'La tua e-mail', password: 'Scegli una password', present: 'La tua password',
    passwordWords: 'Almeno {{min}} caratteri; va bene anche una frase', show: 'Mostra la password', join: 'Prendi posto', signIn: 'Accedi',
    missing: 'Qui manca qualcosa', wrongEmail: 'Un indirizzo è fatto così: nome@azienda.it', short: 'Un po’ più lunga: almeno {{min}} caratteri',
  },
});

/** `email`: the only address that may use this invitation, when it was sent to one. */
export function JoinAsNewcomer({ token, email }: { token: string; email: string | null }) {
  const say = useText(TEXTS);
  const [known, setKnown] = useState(false);
  return (
    <>
      {known ? <KnownForm email={email} /> : <NewForm token={token} email={email} />}
      <p className={styles.small}>
        <button type="button" className={styles.other} onClick={() => { setKnown(!known); }}>{say(known ? 'fresh' : 'known')}</button>
      </p>
    </>
  );
}

const Newcomer = AcceptInvitation.shape.newcomer.unwrap();

function NewForm({ token, email }: { token: string; email: string | null }) {
  const say = useText(TEXTS);
  const language = useLanguage();
  const accepting = useAccept();
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const read = readForm(event.currentTarget, Newcomer, { language });
    setWrong(read.ok ? new Set() : read.wrong);
    if (read.ok) accepting.mutate({ token, newcomer: read.data });
  };
  return (
    <form onSubmit={submit} className={styles.form} noValidate>
      <TextInput size="md" name="name" label={say('name')} autoComplete="name" maxLength={80} error={wrong.has('name') && say('missing')} />
      <EmailField email={email} wrong={wrong.has('email')} />
      <PasswordInput
        size="md" name="password" label={say('password')} description={say('passwordWords', { min: PASSWORD_MIN })} autoComplete="new-password"
        error={wrong.has('password') && say('short', { min: PASSWORD_MIN })} visibilityToggleButtonProps={{ 'aria-label': say('show') }}
      />
      <Refused error={accepting.error} />
      <Button type="submit" size="lg" fullWidth loading={accepting.isPending}>{say('join')}</Button>
    </form>
  );
}

/** Signing in changes who is here; the page then offers to join as them. */
function KnownForm({ email }: { email: string | null }) {
  const say = useText(TEXTS);
  const queries = useQueryClient();
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const coming = useMutation({ mutationFn: signIn, onSuccess: () => queries.invalidateQueries({ queryKey: meQuery.queryKey }) });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const read = readForm(event.currentTarget, SignIn);
    setWrong(read.ok ? new Set() : read.wrong);
    if (read.ok) coming.mutate(read.data);
  };
  return (
    <form onSubmit={submit} className={styles.form} noValidate>
      <EmailField email={email} wrong={wrong.has('email')} />
      <PasswordInput
        size="md" name="password" label={say('present')} autoComplete="current-password" error={wrong.has('password') && say('missing')}
        visibilityToggleButtonProps={{ 'aria-label': say('show') }}
      />
      <Refused error={coming.error} />
      <Button type="submit" size="lg" fullWidth loading={coming.isPending}>{say('signIn')}</Button>
    </form>
  );
}

function EmailField({ email, wrong }: { email: string | null; wrong: boolean }) {
  const say = useText(TEXTS);
  return (
    <TextInput
      size="md" name="email" type="email" label={say('email')} autoComplete="email" defaultValue={email ?? ''} readOnly={email !== null}
      error={wrong && say('wrongEmail')}
    />
  );
}
