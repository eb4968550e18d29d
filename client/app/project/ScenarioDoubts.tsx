/** Doubts about a scenario, or about the whole project, on the value page, where an alternative can be drawn from each of them. */
import type { DoubtId } from '../../../shared/ids.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { onTable } from '../../../shared/value/evaluate.ts';
import { useMembers } from '../../api/members.ts';
import { DoubtsPanel } from '../../features/doubts/DoubtsPanel.tsx';
import { drawAlternative } from '../../features/value/scenarios/deeds.ts';
import { useChosen, useMayWrite, useTable } from '../../features/value/ValueContext.tsx';
import { texts, useText } from '../../ui/text.ts';
import { useScenarioNames } from './useScenarioNames.ts';

const TEXTS = texts('app.scenarioDoubts', { en: { alternative: 'Alternative to {{code}}' }, it: { alternative: 'Alternativa a {{code}}' } });

export function ScenarioDoubts({ project, scenarioId }: { project: ProjectView; scenarioId: string | null }) {
  const say = useText(TEXTS);
  const members = useMembers(project.id);
  const nameOf = useScenarioNames();
  const { desk, live } = useTable();
  const { choose } = useChosen();
  const mayWrite = useMayWrite();
  const draw = (doubt: DoubtId): { id: string; code: string } | undefined => {
    const { model } = live.get();
    // A doubt about everything leads to another way than the one on the table.
    const from = scenarioId === null ? onTable(model) : model.scenarios.find(({ id }) => id === scenarioId);
    if (!from) return undefined;
    const id = drawAlternative(desk, model, from, { name: say('alternative', { code: from.code || from.name }), doubt });
    choose(id);
    // The doubt stands far down on the page of the scenario it is about; the new one begins at its head.
    window.scrollTo({ top: 0 });
    return { id, code: live.get().model.scenarios.find(scenario => scenario.id === id)?.code ?? '' };
  };
  return <DoubtsPanel project={project} members={members} scenarioId={scenarioId} nameOf={nameOf} draw={mayWrite ? draw : undefined} />;
}
