/** The chance that a side loses, for each of these scenarios, in their order. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Model } from '../../../../shared/value/model.ts';
import { type Chance, Chances } from './Chances.ts';
import { simulationFor } from './simulationFor.ts';

export function useChances(model: Model, seed: number): ReadonlyMap<string, Chance> {
  const [chances] = useState(() => new Chances());
  const known = useSyncExternalStore(chances.subscribe, chances.get);
  const drawables = useMemo(
    () => new Map(model.scenarios.filter(({ archived }) => !archived).map(scenario => [scenario.id, simulationFor(model, scenario)])),
    [model],
  );
  useEffect(() => {
    chances.want([...drawables.values()].filter(({ drivers }) => drivers > 0).map(({ simulation }) => simulation), seed);
    return () => { chances.stop(); };
  }, [chances, drawables, seed]);
  return new Map([...drawables].map(([id, { simulation, drivers }]) => [id, drivers === 0 ? 'nothing' : (known.get(simulation) ?? 'drawing')]));
}
