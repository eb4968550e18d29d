/** What comes of the scenario on the table, for bars and pages outside of the value page. Undefined while nothing is counted. */
import { useMemo, useSyncExternalStore } from 'react';
import type { ModelSnapshot } from '../../../../shared/documents/liveModel.ts';
import { type Evaluation, evaluate, onTable } from '../../../../shared/value/evaluate.ts';
import { isCounted } from '../../../../shared/value/results.ts';
import type { LiveRoom } from '../../../collab/types.ts';
import { liveValueOf } from '../liveValue.ts';

export function useModelOf(room: LiveRoom): ModelSnapshot {
  const live = liveValueOf(room.doc);
  return useSyncExternalStore(live.subscribe, live.get);
}

export function useOnTable(room: LiveRoom): Evaluation | undefined {
  const { model } = useModelOf(room);
  return useMemo(() => {
    const scenario = onTable(model);
    const evaluation = scenario && evaluate(model, scenario);
    return evaluation && isCounted(evaluation.results) ? evaluation : undefined;
  }, [model]);
}
