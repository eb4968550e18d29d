/** The proposal, with the people of this project to give its carets their names. */
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
  return <ProposalPage project={project} members={useMembers(project.id)} banner={<ChangedSince project={project} />} />;
}
