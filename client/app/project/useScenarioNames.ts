/** What scenarios are called just now, by their ids: code, else name. Undefined for one that is no longer there. */
import { useCallback, useSyncExternalStore } from 'react';
import { useRoom } from '../../collab/CollabContext.tsx';
import { liveValueOf } from '../../features/value/liveValue.ts';

export function useScenarioNames(): (scenarioId: string) => string | undefined {
  const live = liveValueOf(useRoom().doc);
  const { model } = useSyncExternalStore(live.subscribe, live.get);
  return useCallback(
    scenarioId => {
      const found = model.scenarios.find(({ id }) => id === scenarioId);
      return found && (found.code || found.name);
    },
    [model],
  );
}
