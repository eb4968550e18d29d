/** Everything at `/projects/:projectId`: finds the project, then lays its table. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ProjectId } from '../../../shared/ids.ts';
import { isRefusal } from '../../api/queries.ts';
import { projectQuery } from '../../api/projects.ts';
import { CalmPage } from '../../ui/CalmPage.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { texts, useText } from '../../ui/text.ts';
import { useRefusal } from '../../ui/useRefusal.ts';
import { NotFound } from '../NotFound.tsx';
import { ProjectTable } from './ProjectTable.tsx';

const TEXTS = texts('app.project', {
  en: { failed: 'The project does not open just now', again: 'Try again' },
  it: { failed: 'Per ora il progetto non si apre', again: 'Riprova' },
});

export function ProjectPages() {
  const read = ProjectId.safeParse(useParams()['projectId']);
  return read.success ? <FoundProject key={read.data} projectId={read.data} /> : <NotFound />;
}

function FoundProject({ projectId }: { projectId: ProjectId }) {
  const project = useQuery(projectQuery(projectId));
  if (project.data) return <ProjectTable project={project.data} />;
  if (project.isPending) return <Loading />;
  if (isRefusal(project.error, 'not-found')) return <NotFound />;
  return <Failed error={project.error} again={() => void project.refetch()} />;
}

function Failed({ error, again }: { error: unknown; again: () => void }) {
  const say = useText(TEXTS);
  const sentence = useRefusal(error);
  return <CalmPage title={say('failed')} action={<Button onClick={again}>{say('again')}</Button>}><p>{sentence}</p></CalmPage>;
}
