/** The proposal, with the people of this project to give its carets their names. */
import type { ProjectView } from '../../../shared/projects.ts';
import { useMembers } from '../../api/members.ts';
import { ChangedSince } from '../../features/approval/ChangedSince.tsx';
import { ProposalPage } from '../../features/proposal/ProposalPage.tsx';

export function ProposalPlace({ project }: { project: ProjectView }) {
  return <ProposalPage project={project} members={useMembers(project.id)} banner={<ChangedSince project={project} />} />;
}
