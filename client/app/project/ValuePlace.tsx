/** The value page, with the people of this project to give its cells their authors, and the doubts about each scenario put in. */
import type { ProjectView } from '../../../shared/projects.ts';
import { useMembers } from '../../api/members.ts';
import { useRoom } from '../../collab/CollabContext.tsx';
import { DrawnFrom } from '../../features/doubts/DrawnFrom.tsx';
import { DoubtStrip } from '../../features/doubts/DoubtStrip.tsx';
import { ValuePage } from '../../features/value/ValuePage.tsx';
import { PageTitle } from '../../ui/Page.tsx';
import { useText } from '../../ui/text.ts';
import { NothingHere } from '../NotFound.tsx';
import { AllDoubts } from './AllDoubts.tsx';
import { Changed } from './Changed.tsx';
import { PLACE_WORDS } from './places.ts';
import { ScenarioDoubts } from './ScenarioDoubts.tsx';

export function ValuePlace({ project }: { project: ProjectView }) {
  const say = useText(PLACE_WORDS);
  const members = useMembers(project.id);
  return (
    <>
      <PageTitle hidden within={project.title}>{say('value')}</PageTitle>
      <ValuePage
        project={project} room={useRoom()} members={members} banner={<Changed project={project} />} notFound={<NothingHere />}
        doubts={scenarioId => <ScenarioDoubts project={project} scenarioId={scenarioId} />}
        openDoubts={scenarioId => <DoubtStrip project={project} members={members} scenarioId={scenarioId} />}
        drawnFrom={doubtId => <DrawnFrom project={project} members={members} doubtId={doubtId} />}
        allDoubts={() => <AllDoubts project={project} />}
      />
    </>
  );
}
