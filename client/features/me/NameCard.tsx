/** How one is called, and the address one signs in with. */
import { Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import * as z from 'zod';
import { type Me, PersonName } from '../../../shared/people.ts';
import { useChangeMe } from '../../api/me.ts';
import { readForm } from '../../ui/readForm.ts';
import { Refused } from '../../ui/Refused.tsx';
import { StatusLine } from '../../ui/StatusLine.tsx';
import { texts, useText } from '../../ui/text.ts';
import { Card } from './Card.tsx';
import styles from './Card.module.css';

const TEXTS = texts('me.name', {
  en: { title: 'Who I am', name: 'Name', nameWords: 'As it stands beside what you write', email: 'You sign in with {{email}}.', save: 'Save the name', saved: 'Saved', missing: 'A name is missing' },
  it: { title: 'Chi sono', name: 'Nome', nameWords: 'Come appare accanto a ciò che scrivi', email: 'Accedi con {{email}}.', save: 'Salva il nome', saved: 'Salvato', missing: 'Manca il nome' },
});

const Named = z.object({ name: PersonName });

export function NameCard({ me }: { me: Me }) {
  const say = useText(TEXTS);
  const change = useChangeMe();
  const [wrong, setWrong] = useState(false);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const read = readForm(event.currentTarget, Named);
    setWrong(!read.ok);
    if (read.ok) change.mutate(read.data);
  };
  return (
    <Card title={say('title')}>
      <form onSubmit={submit} className={styles.form} noValidate>
        <TextInput
          size="md" name="name" label={say('name')} description={say('nameWords')} defaultValue={me.name} autoComplete="name" maxLength={80}
          error={wrong && say('missing')}
        />
        <p className={styles.hint}>{say('email', { email: me.email })}</p>
        <Refused error={change.error} />
        <div className={styles.end}>
          <Button type="submit" variant="default" loading={change.isPending}>{say('save')}</Button>
          <div role="status">{change.isSuccess && <StatusLine kind="good">{say('saved')}</StatusLine>}</div>
        </div>
      </form>
    </Card>
  );
}
