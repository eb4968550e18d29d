/** The proposal (`?section=3` begins at the fourth one), with the people of this project to give its carets their names. */
import { useSearchParams } from 'react-router';
import type { ProjectView } from '../../../shared/projects.ts';
import { useMembers } from '../../api/members.ts';
import { ChangedSince } from '../../features/approval/ChangedSince.tsx';
import { ProposalPage } from '../../features/proposal/ProposalPage.tsx';
import { useTabTitle } from '../../ui/Page.tsx';
import { useText } from '../../ui/text.ts';
import { PLACE_WORDS } from './places.ts';

export function ProposalPlace({ project }: { project: ProjectView }) {
  const say = useText(PLACE_WORDS);
  useTabTitle(`${say('proposal')} · ${project.title}`);
  const [params] = useSearchParams();
  const asked = Number.parseInt(params.get('section') ?? '', 10);
  return <ProposalPage project={project} members={useMembers(project.id)} shownSection={asked >= 0 ? asked : undefined} banner={<ChangedSince project={project} />} />;
}
