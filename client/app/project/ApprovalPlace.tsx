/** Versions, approval and receipts of a project; beside receipts the page says when the text has changed since. */
import type { ProjectView } from '../../../shared/projects.ts';
import { useMembers } from '../../api/members.ts';
import { ApprovalPages } from '../../features/approval/ApprovalPages.tsx';
import { ChangedSince } from '../../features/approval/ChangedSince.tsx';
import { OpenDoubts } from '../../features/doubts/OpenDoubts.tsx';
import { useScenarioNames } from './useScenarioNames.ts';

export function ApprovalPlace({ project }: { project: ProjectView }) {
  const members = useMembers(project.id);
  const nameOf = useScenarioNames();
  return (
    <ApprovalPages
      project={project} members={members} banner={<ChangedSince project={project} />}
      doubts={<OpenDoubts project={project} members={members} nameOf={nameOf} />}
    />
  );
}
