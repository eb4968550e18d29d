/** All projects of whoever is signed in: find one, open it, put it aside, start another. */
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Plus, Search } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { ProjectView } from '../../../shared/projects.ts';
import { useMe } from '../../api/me.ts';
import { projectsQuery } from '../../api/projects.ts';
import { EmptyPlace } from '../../ui/EmptyPlace.tsx';
import { firstNameOf } from '../../ui/initials.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Page, PageTitle } from '../../ui/Page.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { texts, useText } from '../../ui/text.ts';
import { ProjectRow } from './ProjectRow.tsx';
import styles from './ProjectsPage.module.css';

const TEXTS = texts('projects.list', {
  en: {
    tab: 'Projects', morning: 'Good morning, {{name}}', afternoon: 'Good afternoon, {{name}}', evening: 'Good evening, {{name}}',
    under: 'What you are drawing together, and with whom.', start: 'Start a project', search: 'Search projects', which: 'Which projects', open: 'Open', archived: 'Put aside',
    list: 'Projects', nothing: 'Here stand the projects that you draw up together with a client, each on a table of its own.',
    example: 'For example: “One customer, one record”, Modastile with Nodo.', invited: 'An invitation from whoever leads a project brings you to its table.',
    notFound: 'No project of yours is called like “{{search}}”.', noneArchived: 'Nothing has been put aside. What is put aside can be taken back at any time.',
  },
  it: {
    tab: 'Progetti', morning: 'Buongiorno, {{name}}', afternoon: 'Buon pomeriggio, {{name}}', evening: 'Buonasera, {{name}}',
    under: 'Che cosa state disegnando insieme, e con chi.', start: 'Inizia un progetto', search: 'Cerca tra i progetti', which: 'Quali progetti', open: 'Aperti', archived: 'Messi da parte',
    list: 'Progetti', nothing: 'Qui stanno i progetti che disegni insieme a un cliente, ognuno sul suo tavolo.',
    example: 'Per esempio: «Un cliente, una sola anagrafica», Modastile con Nodo.', invited: 'Ti porta al tavolo di un progetto l’invito di chi lo conduce.',
    notFound: 'Nessuno dei tuoi progetti si chiama «{{search}}».', noneArchived: 'Non c’è nulla di messo da parte. Ciò che metti da parte puoi riprenderlo quando vuoi.',
  },
});

const QUIET_MS = 250;

export function ProjectsPage() {
  const say = useText(TEXTS);
  const me = useMe();
  const [typed, setTyped] = useState('');
  const [archived, setArchived] = useState(false);
  const [search] = useDebouncedValue(typed, QUIET_MS);
  const list = useQuery({ ...projectsQuery({ search, archived }), placeholderData: keepPreviousData });
  const start = me && me.workspaces.length > 0 && (
    <Button component={Link} to="/start" leftSection={<Plus size={18} strokeWidth={2} aria-hidden />}>{say('start')}</Button>
  );
  return (
    <Page>
      <PageTitle under={say('under')} actions={start} tab={say('tab')}>{me ? say(partOfDay(new Date()), { name: firstNameOf(me.name) }) : say('tab')}</PageTitle>
      <div className={styles.tools}>
        <TextInput
          type="search" className={styles.search} aria-label={say('search')} placeholder={say('search')} value={typed} maxLength={120}
          leftSection={<Search size={16} strokeWidth={1.75} aria-hidden />} onChange={event => { setTyped(event.currentTarget.value); }}
        />
        <SegmentedControl
          aria-label={say('which')} value={archived ? 'archived' : 'open'} onChange={value => { setArchived(value === 'archived'); }}
          data={[{ value: 'open', label: say('open') }, { value: 'archived', label: say('archived') }]}
        />
      </div>
      <Refused error={list.error} again={() => void list.refetch()} />
      {list.isPending && <Loading lines={6} />}
      {list.data && <Rows projects={list.data.projects} search={search} archived={archived} start={start} />}
    </Page>
  );
}

interface RowsProps {
  projects: readonly ProjectView[];
  search: string;
  archived: boolean;
  start: ReactNode;
}

function Rows({ projects, search, archived, start }: RowsProps) {
  const say = useText(TEXTS);
  if (projects.length > 0) {
    return <ul className={styles.list} aria-label={say('list')}>{projects.map(project => <ProjectRow key={project.id} project={project} />)}</ul>;
  }
  if (search) return <EmptyPlace>{say('notFound', { search })}</EmptyPlace>;
  if (archived) return <EmptyPlace>{say('noneArchived')}</EmptyPlace>;
  return <EmptyPlace action={start} example={say(start ? 'example' : 'invited')}>{say('nothing')}</EmptyPlace>;
}

function partOfDay(now: Date): 'morning' | 'afternoon' | 'evening' {
  const hour = now.getHours();
  if (hour < 13 && hour >= 4) return 'morning';
  return hour < 18 && hour >= 13 ? 'afternoon' : 'evening';
}
