/** Beside an area on the canvas: that the proposal stands on it, and the way to the section (or the first of several). */
import { FileText } from 'lucide-react';
import { type ReactNode, useCallback } from 'react';
import { Link } from 'react-router';
import type * as Y from 'yjs';
import { type SectionOnArea, sectionsOnAreas } from '../../../../shared/documents/linkedAreas.ts';
import { proposalRoot } from '../../../../shared/documents/roots.ts';
import type { ProjectView } from '../../../../shared/projects.ts';
import { useText } from '../../../ui/text.ts';
import { useFormat } from '../../../ui/useFormat.ts';
import { useLiveText } from '../useLiveText.ts';
import styles from './InProposal.module.css';
import { AREA_WORDS } from './words.ts';

/** The same function while no link changes: a new one draws the whole board again. */
export function useInProposal(project: ProjectView, doc: Y.Doc): (areaId: string) => ReactNode {
  const said = JSON.stringify(sectionsOnAreas(useLiveText(proposalRoot(doc))));
  return useCallback(areaId => {
    const sections = (JSON.parse(said) as Record<string, SectionOnArea[]>)[areaId];
    return sections ? <InProposal projectId={project.id} sections={sections} /> : null;
  }, [project.id, said]);
}

function InProposal({ projectId, sections }: { projectId: string; sections: readonly SectionOnArea[] }) {
  const say = useText(AREA_WORDS);
  const format = useFormat();
  const name = say('toSection', { section: format.list(sections.map(({ nth, title }) => `${nth + 1}. ${title}`)) });
  return (
    <Link to={`/projects/${projectId}/proposal?section=${sections[0]?.nth ?? 0}`} className={`${styles.way} nodrag nopan`} aria-label={name} title={name}>
      <FileText size={14} strokeWidth={1.75} aria-hidden />
      {sections.map(({ nth }) => nth + 1).join(', ')}
    </Link>
  );
}
