/** Every doubt of the project on one screen: about the whole of it, and scenario by scenario in their order. Where nobody doubts the whole, it stands last. */
import type { ProjectView } from '../../../shared/projects.ts';
import { useDoubts } from '../../api/doubts.ts';
import { useSnapshot } from '../../features/value/ValueContext.tsx';
import styles from './AllDoubts.module.css';
import { ScenarioDoubts } from './ScenarioDoubts.tsx';

export function AllDoubts({ project }: { project: ProjectView }) {
  const { model } = useSnapshot();
  const doubts = useDoubts(project.id).data ?? [];
  const doubted = new Set(doubts.flatMap(({ scenarioId }) => scenarioId ?? []));
  const inOrder = model.scenarios.map(({ id }) => id);
  // Doubts outlive the scenario they were about.
  const ids = [...inOrder.filter(id => doubted.has(id)), ...[...doubted].filter(id => !inOrder.includes(id))];
  return (
    <div className={styles.doubts}>
      {(doubts.some(({ scenarioId }) => scenarioId === null) ? [null, ...ids] : [...ids, null])
        .map(id => <ScenarioDoubts key={id ?? 'whole'} project={project} scenarioId={id} />)}
    </div>
  );
}
