/** The conversation about one thing of this project: puts the comments panel where a page has room for it. */
import type { Anchor } from '../../../shared/comments.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { useMembers } from '../../api/members.ts';
import { CommentsPanel } from '../../features/comments/CommentsPanel.tsx';
import { shortFirm } from '../../ui/shortFirm.ts';

interface Props {
  project: ProjectView;
  anchor: Anchor;
  /** The first words of what it is about. */
  heading?: string;
  onClose?: () => void;
}

export function Talk({ project, ...rest }: Props) {
  const people = useMembers(project.id);
  return <CommentsPanel projectId={project.id} people={people} me={project.me} firm={shortFirm(project.sellerName)} {...rest} />;
}
