/** Every doubt of the project on one screen: about the whole of it first, then scenario by scenario in their order. */
import type { ProjectView } from '../../../shared/projects.ts';
import { useDoubts } from '../../api/doubts.ts';
import { useSnapshot } from '../../features/value/ValueContext.tsx';
import styles from './AllDoubts.module.css';
import { ScenarioDoubts } from './ScenarioDoubts.tsx';

export function AllDoubts({ project }: { project: ProjectView }) {
  const { model } = useSnapshot();
  const doubted = new Set((useDoubts(project.id).data ?? []).flatMap(({ scenarioId }) => scenarioId ?? []));
  const inOrder = model.scenarios.map(({ id }) => id);
  // Doubts outlive the scenario they were about.
  const ids = [...inOrder.filter(id => doubted.has(id)), ...[...doubted].filter(id => !inOrder.includes(id))];
  return (
    <div className={styles.doubts}>
      <ScenarioDoubts project={project} scenarioId={null} />
      {ids.map(id => <ScenarioDoubts key={id} project={project} scenarioId={id} />)}
    </div>
  );
}
