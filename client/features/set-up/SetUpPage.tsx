/** The first page of a new house: the firm, its first person. Opens with the link that the server printed. */
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { LinkToken, PASSWORD_MIN, SetUp } from '../../../shared/signIn.ts';
import { setUp } from '../../api/signIn.ts';
import { CalmPage } from '../../ui/CalmPage.tsx';
import { readForm } from '../../ui/readForm.ts';
import { Refused } from '../../ui/Refused.tsx';
import { takeFragment } from '../../ui/takeFragment.ts';
import { texts, useLanguage, useText } from '../../ui/text.ts';
import styles from './SetUpPage.module.css';

const TEXTS = texts('setUp.page', {
  en: {
    title: 'Set up our workspace', words: 'Three lines about your firm and you. Everything else you decide when you need it.',
    workspace: 'Our firm', workspaceWords: 'As your clients call it', name: 'Your name', nameWords: 'First and last name', email: 'Your e-mail', password: 'A password',
    passwordWords: 'At least {{min}} characters; a sentence is fine', show: 'Show the password', begin: 'Begin',
    examples: 'Prefer to look at the three examples first? Stop the server and start it with', later: 'Your link is then a new one.',
    missing: 'This is missing', wrongEmail: 'An address looks like name@company.it', short: 'A little longer: at least {{min}} characters',
    noLink: 'The set-up opens with its link', noLinkWords: 'The server prints a link when it starts with an empty store. Open that one; it works once.',
  },
  it: {
    title: 'Prepara il nostro spazio', words: 'Tre righe sulla tua azienda e su di te. Il resto lo decidi quando serve.',
    workspace: 'La nostra azienda', workspaceWords: 'Come la chiamano i tuoi clienti', name: 'Il tuo nome', nameWords: 'Nome e cognome', email: 'La tua e-mail', password: 'Una password',
    passwordWords: 'Almeno {{min}} caratteri; va bene anche una frase', show: 'Mostra la password', begin: 'Comincia',
    examples: 'Vuoi guardare prima i tre esempi? Ferma il server e avvialo con', later: 'Il tuo link sarà poi uno nuovo.',
    missing: 'Qui manca qualcosa', wrongEmail: 'Un indirizzo è fatto così: nome@azienda.it', short: 'Un po’ più lunga: almeno {{min}} caratteri',
    noLink: 'Questa pagina si apre con il suo link', noLinkWords: 'Quando parte con un archivio vuoto, il server stampa un link. Apri quello: vale una volta sola.',
  },
});

export function SetUpPage({ corner }: { corner: ReactNode }) {
  const say = useText(TEXTS);
  const [token] = useState(() => LinkToken.safeParse(takeFragment()));
  if (!token.success) return <CalmPage title={say('noLink')} corner={corner}><p>{say('noLinkWords')}</p></CalmPage>;
  return (
    <CalmPage title={say('title')} corner={corner}>
      <p>{say('words')}</p>
      <SetUpForm token={token.data} />
      <p className={styles.examples}>{say('examples')} <code>npm start -- --demo</code>. {say('later')}</p>
    </CalmPage>
  );
}

function SetUpForm({ token }: { token: string }) {
  const say = useText(TEXTS);
  const language = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const setting = useMutation({
    mutationFn: setUp,
    onSuccess: async () => {
      queries.clear(); // the house has changed from empty to ours
      await navigate('/', { replace: true });
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const read = readForm(event.currentTarget, SetUp, { token, language });
    setWrong(read.ok ? new Set() : read.wrong);
    if (read.ok) setting.mutate(read.data);
  };
  const missing = (field: string) => wrong.has(field) && say('missing');
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextInput size="md" name="workspace" label={say('workspace')} description={say('workspaceWords')} autoComplete="organization" error={missing('workspace')} />
      <TextInput size="md" name="name" label={say('name')} description={say('nameWords')} autoComplete="name" error={missing('name')} />
      <TextInput size="md" name="email" type="email" label={say('email')} autoComplete="email" error={wrong.has('email') && say('wrongEmail')} />
      <PasswordInput
        size="md" name="password" label={say('password')} description={say('passwordWords', { min: PASSWORD_MIN })} autoComplete="new-password"
        error={wrong.has('password') && say('short', { min: PASSWORD_MIN })} visibilityToggleButtonProps={{ 'aria-label': say('show') }}
      />
      <Refused error={setting.error} />
      <Button type="submit" size="md" loading={setting.isPending} className={styles.begin}>{say('begin')}</Button>
    </form>
  );
}
