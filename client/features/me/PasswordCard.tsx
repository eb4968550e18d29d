/** Setting a password, or another one. Other devices are signed out by it. */
import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { ChangePassword, PASSWORD_MIN } from '../../../shared/signIn.ts';
import { changePassword } from '../../api/me.ts';
import { readForm } from '../../ui/readForm.ts';
import { Refused } from '../../ui/Refused.tsx';
import { StatusLine } from '../../ui/StatusLine.tsx';
import { texts, useText } from '../../ui/text.ts';
import { Card } from './Card.tsx';
import styles from './Card.module.css';

const TEXTS = texts('me.password', {
  en: {
    title: 'Password', present: 'Your present password', presentWords: 'Leave it empty if you have never had one', next: 'The new one', nextWords: 'At least {{min}} characters; a sentence is fine',
    show: 'Show the password', change: 'Change the password', changed: 'Changed. Other devices have been signed out.', short: 'A little longer: at least {{min}} characters',
  },
  it: {
    title: 'Password', present: 'La password di adesso', presentWords: 'Lasciala vuota se non ne hai mai avuta una', next: 'La nuova', nextWords: 'Almeno {{min}} caratteri; va bene anche una frase',
    show: 'Mostra la password', change: 'Cambia la password', changed: 'Cambiata. Gli altri dispositivi sono stati disconnessi.', short: 'Un po’ più lunga: almeno {{min}} caratteri',
  },
});

export function PasswordCard() {
  const say = useText(TEXTS);
  const changing = useMutation({ mutationFn: changePassword });
  const [short, setShort] = useState(false);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const read = readForm(form, ChangePassword);
    setShort(!read.ok);
    if (read.ok) changing.mutate(read.data, { onSuccess: () => { form.reset(); } });
  };
  const show = { 'aria-label': say('show') };
  return (
    <Card title={say('title')}>
      <form onSubmit={submit} className={styles.form} noValidate>
        <PasswordInput size="md" name="present" label={say('present')} description={say('presentWords')} autoComplete="current-password" visibilityToggleButtonProps={show} />
        <PasswordInput
          size="md" name="next" label={say('next')} description={say('nextWords', { min: PASSWORD_MIN })} autoComplete="new-password"
          error={short && say('short', { min: PASSWORD_MIN })} visibilityToggleButtonProps={show}
        />
        <Refused error={changing.error} />
        <div className={styles.end}>
          <Button type="submit" variant="default" loading={changing.isPending}>{say('change')}</Button>
          <div role="status">{changing.isSuccess && <StatusLine kind="good">{say('changed')}</StatusLine>}</div>
        </div>
      </form>
    </Card>
  );
}
