/** Starting a project: from which outcome, in the client's words, with whom. */
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { StartProject, type TemplateId } from '../../../shared/projects.ts';
import { Language } from '../../../shared/sides.ts';
import { useMe } from '../../api/me.ts';
import { startProject } from '../../api/projects.ts';
import { EmptyPlace } from '../../ui/EmptyPlace.tsx';
import { Page, PageTitle } from '../../ui/Page.tsx';
import { readForm } from '../../ui/readForm.ts';
import { Refused } from '../../ui/Refused.tsx';
import { Select } from '../../ui/Select.tsx';
import { texts, useLanguage, useText } from '../../ui/text.ts';
import styles from './StartProjectPage.module.css';
import { TemplateCards } from './TemplateCards.tsx';

const TEXTS = texts('projects.start', {
  en: {
    title: 'Start a project', under: 'You begin with a table that is already laid; everything on it can be changed.',
    projectTitle: 'Its title, in the client’s words', projectTitleWords: 'What they want to reach, not what we sell', example: 'One customer, one record',
    client: 'The client’s firm', clientExample: 'Modastile S.p.A.', workspace: 'Our firm', currency: 'Currency', language: 'Language of the table',
    en: 'English', it: 'Italiano', start: 'Start the project', missing: 'This is missing', nobody: 'Projects are started by people of the seller’s firm. Ask a colleague who owns the workspace.',
  },
  it: {
    title: 'Inizia un progetto', under: 'Parti da un tavolo già apparecchiato; tutto ciò che c’è sopra si può cambiare.',
    projectTitle: 'Il titolo, con le parole del cliente', projectTitleWords: 'Dove vuole arrivare, non che cosa vendiamo', example: 'Un cliente, una sola anagrafica',
    client: 'L’azienda cliente', clientExample: 'Modastile S.p.A.', workspace: 'La nostra azienda', currency: 'Valuta', language: 'Lingua del tavolo',
    en: 'English', it: 'Italiano', start: 'Inizia il progetto', missing: 'Qui manca qualcosa', nobody: 'I progetti li inizia chi lavora nell’azienda che vende. Chiedi a chi gestisce lo spazio.',
  },
});

const CURRENCIES = ['EUR', 'CHF', 'GBP', 'USD'] as const;

export function StartProjectPage() {
  const say = useText(TEXTS);
  const me = useMe();
  return (
    <Page width="reading">
      <PageTitle under={say('under')}>{say('title')}</PageTitle>
      {me && me.workspaces.length === 0 ? <EmptyPlace>{say('nobody')}</EmptyPlace> : <StartForm workspaces={me?.workspaces ?? []} />}
    </Page>
  );
}

function StartForm({ workspaces }: { workspaces: readonly { id: string; name: string }[] }) {
  const say = useText(TEXTS);
  const language = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [template, setTemplate] = useState<TemplateId>('one-customer');
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const starting = useMutation({
    mutationFn: startProject,
    onSuccess: async project => {
      void queries.invalidateQueries({ queryKey: ['projects'] });
      await navigate(`/projects/${project.id}`);
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const read = readForm(event.currentTarget, StartProject, { template });
    setWrong(read.ok ? new Set() : read.wrong);
    if (read.ok) starting.mutate(read.data);
  };
  const missing = (field: string) => wrong.has(field) && say('missing');
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <TemplateCards chosen={template} choose={setTemplate} />
      <TextInput
        size="md" name="title" label={say('projectTitle')} description={say('projectTitleWords')} placeholder={say('example')}
        autoComplete="off" maxLength={120} error={missing('title')}
      />
      <TextInput size="md" name="clientName" label={say('client')} placeholder={say('clientExample')} autoComplete="off" maxLength={80} error={missing('clientName')} />
      <div className={styles.row}>
        <Select name="currency" size="md" label={say('currency')} options={CURRENCIES.map(value => ({ value, label: value }))} />
        <Select name="language" size="md" label={say('language')} defaultValue={language} options={Language.options.map(value => ({ value, label: say(value) }))} />
        {workspaces.length === 1
          ? <input type="hidden" name="workspaceId" value={workspaces[0]?.id} />
          : <Select name="workspaceId" size="md" label={say('workspace')} options={workspaces.map(({ id, name }) => ({ value: id, label: name }))} />}
      </div>
      <Refused error={starting.error} />
      <Button type="submit" size="md" loading={starting.isPending} className={styles.start}>{say('start')}</Button>
    </form>
  );
}
