/** Versions, approval and receipts of a project; beside receipts the page says when the text has changed since. */
import type { ProjectView } from '../../../shared/projects.ts';
import { useMembers } from '../../api/members.ts';
import { ApprovalPages } from '../../features/approval/ApprovalPages.tsx';
import { ChangedSince } from '../../features/approval/ChangedSince.tsx';

export function ApprovalPlace({ project }: { project: ProjectView }) {
  return <ApprovalPages project={project} members={useMembers(project.id)} banner={<ChangedSince project={project} />} />;
}
